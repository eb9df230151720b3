import { keysOf } from "../../customers/index.ts";
import { foldText } from "../../japanese/index.ts";

/** The key of `customer.match_key`: folded, without the legal form unless the name is nothing else. */
export function nameKeyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = keysOf(name)[0] ?? foldText(name);
  // A name is looked at some ten times on its way in, and then never again.
  if (keys.size >= 5_000) keys.clear();
  keys.set(name, key);
  return key;
}

const keys = new Map<string, string>();
