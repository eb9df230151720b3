import {
  companyKey,
  digitGrams,
  foldText,
  grams,
  parsePhone,
  phoneDigits,
  readBeginning,
  sortKey,
  splitLegalForm,
} from "../japanese/index.ts";

/** What search keeps of one customer. */
export interface SearchDocument {
  grams: string[];
  folded: string;
  sortKey: string;
}

export interface SearchNames {
  name: string;
  nameKana?: string | null;
  /** Former names, nicknames, other spellings. */
  aliases?: readonly string[];
  /** Names of the company that a site belongs to: 大阪支店 alone finds nobody. */
  houseNames?: readonly string[];
}

/**
 * The search row of a customer. `grams` propose, `folded` verifies: every folded text stands in it between spaces, a code
 * as `=text`, a phone as `#digits` (as dialled in Japan), a mail address as `@address`, so that one kind never meets another.
 * `others` are texts that may be found but name nobody (columns that nobody foresaw).
 */
export function searchDocument(
  names: SearchNames,
  codes: readonly string[] = [],
  phones: readonly string[] = [],
  mails: readonly string[] = [],
  others: readonly string[] = [],
): SearchDocument {
  const words = new Set([
    ...nameTexts(names),
    ...others.slice(0, 20).map((text) => foldText(text.slice(0, 60))),
  ]);
  words.delete("");
  const codeTexts = distinct(codes.map(foldText));
  const numbers = distinct(phones.map(dialledDigits));
  const addresses = distinct(mails.map((mail) => mail.trim().toLowerCase()));
  const found = new Set<string>();
  for (const word of words) {
    for (const gram of grams(word)) found.add(gram);
    for (const gram of startGrams(word, 1)) found.add(gram);
  }
  for (const code of codeTexts) for (const gram of codeGrams(code)) found.add(gram);
  for (const number of numbers) for (const gram of digitGrams(number)) found.add(gram);
  for (const address of addresses) for (const gram of mailGrams(address)) found.add(gram);
  const tokens = [
    ...words,
    ...codeTexts.map((code) => `=${code}`),
    ...numbers.map((number) => `#${number}`),
    ...addresses.map((address) => `@${address}`),
  ];
  return {
    grams: [...found],
    folded: tokens.length > 0 ? ` ${tokens.join(" ")} ` : "",
    sortKey: sortKey(names.name, names.nameKana ?? null),
  };
}

/** The folded keys under which two spellings of a name meet: without and with the legal form. */
export function keysOf(name: string): string[] {
  return distinct([companyKey(name), foldText(name)]);
}

/**
 * The pairs with which a name may begin, prefixed "^": of a name, its first pair; of running text, every pair. The line
 * reader finds whom a line names by them.
 */
export function startGrams(folded: string, places = Number.POSITIVE_INFINITY): string[] {
  const chars = [...folded];
  const found = new Set<string>();
  for (let i = 0; i + 2 <= chars.length && i < places; i++) found.add(`^${chars[i]}${chars[i + 1]}`);
  return [...found];
}

/**
 * Three-letter windows of a folded code, prefixed "=", or the whole of a shorter one: a code is found by any part of three
 * letters. Pairs of digits would stand in every twentieth row.
 */
export function codeGrams(folded: string): string[] {
  return folded.length < 3 ? [`=${folded}`] : windows(folded, "=");
}

/** Three-letter windows of a mail address, prefixed "@": an address is found by any part of three letters. */
export function mailGrams(text: string): string[] {
  return windows(text, "@");
}

function windows(text: string, mark: string): string[] {
  const found = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i++) found.add(`${mark}${text.slice(i, i + 3)}`);
  return [...found];
}

/** The digits of a number as dialled in Japan, whatever its notation. */
export function dialledDigits(phone: string): string {
  return phoneDigits(parsePhone(phone)?.e164 ?? phone);
}

function nameTexts(names: SearchNames): string[] {
  const own = [names.name, names.nameKana ?? "", ...(names.aliases ?? [])];
  const site = splitLegalForm(names.name).core;
  // Where nobody typed how it is read, the common words in it tell.
  const guessed = names.nameKana ? "" : readBeginning(foldText(site));
  const ofHouse = (names.houseNames ?? []).map((house) => foldText(splitLegalForm(house).core + site));
  return [...own.flatMap(spellingsOf), guessed, ...ofHouse];
}

/**
 * A name without its legal form. Queries leave the common forms out as well; the others (医療法人, 学校法人) tell something,
 * and are looked for by themselves.
 */
function spellingsOf(name: string): string[] {
  const { core, form } = splitLegalForm(name);
  const key = foldText(core);
  if (key === "") return [foldText(name)];
  return form && !/^(?:株式|有限|合同)会社$/.test(form) ? [key, foldText(form)] : [key];
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== "");
}
