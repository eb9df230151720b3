import { definePlugin } from "../../index.ts";
import { camcard } from "./camcard.ts";
import { eight } from "./eight.ts";
import { sansan } from "./sansan.ts";

/** Reads the exports of services that keep business cards: Sansan, Eight, CAMCARD. */
export function businessCards() {
  return definePlugin({ name: "business-cards", importPresets: [sansan, eight, camcard] });
}
