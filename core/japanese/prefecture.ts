import { findMunicipality } from "./municipality.ts";
import { PREFECTURES } from "./prefectures.ts";

/**
 * The prefecture a text speaks of, in full (東京都), or null: a prefecture by its full or short name at the front or alone
 * (大阪, 大阪支店), or a city that only one prefecture has (横浜市, 札幌, 千代田区). Of an address the beginning counts.
 */
export function prefectureOf(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const full =
    PREFECTURES.find((name) => plain.startsWith(name)) ??
    PREFECTURES.find((name) => includesName(plain, name));
  if (full !== undefined) return full;
  const city = findMunicipality(plain, null);
  if (city !== null) return city.prefecture;
  const word = plain.replace(PLACE_WORD, "");
  const short = SHORT.get(word);
  if (short !== undefined) return short;
  return plain !== word || /^\p{Script=Han}+$/u.test(word)
    ? (findMunicipality(`${word}市`, null)?.prefecture ?? null)
    : null;
}

/** 東京都 holds 京都, and 京都 is not meant by it; full names end in their suffix, so a plain search is safe. */
function includesName(text: string, name: string): boolean {
  return text.includes(name);
}

/** What stands behind a place in the name of a branch. */
const PLACE_WORD =
  /(?:支店|支社|営業所|事業所|出張所|事務所|工場|本社|本店|支部|支所|センター|方面|地区|エリア|県内|市内|在住)$/;

const SHORT: ReadonlyMap<string, string> = new Map([
  ...PREFECTURES.map((name): [string, string] => [name === "北海道" ? name : name.slice(0, -1), name]),
]);
