import type { Compose } from "./core/index.ts";
import { addressBooks } from "./core/plugins/address-books/index.ts";
import { bookkeeping } from "./core/plugins/bookkeeping/index.ts";
import { businessCards } from "./core/plugins/business-cards/index.ts";
import { caution } from "./core/plugins/caution/index.ts";
import { corporateRegister } from "./core/plugins/corporate-register/index.ts";
import { salesTools } from "./core/plugins/sales-tools/index.ts";
import { playground } from "./playground/index.ts";
import { slackApp } from "./slack-app/index.ts";
import { workspaceAddon } from "./workspace-addon/index.ts";

/**
 * What this installation is made of: read this file first. A plugin of your own is one more line here.
 * With neither Slack nor Google configured, the playground stands in for both.
 */
const plugins: Compose = async (settings) => [
  slackApp(),
  workspaceAddon(),
  caution(),
  addressBooks(),
  businessCards(),
  bookkeeping(),
  salesTools(),
  corporateRegister(),
  ...(settings.practice ? [await playground(settings)] : []),
];

export default plugins;
