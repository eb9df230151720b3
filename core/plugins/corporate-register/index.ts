import { definePlugin } from "../../index.ts";
import { nta } from "./nta.ts";

/** Reads the files of the register of corporate numbers (法人番号). */
export function corporateRegister() {
  return definePlugin({ name: "corporate-register", importPresets: [nta] });
}
