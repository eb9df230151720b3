import { KANJI_CLASS } from "./kanji-variants.ts";
import { MUNICIPALITIES } from "./municipalities.ts";

/** A municipality found at the beginning of a text. */
export interface FoundMunicipality {
  /** How many UTF-16 units of the text it takes. */
  length: number;
  /** Its prefecture, or null when several have one of this name. */
  prefecture: string | null;
}

/**
 * The longest municipality at the beginning of a text without spaces: 四日市市 before 四日市, 横浜市中区 before 横浜市. Towns
 * are found with and without their district (郡); ヶ/ケ/が, の/ノ/之 and old kanji do not matter.
 */
export function findMunicipality(text: string, prefecture: string | null): FoundMunicipality | null {
  const shape = shapeOf(text.slice(0, 24));
  for (const { name, prefectures } of INDEX.get(shape.slice(0, 2)) ?? []) {
    if (!shape.startsWith(name)) continue;
    if (prefecture !== null && !prefectures.includes(prefecture)) continue;
    const ward = DESIGNATED.has(name) ? (FORMER_WARD.exec(shape.slice(name.length))?.[0] ?? "") : "";
    return {
      length: name.length + ward.length,
      prefecture: prefecture ?? (prefectures.length === 1 ? prefectures[0]! : null),
    };
  }
  return null;
}

interface Entry {
  name: string;
  prefectures: string[];
}

const FORMER_WARD = /^\p{Script=Han}{1,3}区/u;

/** Cities with wards: a ward that is gone (浜松市浜北区) is read by its suffix. */
const DESIGNATED: ReadonlySet<string> = new Set(
  Object.values(MUNICIPALITIES).flatMap((names) =>
    [...names.matchAll(/([^ ]+市)[^ ]+区/g)].map(([, city]) => city!),
  ),
);

/** What each unit is taken for, worked out on first sight. */
const SHAPES: (string | undefined)[] = new Array(0x10000);

/** Municipalities by their first two letters, longest first. */
const INDEX: ReadonlyMap<string, readonly Entry[]> = buildIndex();

function buildIndex(): Map<string, Entry[]> {
  const byName = new Map<string, Entry>();
  for (const [prefecture, names] of Object.entries(MUNICIPALITIES)) {
    for (const name of names.split(" ")) {
      for (const spelling of spellingsOf(name)) {
        const entry = byName.get(spelling) ?? { name: spelling, prefectures: [] };
        if (!entry.prefectures.includes(prefecture)) entry.prefectures.push(prefecture);
        byName.set(spelling, entry);
      }
    }
  }
  const index = new Map<string, Entry[]>();
  for (const entry of byName.values()) {
    const key = entry.name.slice(0, 2);
    index.set(key, [...(index.get(key) ?? []), entry]);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.name.length - a.name.length);
  return index;
}

/** 余市郡余市町 is also written 余市町. */
function spellingsOf(name: string): string[] {
  const shape = shapeOf(name);
  const inDistrict = /^(?:.+?郡|三宅島|八丈島)(.{2,}[町村])$/.exec(shape);
  return inDistrict ? [shape, inDistrict[1]!] : [shape];
}

/** One unit for one unit, so that lengths in the shape are lengths in the text. */
function shapeOf(text: string): string {
  let shape = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let unit = SHAPES[code];
    if (unit === undefined) SHAPES[code] = unit = shapeOfUnit(text[at]!);
    shape += unit;
  }
  return shape;
}

function shapeOfUnit(unit: string): string {
  if (unit === "ケ" || unit === "が" || unit === "ヵ") return "ヶ";
  if (unit === "ノ" || unit === "之") return "の";
  return KANJI_CLASS.get(unit) ?? unit;
}
