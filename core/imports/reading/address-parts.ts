import { parseAddress, prefectureOf } from "../../japanese/index.ts";
import type { Use } from "./fields.ts";
import type { ImportedRow } from "./imported-row.ts";

export interface AddressPart {
  use: Use;
  text: string;
}

const ORDER: Use[] = ["prefecture", "city", "address", "street", "building"];
const LATIN = /^[\x20-\x7e\u00a0-\u024f\n]*$/;
const LATIN_ORDER: Use[] = ["street", "address", "building", "city", "prefecture"];

/** Joins the address columns of one row and parts them again by the rules of Japanese addresses. */
export function readAddress(row: ImportedRow, parts: readonly AddressPart[]): void {
  if (parts.every(({ text }) => LATIN.test(text))) {
    readLatinAddress(row, parts);
    return;
  }
  row.address = parts.length === 1 ? parts[0]!.text : joinParts(parts);
  const prefecture = textOf(parts, "prefecture");
  const read = parseAddress(inFull(parts, row.address));
  row.prefecture = (prefecture === null ? null : prefectureOf(prefecture)) ?? read.prefecture;
  row.city = wholeCity(textOf(parts, "city")) ?? read.city ?? textOf(parts, "city");
  row.street = read.street ?? textOf(parts, "street");
  row.building = textOf(parts, "building") ?? read.building;
  row.postal ??= read.postal;
}

function textOf(parts: readonly AddressPart[], use: Use): string | null {
  return parts.find((part) => part.use === use)?.text ?? null;
}

/** A column that holds a city and no more says which, whatever stands in the prefecture's. */
function wholeCity(text: string | null): string | null {
  return text !== null && parseAddress(text).city === text ? text : null;
}

/** 千葉 before 市川市 would read as 千葉市: in a column of its own a prefecture is spelled out, unless an address follows. */
function inFull(parts: readonly AddressPart[], joined: string): string {
  if (parts.some(({ use }) => use === "address")) return joined;
  return joinParts(
    parts.map((part) =>
      part.use === "prefecture" && PREFECTURE_ALONE.test(part.text)
        ? { ...part, text: prefectureOf(part.text) ?? part.text }
        : part,
    ),
  );
}

const PREFECTURE_ALONE = /^\p{Script=Han}{2,3}$/u;

function joinParts(parts: readonly AddressPart[]): string {
  const sorted = [...parts].sort((a, b) => ORDER.indexOf(a.use) - ORDER.indexOf(b.use));
  let whole = "";
  for (const { use, text } of sorted) {
    // A prefecture or a city beside a whole address says it twice.
    if (
      use === "address" &&
      (whole === "" || text.includes(whole) || sorted.some((one) => isSaidIn(one, text)))
    )
      whole = text;
    else if (!whole.includes(text)) whole += use === "building" && whole !== "" ? ` ${text}` : text;
  }
  return whole;
}

function isSaidIn(part: AddressPart, address: string): boolean {
  return (
    (part.use === "prefecture" && address.startsWith(part.text)) ||
    (part.use === "city" && address.includes(part.text))
  );
}

/** Western addresses run from the house to the state; Japanese rules would only tear them apart. */
function readLatinAddress(row: ImportedRow, parts: readonly AddressPart[]): void {
  const sorted = [...parts].sort((a, b) => LATIN_ORDER.indexOf(a.use) - LATIN_ORDER.indexOf(b.use));
  const of = (...uses: Use[]) => sorted.filter((part) => uses.includes(part.use)).map((part) => part.text);
  row.address = sorted.map((part) => part.text).join(", ");
  row.prefecture = of("prefecture")[0] ?? null;
  row.city = of("city")[0] ?? null;
  row.street = of("street", "address").join(" ") || null;
  row.building = of("building")[0] ?? null;
}
