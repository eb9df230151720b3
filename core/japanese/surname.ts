import { isKana } from "./kana.ts";
import { modernKanji } from "./kanji-variants.ts";
import { LONG_SURNAMES, ONE_LETTER_SURNAMES, TWO_LETTER_SURNAMES } from "./surnames.ts";

/** True for a surname of the list, and for two letters in 部 or 室 (園部, 小室), which no department is but a few. */
export function isKnownSurname(name: string): boolean {
  const modern = modernKanji(name);
  if (/^[\p{Script=Han}々][部室]$/u.test(modern)) return !/^[本支学各当全一幹外内]/.test(modern);
  return TWO_LETTER_SURNAMES.has(modern) || LONG_SURNAMES.has(modern);
}

/** Family and given name, where spaces, capitals, a comma or a known surname part them; else null. */
export function splitName(name: string): { family: string | null; given: string | null } {
  const comma = /^(.+?)\s*[,，]\s*(.+)$/.exec(name);
  if (comma) return { family: comma[1]!, given: comma[2]! };
  const words = name.split(/[\s]+|[・･](?=[^\p{Script=Han}])/u);
  if (/^[\p{Script=Latin}'.\- ]+$/u.test(name)) return splitLatin(words);
  if (words.length >= 2) return { family: words[0]!, given: words.slice(1).join(" ") };
  return splitRun(name);
}

/** Western order, unless the first word alone is in capitals. */
function splitLatin(all: string[]): { family: string | null; given: string | null } {
  const words = all.filter((word) => !/^(?:jr|sr|ii|iii|phd)\.?$/i.test(word));
  if (words.length < 2) return { family: words[0] ?? null, given: null };
  const capitals = (word: string) => word.length > 1 && word === word.toUpperCase();
  if (capitals(words[0]!) && !words.slice(1).every(capitals))
    return { family: words[0]!, given: words.slice(1).join(" ") };
  return { family: words.at(-1)!, given: words.slice(0, -1).join(" ") };
}

/** A name without a space, by the length of the surname. */
function splitRun(name: string): { family: string | null; given: string | null } {
  const letters = [...name];
  if (isKana(name)) return { family: letters.length <= 4 ? name : null, given: null };
  const at = surnameLength(letters);
  if (at === null) return { family: null, given: null };
  return { family: letters.slice(0, at).join(""), given: letters.slice(at).join("") || null };
}

function surnameLength(letters: string[]): number | null {
  const modern = [...modernKanji(letters.join(""))];
  const prefix = (length: number) => modern.slice(0, length).join("");
  for (const length of [5, 4, 3])
    if (modern.length >= length && LONG_SURNAMES.has(prefix(length))) return length;
  if (modern.length <= 2) return modern.length;
  if (TWO_LETTER_SURNAMES.has(prefix(2)) || LONG_SURNAMES.has(prefix(2))) return 2;
  if (ONE_LETTER_SURNAMES.has(prefix(1)) && modern.length === 3) return 1;
  return modern.length === 4 && /^\p{Script=Han}+$/u.test(prefix(2)) ? 2 : null;
}
