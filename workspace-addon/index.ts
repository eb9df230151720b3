import { definePlugin, type Plugin } from "../core/index.ts";
import type { Patience } from "./routes/entrance.ts";
import { createAddonRoutes } from "./routes/index.ts";
import { type AddonSettings, missingSettings, settings } from "./settings.ts";
import { strings } from "./strings/index.ts";

/** The Google Workspace add-on: cards beside mails and sheets, made on this server. */
export function workspaceAddon(patience: Patience = {}): Plugin {
  let missing: string[] = [];
  return definePlugin({
    name: "workspace-addon",
    mount: "/addon",
    settings,
    strings,
    routes: (host) => {
      const values = settings.parse({}) as AddonSettings;
      const given = { ...values, ...(host.settings as Partial<AddonSettings>) };
      missing = missingSettings(given);
      return createAddonRoutes(host, given, patience);
    },
    // Nobody has to use Google: not set up is no illness, but worth a word.
    health: async () => ({ ok: true, detail: missing.length > 0 ? `not set up: ${missing.join(", ")}` : "" }),
  });
}
