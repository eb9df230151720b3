import { splitSite } from "../japanese/index.ts";
import type { Side } from "./sides.ts";

type Facts = Pick<Side, "id" | "name" | "ownerNames" | "codes" | "lastContactOn">;

/**
 * Which of two stays when nobody says: the one that has a 営業担当, else the one with a code, else the one that somebody
 * was in touch with last, else the older record.
 */
export function pickKeep<T extends Facts>(a: T, b: T): T {
  const order = compare(a, b) || (a.id < b.id ? -1 : 1);
  return order < 0 ? a : b;
}

/** Which of two companies is the house of the other: the one whose name does not end in a site (大阪支店). */
export function pickHouse<T extends Facts>(a: T, b: T): T {
  const isSite = (one: T) => splitSite(one.name).site !== null;
  if (isSite(a) !== isSite(b)) return isSite(a) ? b : a;
  return pickKeep(a, b);
}

/** Negative when `a` is the one to stay. */
function compare(a: Facts, b: Facts): number {
  const has = (list: readonly string[]) => (list.length > 0 ? 0 : 1);
  return (
    has(a.ownerNames) - has(b.ownerNames) ||
    has(a.codes) - has(b.codes) ||
    (b.lastContactOn ?? "").localeCompare(a.lastContactOn ?? "")
  );
}
