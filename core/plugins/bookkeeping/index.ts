import { definePlugin } from "../../index.ts";
import { freee } from "./freee.ts";
import { moneyForward } from "./money-forward.ts";
import { yayoi } from "./yayoi.ts";

/** Reads the customers of bookkeeping and invoicing programs: freee, マネーフォワード, 弥生販売. */
export function bookkeeping() {
  return definePlugin({ name: "bookkeeping", importPresets: [freee, moneyForward, yayoi] });
}
