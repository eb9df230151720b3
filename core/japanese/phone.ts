import { type NumberType, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { type DialledKind, formatDialled, kindOfDialled } from "./phone-plan.ts";

/** One phone number as read from a cell. */
export interface Phone {
  /** "+81312345678". */
  e164: string;
  /** Digits of the extension (内線), or null. */
  ext: string | null;
  kind: DialledKind;
  /** As people in Japan write it, "03-1234-5678"; a foreign number in international form. */
  display: string;
}

/**
 * Reads one phone number, Japan being home: full width, brackets, any dash, 代表, 内線/ext/#, +81 and 81-, ="03-…", a zero
 * eaten by a spreadsheet. Null for what is no number, for a rounded one (3.31E+08 has lost its digits), and for one marked FAX
 * only. Of several numbers the first counts; parsePhones gives all. Never throws.
 */
export function parsePhone(text: string): Phone | null {
  return parsePhones(text)[0] ?? null;
}

/** Every phone number in a cell, in order, FAX left out. */
export function parsePhones(text: string): Phone[] {
  if (USUAL.test(text)) {
    const phone = dialled(digitsOf(text), null);
    return phone === null ? [] : [phone];
  }
  const phones: Phone[] = [];
  for (const piece of piecesOf(text)) {
    if (piece.fax) continue;
    for (const phone of readPiece(piece.text))
      if (!phones.some((other) => other.e164 === phone.e164 && other.ext === phone.ext)) phones.push(phone);
  }
  return phones;
}

/** A number as it is dialled, with dashes or none. */
const USUAL = /^0\d{1,4}-?\d{1,4}-?\d{4}$/;

/** The first number of a FAX cell: as parsePhone, with a FAX mark allowed and preferred. */
export function parseFax(text: string): Phone | null {
  const pieces = piecesOf(text);
  for (const piece of [...pieces.filter((p) => p.fax), ...pieces.filter((p) => !p.fax)]) {
    const phone = readOne(piece.text);
    if (phone !== null) return phone;
  }
  return null;
}

/** One number as a rule; where words stand all around, every number that is written out with its dashes. */
function readPiece(piece: string): Phone[] {
  const one = readOne(piece);
  if (one !== null || !/[^\d\s()+.-]/.test(piece)) return one === null ? [] : [one];
  return [...piece.matchAll(WRITTEN_OUT)].flatMap((found) => dialled(digitsOf(found[0]), null) ?? []);
}

/** A former number (旧) is not one to dial. */
const WRITTEN_OUT = /(?<![\d-]|旧\D{0,6})0\d{1,4}-\d{1,4}-\d{3,4}(?![\d-])/g;

interface Piece {
  text: string;
  /** Marked FAX and nothing else. */
  fax: boolean;
}

const PLAIN = /^[0-9+() -]+$/;
const FAX_MARK = /fax|ファックス|ファクス|ﾌｧｯｸｽ|^\s*f\s*(?:[:.]|(?=[(+\d]))|^\s*[(]f[)]/i;
/** One line for both: a phone that also takes FAX. */
const SHARED_LINE =
  /(?:tel|電話)\s*[/・&兼]\s*(?:fax|ファックス|ファクス)|(?:fax|ファックス|ファクス)\s*[/・&兼]\s*(?:tel|電話)|(?:fax|ファックス|ファクス)?\s*(?:兼(?:用|fax)?|共用)/gi;
const MARKED_BEHIND = /([+0(][\d() -]{8,16}\d)\s*[(](?:fax(?:番号|専用)?|ファックス|ファクス|f)[)]/gi;
const MARKED_ALONE = /^([+0(][\d() -]{8,16}\d)\s*(?:fax|ファックス|ファクス)$/i;
const LABEL =
  /(?:tel|phone|fax|ファックス|ファクス|電話番号|電話|携帯電話|携帯|直通|代表|mobile|cell|direct|h\.?p\.?(?=\s*[:.]))\s*[:.]?/gi;

/** Cuts a cell with several numbers at the marks people use, and in front of every TEL or FAX label. */
function piecesOf(text: string): Piece[] {
  // A longer cell is a note.
  if (text.length > 500) return [];
  if (PLAIN.test(text)) return splitRun(text.trim()).map((one) => ({ text: one, fax: false }));
  const plain = text
    // ①03-… ②090-…: the marks are no digits.
    .replace(/[①-⑳⑴-⒇]/g, "\n")
    .normalize("NFKC")
    .trim()
    .replace(/^="?(.*?)"?$/, "$1")
    .replace(/^['"]+|['"]+$/g, "")
    .replace(/[\u200b\u00ad\ufeff]/g, "")
    .replace(/[‐‑‒–—―−ー─━_]/g, "-")
    // 03・1234・5678 and 03/1234/5678 are one number.
    .replace(/(?<![\d-])(0\d{1,4})([・･/])(\d{1,4})\2(\d{3,4})(?![\d-])/g, "$1-$3-$4")
    // An extension behind a mark still belongs to the number before it.
    .replace(/\s*[/,、;・\n]\s*(?=(?:内線|内|ext)\D{0,4}\d)/gi, " ")
    .replace(SHARED_LINE, "tel")
    // 03-1234-5678(FAX): the mark stands behind.
    .replace(MARKED_BEHIND, "fax:$1")
    .replace(MARKED_ALONE, "fax:$1");
  const cut = plain.split(
    /[\n\r、,;|]|\s*(?:\/|:::|又は|または|もしくは|及び|および|\bor\b)\s*|・|(?=(?<![a-z])(?:tel|fax))|(?=(?<![a-z])[tfm]\s*[:.])|(?=電話|携帯|直通|自宅|会社|勤務先|代表[:]|ファックス|ファクス)/i,
  );
  const joined = cut.map((piece) => piece.trim()).filter((piece) => piece !== "");
  return joined.flatMap((piece) => {
    const fax = FAX_MARK.test(piece);
    return splitRun(piece).map((one) => ({ text: one, fax }));
  });
}

/** "03-1234-5678 090-1111-2222": two whole numbers with only a space between. */
function splitRun(piece: string): string[] {
  const run = /^(\+?[\d()-]{9,16})\s+((?:\+|\(?0)[\d()-]{9,15}.*)$/.exec(piece);
  if (run && digitsOf(run[1]!).length >= 9 && digitsOf(run[2]!).length >= 9)
    return [run[1]!, ...splitRun(run[2]!)];
  return [piece];
}

const EXTENSION =
  /\s*[(-]?\s*(?:内線(?:番号)?|内|extension|ext\.?|x|#)(?:no|番号)?[\s:.)=]*(\d{1,6})\s*番?\s*\)?(?:\s+\p{L}{1,6})?\s*$/iu;

/** 03-1234-5678(123) and 03-1234-5678-123: a whole number, and a short one behind it. */
const EXTENSION_BARE = /(?<=^(0\d{1,4}-\d{1,4}-\d{4}))\s*(?:\(\s*(\d{2,5})\s*\)|-(\d{2,5}))$/;

function bareExtension(text: string): { index: number; length: number; ext: string } | null {
  const found = EXTENSION_BARE.exec(text);
  if (!found || kindOfDialled(digitsOf(found[1]!)) === null) return null;
  return { index: found.index, length: found[0].length, ext: found[2] ?? found[3]! };
}

function markedExtension(text: string): { index: number; length: number; ext: string } | null {
  const found = EXTENSION.exec(text) ?? EXTENSION_FIRST.exec(text);
  return found && { index: found.index, length: found[0].length, ext: found[1]! };
}

const EXTENSION_FIRST = /^\(?(?:内線|ext\.?)\s*[:.]?\s*(\d{1,6})\)?\s+(?=[+(0])/i;

function readOne(piece: string): Phone | null {
  if (/\de[+-]?\d/i.test(piece) || piece.length > 60) return null;
  const named = piece.replace(/(?<=\d\s*[)]?)\s*[(]?(?:代表?|直通?)[)]\s*$/, "");
  const found = bareExtension(named) ?? markedExtension(named);
  const ext = found?.ext ?? null;
  const main = (found ? named.slice(0, found.index) + named.slice(found.index + found.length) : named)
    .replace(LABEL, " ")
    .replace(
      /\(\s*(?:代表?|直通?|大代表|携帯|呼|本社|自宅|\s)\s*\)|[(]?[代直呼][)]?\s*$|^\s*[代直][)]|^\s*[tmph]\s*[:.]/gi,
      " ",
    )
    .replace(/☎|☏|📞|📱|℡/gu, " ")
    .replace(/[~〜].*$/, "")
    // Hours of business: (9:00-17:00).
    .replace(/\([^()]*[:時][^()]*\)/g, " ")
    .trim()
    .replace(/\.0$/, "");
  const digits = kanjiDigits(main);
  if (DIALLABLE.test(digits)) return readMain(digits, ext);
  // Words around a number (担当の名, 自宅) are tolerated only where it cannot be taken for another kind of number.
  const bare = main
    .replace(/[^\d+().\s-]+/g, " ")
    .replace(/\(\s*\)/g, " ")
    .trim();
  return /^\(?[+0]/.test(bare) && DIALLABLE.test(bare) ? readMain(bare, ext) : null;
}

const DIALLABLE = /^[+(]?[\d\s().+-]{8,30}$/;

/** Letters set from top to bottom write 〇三（一二三四）五六七八. */
function kanjiDigits(text: string): string {
  if (!/^[〇零一二三四五六七八九\s().-]{9,}$/.test(text)) return text;
  return text.replace(/[〇零一二三四五六七八九]/g, (digit) =>
    String("〇一二三四五六七八九".indexOf(digit === "零" ? "〇" : digit)),
  );
}

function readMain(text: string, ext: string | null): Phone | null {
  const digits = digitsOf(text);
  const national = nationalOf(text, digits);
  if (national !== null) return dialled(national, ext);
  return text.trimStart().startsWith("+") && !digits.startsWith("81") ? foreign(`+${digits}`, ext) : null;
}

/** The number as dialled at home, zero in front, or null when it is none. */
function nationalOf(text: string, digits: string): string | null {
  if (/^\s*\(?\+/.test(text)) return digits.startsWith("81") ? `0${digits.slice(2).replace(/^0/, "")}` : null;
  if (/^(?:00|010|001010|0033010|0061010)81\d{9,10}$/.test(digits))
    return `0${digits.slice(digits.indexOf("81") + 2)}`;
  if (digits.startsWith("0")) return digits;
  const from81 = /^81[\s(.-]*0?[\s).-]*([1-9][\d\s().-]+)$/.exec(text.trim());
  if (from81 && kindOfDialled(`0${digitsOf(from81[1]!)}`) !== null) return `0${digitsOf(from81[1]!)}`;
  const restored = `0${digits}`;
  return isGroupedAs(text, restored) ? restored : null;
}

/** A zero is put back only before bare digits, or where the groups are those of the restored number. */
function isGroupedAs(text: string, restored: string): boolean {
  const groups = text.split(/\D+/).filter((group) => group !== "");
  if (groups.length === 1) return true;
  return kindOfDialled(restored) !== null && formatDialled(restored) === `0${groups.join("-")}`;
}

function dialled(national: string, ext: string | null): Phone | null {
  const kind = kindOfDialled(national);
  if (kind === null) return null;
  return { e164: `+81${national.slice(1)}`, ext, kind, display: formatDialled(national) };
}

const FOREIGN_KIND: Partial<Record<NonNullable<NumberType>, DialledKind>> = {
  MOBILE: "mobile",
  TOLL_FREE: "toll_free",
  VOIP: "ip",
};

function foreign(number: string, ext: string | null): Phone | null {
  const phone = parsePhoneNumberFromString(number);
  if (!phone?.isPossible()) return null;
  const kind = FOREIGN_KIND[phone.getType() ?? "FIXED_LINE"] ?? "fixed";
  return { e164: phone.number, ext, kind, display: phone.formatInternational() };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
