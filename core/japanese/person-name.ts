import { isKana } from "./kana.ts";
import { modernKanji } from "./kanji-variants.ts";
import { splitLegalForm } from "./legal-form.ts";
import { DEPARTMENT, HONORIFICS, NOBODY, TITLES } from "./person-words.ts";
import { LONG_SURNAMES, ONE_LETTER_SURNAMES, TWO_LETTER_SURNAMES } from "./surnames.ts";

/** A person as read from the cell of a name. */
export interface PersonName {
  /** Known when the cell parts them or the surname is a common one; else null. */
  family: string | null;
  given: string | null;
  /** The name alone, spelled as typed, one space between words. */
  full: string;
  /** As typed, from brackets or behind the name. */
  reading: string | null;
  /** 様, 先生 … */
  honorific: string | null;
  /** 部長, 代表取締役社長 … */
  title: string | null;
  /** 購買部, when it stands in the cell. */
  department: string | null;
}

/**
 * Reads one person: 「購買部 木村課長」「髙橋 一郎（たかはし いちろう）様」「YAMADA Taro」. Null when nobody is named:
 * empty, ご担当者様, 各位, a title or department alone, a company.
 */
export function parsePersonName(text: string): PersonName | null {
  const plain = clean(text);
  const brackets = takeBrackets(plain);
  const behind = takeHonorific(brackets.name);
  const titled = takeTitle(behind.name);
  const reading = brackets.reading ?? titled.reading;
  const inner = takeHonorific(titled.name);
  const name = inner.name
    .replace(/^(?:担当者?|ご担当|氏名|名前)\s*[:：]?\s+|^(?:担当者?|ご担当|氏名)\s*[:：]\s*/, "")
    .trim();
  const title = titled.title ?? brackets.title;
  const honorific = behind.honorific ?? inner.honorific ?? brackets.honorific;
  if (name === "" || NOBODY.test(name.normalize("NFKC")) || !/[\p{L}]/u.test(name)) return null;
  if (
    new RegExp(`^${DEPARTMENT}$`, "u").test(name) &&
    /(?:部|課|係|室|支店|営業所|工場|センター|グループ|チーム)$/.test(name) &&
    !isKnownFamily(name)
  )
    return null;
  if (splitLegalForm(name).form !== null) return null;
  return { ...splitName(name), full: name, reading, honorific, title, department: titled.department };
}

/** Everyone in one cell: 「山田様・佐藤様」「山田、佐藤」「山田部長／佐藤課長」. A middle dot inside a foreign name does not part. */
export function parsePersonNames(text: string): PersonName[] {
  const plain = clean(text);
  const pieces = plain.split(
    /\s*[、,，;；/／&＆\n]\s*|(?<=様|さん|殿|氏|先生|長)\s*[・･と]\s*|(?<=様|さん|殿|先生)\s+(?=\S+(?:様|さん|殿|先生)$)/u,
  );
  const dotted = pieces.flatMap((piece) => (isDottedList(piece) ? piece.split(/[・･]/) : [piece]));
  // "Yamada, Taro" is one person.
  if (/^[\p{Script=Latin}'.\- ]+,\s*[\p{Script=Latin}'.\- ]+$/u.test(plain))
    return asList(parsePersonName(plain));
  return dotted.flatMap((piece) => asList(parsePersonName(piece)));
}

function asList(person: PersonName | null): PersonName[] {
  return person === null ? [] : [person];
}

function isDottedList(piece: string): boolean {
  const parts = piece.split(/[・･]/);
  return (
    parts.length > 1 &&
    parts.every((part) => /\p{Script=Han}/u.test(part)) &&
    parts.every((part) => part.trim().length >= 2)
  );
}

function clean(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, "")
    .replace(/[^\S\n]+|[\u3000\u00a0]+/g, " ")
    .replace(/^'|^="?|"$/g, "")
    .trim();
}

interface Brackets {
  name: string;
  reading: string | null;
  title: string | null;
  honorific: string | null;
}

/** Brackets hold a reading, a title, an honorific or a remark; the kana outside and the kanji inside change places. */
function takeBrackets(text: string): Brackets {
  const found: Brackets = { name: text, reading: null, title: null, honorific: null };
  found.name = text
    .replace(
      /\s*[(（［[【〔<＜《]\s*([^()（）［\][\]【】〔〕<>＜＞《》]*?)\s*[)）］\]】〕>＞》]\s*/g,
      (_, inner: string) => {
        if (isKana(inner) && inner.length > 1) found.reading ??= inner;
        else if (TITLES.includes(inner.replace(/(?:様|さん)$/, "")))
          found.title ??= inner.replace(/(?:様|さん)$/, "");
        else if (HONORIFICS.includes(inner)) found.honorific ??= inner;
        else if (isKana(text.replace(/[(（].*$/, "").trim()) && /\p{Script=Han}/u.test(inner)) {
          found.reading = text.replace(/[(（].*$/, "").trim();
          return `\u0000${inner}\u0000`;
        }
        return " ";
      },
    )
    .trim();
  const swapped = /\u0000(.+?)\u0000\s*(.*)$/.exec(found.name);
  if (swapped) found.name = `${swapped[1]}${swapped[2]}`;
  return found;
}

/** 鵜殿 is a surname; 様 alone is nobody. */
const SURNAMES_LIKE_HONORIFICS = /(?:鵜殿|大殿|真殿|御殿)$/;
const HONORIFIC = new RegExp(`^(.*?)\\s*(${HONORIFICS.join("|")})$`, "su");
const ENGLISH_HONORIFIC = /^(Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+(.+)$/i;

function takeHonorific(name: string): { name: string; honorific: string | null } {
  const english = ENGLISH_HONORIFIC.exec(name);
  if (english) return { name: english[2]!, honorific: english[1]! };
  const san = /^(.+?)-(?:san|sama)$/i.exec(name);
  if (san) return { name: san[1]!, honorific: "さん" };
  const match = HONORIFIC.exec(name);
  if (!match || SURNAMES_LIKE_HONORIFICS.test(name)) return { name, honorific: null };
  const again = takeHonorific(match[1]!.trim());
  return { name: again.name, honorific: match[2]! };
}

interface Titled {
  name: string;
  title: string | null;
  department: string | null;
  reading: string | null;
}

const TITLE = TITLES.join("|");
const BEHIND = new RegExp(
  `^(.+?)\\s*((?:\\s(?:${DEPARTMENT})|(?:営業|総務|経理|購買|製造|技術|開発|人事|管理|企画|資材|業務|品質管理|品質保証|工事|設計|生産管理)部?)?\\s*(?:${TITLE}))$`,
  "su",
);
const FRONT_SPACED = new RegExp(
  `^(?:(${DEPARTMENT}(?:\\s+${DEPARTMENT})*)\\s*)?(${TITLE})(?:兼[^\\s]+)?\\s+(.+)$`,
  "su",
);
const FRONT_GLUED =
  /^(代表取締役社長|代表取締役会長|代表取締役|専務取締役|常務取締役|取締役社長|執行役員)(.{2,})$/su;
const DEPARTMENT_FRONT = new RegExp(`^(${DEPARTMENT}(?:\\s+${DEPARTMENT})*)\\s+(.+)$`, "su");

function takeTitle(text: string): Titled {
  let { name, title, department }: { name: string; title: string | null; department: string | null } = {
    name: text,
    title: null,
    department: null,
  };
  if (TITLES.includes(name)) return { name: "", title: name, department, reading: null };
  const front = FRONT_SPACED.exec(name) ?? null;
  const glued = front ? null : FRONT_GLUED.exec(name);
  if (front) [department, title, name] = [front[1] ?? null, front[2]!, front[3]!];
  else if (glued && !TITLES.includes(name)) [title, name] = [glued[1]!, glued[2]!];
  const inFront = DEPARTMENT_FRONT.exec(name);
  if (inFront && !isKnownFamily(inFront[1]!)) [department, name] = [inFront[1]!, inFront[2]!];
  const behind = BEHIND.exec(name);
  if (behind && title === null && !isKnownFamily(name)) {
    [name, title] = [behind[1]!, behind[2]!.trim()];
    const parted = new RegExp(`^(${DEPARTMENT})\\s+(.+)$`, "u").exec(title);
    if (parted) [department, title] = [parted[1]!, parted[2]!];
  } else if (TITLES.includes(name)) {
    name = "";
  }
  return { ...takeTrailingReading(name.trim()), title, department };
}

/** 「山田太郎 ヤマダタロウ」「山田 太郎 やまだ たろう」「山田太郎／ヤマダタロウ」. */
function takeTrailingReading(name: string): { name: string; reading: string | null } {
  const match =
    /^(.*\p{Script=Han}.*?)\s*[\s/／:：]\s*([ぁ-ゖァ-ヺー\uFF66-\uFF9F]+(?:\s[ぁ-ゖァ-ヺー\uFF66-\uFF9F]+)?)$/u.exec(
      name,
    );
  if (!match) return { name, reading: null };
  const kanji = match[1]!.replace(/\s/g, "");
  const kana = match[2]!.replace(/\s/g, "");
  const isReading =
    /\s/.test(match[1]!) || /\s/.test(match[2]!)
      ? kana.length > 3
      : kanji.length >= 3 && kana.length >= kanji.length;
  return isReading ? { name: match[1]!.trim(), reading: match[2]! } : { name, reading: null };
}

function isKnownFamily(name: string): boolean {
  const modern = modernKanji(name);
  return TWO_LETTER_SURNAMES.has(modern) || LONG_SURNAMES.has(modern);
}

function splitName(name: string): { family: string | null; given: string | null } {
  const comma = /^(.+?)\s*[,，]\s*(.+)$/.exec(name);
  if (comma) return { family: comma[1]!, given: comma[2]! };
  const words = name.split(/[\s]+|[・･](?=[^\p{Script=Han}])/u);
  if (/^[\p{Script=Latin}'.\- ]+$/u.test(name)) return splitLatin(words);
  if (words.length >= 2) return { family: words[0]!, given: words.slice(1).join(" ") };
  return splitRun(name);
}

/** Western order, unless the first word alone is in capitals. */
function splitLatin(words: string[]): { family: string | null; given: string | null } {
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
