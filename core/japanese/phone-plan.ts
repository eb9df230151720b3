import { createRequire } from "node:module";

/** What a Japanese number is for. Numbers with special rates (0570, 0990) count as fixed. */
export type DialledKind = "fixed" | "mobile" | "toll_free" | "ip";

/**
 * The kind of a number as dialled in Japan (leading zero, digits only), or null when no such number can exist.
 * Source: 電気通信番号計画 (総務省). Whether the number is in service is not looked at.
 */
export function kindOfDialled(digits: string): DialledKind | null {
  if (/^(\d)\1+$/.test(digits.slice(1))) return null;
  if (digits.length === 11) {
    if (digits.startsWith("0800")) return "toll_free";
    if (/^0[6789]0[1-9]|^020[1-9]/.test(digits)) return "mobile";
    return digits.startsWith("050") ? "ip" : null;
  }
  if (digits.length !== 10 || !/^0[1-9]/.test(digits) || /^0[5-9]0/.test(digits)) return null;
  return digits.startsWith("0120") ? "toll_free" : "fixed";
}

/** Hyphens where the area code ends ("03-1234-5678", "0467-12-3456"), from libphonenumber's table of Japanese area codes. */
export function formatDialled(digits: string): string {
  const key = digits.slice(1, 7) + digits.length;
  let cuts = CUTS.get(key);
  if (cuts === undefined) {
    cuts = findCuts(digits.slice(1));
    CUTS.set(key, cuts);
  }
  return `${digits.slice(0, cuts[0])}-${digits.slice(cuts[0], cuts[1])}-${digits.slice(cuts[1])}`;
}

/** 市外局番 of a fixed number as dialled ("0467"); null where a number says nothing of a place. */
export function areaCodeOf(digits: string): string | null {
  return kindOfDialled(digits) === "fixed" ? formatDialled(digits).split("-")[0]! : null;
}

/** Area codes are decided by the first six digits: kept, so that a list of 100,000 numbers asks the table a few hundred times. */
const CUTS = new Map<string, readonly [number, number]>();

interface Layout {
  groups: RegExp;
  leading: RegExp | null;
}

/** libphonenumber writes the plan as patterns; reading them ourselves costs a tenth of asking it per number. */
const LAYOUTS: readonly Layout[] = readLayouts();

function findCuts(significant: string): readonly [number, number] {
  for (const { groups, leading } of LAYOUTS) {
    if (leading !== null && !leading.test(significant)) continue;
    const match = groups.exec(significant);
    if (match?.length === 4) return [1 + match[1]!.length, 1 + match[1]!.length + match[2]!.length];
  }
  return significant.length === 10 ? [3, 7] : [3, 6];
}

function readLayouts(): Layout[] {
  const require = createRequire(import.meta.url);
  const metadata = require("libphonenumber-js/metadata.max.json") as { countries: { JP: unknown[] } };
  const formats = metadata.countries.JP[4] as [string, string, string[]?][];
  return formats.map(([pattern, , leading]) => ({
    groups: new RegExp(`^(?:${pattern})$`),
    leading: leading?.length ? new RegExp(`^(?:${leading.at(-1)})`) : null,
  }));
}
