import { splitLegalForm } from "./legal-form.ts";
import { takeBrackets } from "./person-brackets.ts";
import { takeHonorific, takeTitle } from "./person-title.ts";
import { DEPARTMENT, DESK, NOBODY, TITLES } from "./person-words.ts";
import { isKnownSurname, splitName } from "./surname.ts";
import { ONE_LETTER_SURNAMES } from "./surnames.ts";

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
 * empty, ご担当者様, 各位, a title or department alone, a company, a text too long for a name.
 */
export function parsePersonName(text: string): PersonName | null {
  const plain = clean(text);
  if (plain.length > LONGEST) return null;
  const labelled = plain
    .replace(REMARK, "")
    .replace(TURN, "")
    .replace(DEPARTMENT_LABEL, "$1 ")
    .replace(TITLE_LABEL, "$1 ");
  const brackets = takeBrackets(labelled.replace(OTHERS, "").replace(NUMBER_BEHIND, ""));
  const behind = takeHonorific(brackets.name);
  const titled = takeTitle(withoutCompany(behind.name));
  const inner = takeHonorific(titled.name);
  const name = inner.name.replace(LABEL, "").trim();
  const honorific = behind.honorific ?? inner.honorific ?? brackets.honorific;
  if (isNobody(name, honorific) || /^(?:ほか|他)$/.test(name)) return null;
  return {
    ...splitName(name),
    full: name,
    reading: brackets.reading ?? titled.reading,
    honorific,
    title: titled.title ?? brackets.title,
    department: titled.department ?? brackets.department,
  };
}

/** Everyone in one cell: 「山田様・佐藤様」「山田、佐藤」「山田部長／佐藤課長」. A middle dot inside a foreign name does not part. */
export function parsePersonNames(text: string): PersonName[] {
  const plain = parsePlainName(text);
  if (plain) return [plain];
  const lines = text
    .replace(READING_BELOW, "$1 $2")
    .replace(READING_LINE_BELOW, "$1（$2）")
    .replace(READING_LINE_ABOVE, "$2（$1）")
    .replace(SUCCEEDED, "")
    .replace(/[①-⑨]/g, "\n")
    .split(/[\n\r]+/)
    .map((line) => clean(line).replace(REMARK_BEHIND, ""));
  return lines.flatMap(piecesOf).flatMap((piece) => parsePersonName(piece) ?? []);
}

/** A known surname, one space and a short name: most cells of most lists, read at a tenth of the cost. */
function parsePlainName(text: string): PersonName | null {
  const parts = PLAIN.exec(text);
  if (!parts || NOT_PLAIN.test(text)) return null;
  const [, family, given] = parts as unknown as [string, string, string];
  if (!isKnownSurname(family) && !ONE_LETTER_SURNAMES.has(family)) return null;
  if (DEPARTMENT_LIKE.test(family)) return null;
  return {
    family,
    given,
    full: `${family} ${given}`,
    reading: null,
    honorific: null,
    title: null,
    department: null,
  };
}

const PLAIN =
  /^([\p{Script=Han}々]{1,5})[ \u3000]([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,3})$/u;
/** Letters with which titles, honorifics, departments and remarks end. */
const NOT_PLAIN =
  /(?:[様殿氏君長任部課係室役員事務司取査当方他与問士者店主将頭裁職書師人監幹佐授明定録在席欠役理]|さん|さま|くん|ちゃん|どの|サマ|サン|先生|各位|御中)$|担当|退職|代表|営業|総務|経理|購買|資材|業務|技術|開発/u;
const DEPARTMENT_LIKE = /[部課係室]$/;

const LONGEST = 80;
/** 正：山田 副：佐藤 */
const TURN = /^(?:正|副|主|メイン|サブ)[)）:：]\s*/;
const LABEL =
  /^(?:(?:営業|窓口|主|先方|購買|経理)?[ご御]?(?:担当|窓口)者?|責任者|氏名|名前|代表者?)\s*[:：]\s*|^[ご御]?担当者?\s+/;
/** 製造部：山田太郎 is 製造部 山田太郎. */
const DEPARTMENT_LABEL = new RegExp(`^(${DEPARTMENT})\\s*[:：]\\s*(?=\\S)`, "u");
/** 部長：山田太郎 and 部長)山田太郎 are 部長 山田太郎. */
const TITLE_LABEL = new RegExp(`^(\\S{0,8}?(?:${TITLES.join("|")}))\\s*[:：)）]\\s*(?=\\S)`, "u");
/** 山田太郎 ※窓口, 山田太郎 2023.4異動 */
const REMARK = /(?<=\S)\s*※.*$|(?<=\p{Script=Han}|[様殿])\s+[HRhr]?\d{1,4}[./年]\d.*$/u;
/** 山田太郎※4/1異動: a slash in it parts nobody. */
const REMARK_BEHIND = /(?<=\S)\s*※[^、,，;；&＆]*$/u;
/** 山田太郎 090-1234-5678: a number is no part of a name. */
const NUMBER_BEHIND =
  /\s*(?:tel|携帯|直通|内線)?\s*[:：]?\s*[0０][0-9０-９]{1,4}[-－][0-9０-９]{1,4}[-－][0-9０-９]{3,4}$/i;
const OTHERS =
  /\s*(?:[(（]?(?:ほか|他|外)\s*[0-9０-９一二三四五六七八九十数]+\s*[名人][)）]?)$|(?:\s+|(?<=[様殿]|さん))[(（]?(?:ほか|他)[)）]?$/;
/** 「田中商事㈱ 山田」: a company in front of the person, by its legal form; a form alone belongs to the word behind it. */
function withoutCompany(name: string): string {
  const words = name.split(" ");
  const { form, core } = words.length > 1 ? splitLegalForm(words[0]!) : { form: null, core: "" };
  return form !== null && core !== "" ? words.slice(1).join(" ") : name;
}

const ONLY_DEPARTMENT = new RegExp(`^${DEPARTMENT}$`, "u");

function isNobody(name: string, honorific: string | null): boolean {
  if (name === "" || !/\p{L}/u.test(name) || NOBODY.test(name.normalize("NFKC").replaceAll(" ", "")))
    return true;
  // 購買ご担当者様 names a desk, 山田ご担当者様 a person.
  if (honorific?.startsWith("ご担当") && !isKnownSurname(name)) return true;
  if (DESK.test(name)) return true;
  if (ONLY_DEPARTMENT.test(name) && !isKnownSurname(name)) return true;
  return splitLegalForm(name).form !== null;
}

/** A reading in brackets on a line of its own belongs to the name above. */
const READING_BELOW = /(\p{Script=Han}[^\n\r]*)[\n\r]+\s*([(（][ぁ-ゖァ-ヺー\uFF66-\uFF9F\s]+[)）])/gu;

/** A reading as a line of its own, below or above the name. */
const READING_LINE_BELOW =
  /^([^\n\r]*\p{Script=Han}[^\n\r]*)[\n\r]+\s*([ァ-ヺー\uFF66-\uFF9F][ァ-ヺー\uFF66-\uFF9F\s]{2,})$/u;
const READING_LINE_ABOVE =
  /^\s*([ァ-ヺー\uFF66-\uFF9F][ァ-ヺー\uFF66-\uFF9F \u3000]{2,})[\n\r]+([^\n\r]*\p{Script=Han}[^\n\r]*)$/u;
/** 山田太郎→佐藤花子: who came after is who is there. */
const SUCCEEDED = /^[^→⇒]*[→⇒]\s*(?=\S)/u;

const PARTED =
  /\s*[、,，;；/／&＆]\s*|(?<=様|さん|殿|氏|先生|長|任)\s*[・･と]\s*|(?<=様|さん|(?<![鵜大真御])殿|先生)(?:\s+(?=\S+\s?(?:様|さん|殿|先生)$)|(?=\S{2,}(?:様|さん|殿|先生)$))|(?<=\p{Script=Han}{2})と(?=\p{Script=Han}{2})|\s+(?=[(（]?(?:正|副|主|メイン|サブ)[)）:：])/u;

/** 山田太郎　佐藤花子: a family name and a given name hardly have four letters each. */
const TWO_WHOLE = /^(\p{Script=Han}{4,6})\s(\p{Script=Han}{4,6})$/u;

function piecesOf(line: string): string[] {
  // "Yamada, Taro" is one person.
  if (/^[\p{Script=Latin}'.\- ]+,\s*[\p{Script=Latin}'.\- ]+$/u.test(line)) return [line];
  const readingBehind =
    /^\S+(?:\s\S+)?\s*[/／]\s*[ぁ-ゖァ-ヺー\uFF66-\uFF9F\s]+$/.test(line) && /\p{Script=Han}/u.test(line);
  const names = TWO_WHOLE.exec(line)?.slice(1) ?? [];
  if (names.length === 2 && names.every((name) => splitName(name).family !== null && !isKnownSurname(name)))
    return names;
  const pieces = readingBehind ? [line] : withTitles(line.split(PARTED));
  return pieces.flatMap((piece) => (isDottedList(piece) ? piece.split(/[・･]/) : [piece]));
}

/** 「山田太郎／営業課長」: a title alone belongs to the one before it. */
function withTitles(pieces: readonly string[]): string[] {
  const people: string[] = [];
  for (const piece of pieces) {
    const before = people.at(-1);
    const { name, title } = before === undefined ? { name: piece, title: null } : takeTitle(piece);
    if (title !== null && (name === "" || DESK.test(name))) people[people.length - 1] = `${before} ${piece}`;
    else people.push(piece);
  }
  return people;
}

function isDottedList(piece: string): boolean {
  const parts = piece.split(/[・･]/).map((part) => part.trim());
  return (
    parts.length > 1 &&
    parts.every((part) => (part.length >= 2 ? /\p{Script=Han}/u.test(part) : ONE_LETTER_SURNAMES.has(part)))
  );
}

function clean(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^'|^="?|"$/g, "")
    .trim()
    .replace(MARK, "");
}

/** ◎山田, ・佐藤: a mark in front, whatever it means to whoever made it. */
const MARK = /^[○◎●〇★☆※・■□◆◇▲△*＊✓✔]+\s*(?=\S)/;
