import { definePlugin } from "../../index.ts";
import { cybozu } from "./cybozu.ts";
import { hubspot } from "./hubspot.ts";
import { kintone } from "./kintone.ts";
import { salesforce } from "./salesforce.ts";

/** Reads the exports of tools in which sales teams keep customers: kintone, サイボウズ, HubSpot, Salesforce. */
export function salesTools() {
  return definePlugin({ name: "sales-tools", importPresets: [kintone, cybozu, hubspot, salesforce] });
}
