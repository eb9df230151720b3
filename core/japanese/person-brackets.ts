import { isKana } from "./kana.ts";
import { DEPARTMENT, HONORIFICS, TITLES } from "./person-words.ts";

/** A name, and what stood in brackets beside it. */
export interface Brackets {
  name: string;
  reading: string | null;
  title: string | null;
  honorific: string | null;
  department: string | null;
}

/** Brackets hold a reading, a title, an honorific or a remark; the kana outside and the kanji inside change places. */
export function takeBrackets(text: string): Brackets {
  const found: Brackets = { name: text, reading: null, title: null, honorific: null, department: null };
  const outside = text.replace(/[(（].*$/, "").trim();
  found.name = text.replace(BRACKETED, (_, inner: string) => note(found, inner, outside)).trim();
  const swapped = /\u0000(.+?)\u0000\s*(.*)$/.exec(found.name);
  if (swapped) found.name = `${swapped[1]}${swapped[2]}`;
  return found;
}

const BRACKETED = /\s*[(（［[【〔<＜《]\s*([^()（）［\][\]【】〔〕<>＜＞《》]*?)\s*[)）］\]】〕>＞》]\s*/g;
const ROLE = new RegExp(`^(${DEPARTMENT})?\\s*(${TITLES.join("|")})?$`, "u");

/** Keeps what one pair of brackets says, and answers what stays of it in the name. */
function note(found: Brackets, inner: string, outside: string): string {
  const role = ROLE.exec(inner.replace(/(?:様|さん)$/, ""));
  if (isKana(inner) && inner.length > 1) {
    found.reading ??= inner;
  } else if (HONORIFICS.includes(inner)) {
    found.honorific ??= inner;
  } else if (isKana(outside) && /\p{Script=Han}/u.test(inner)) {
    found.reading = outside;
    return `\u0000${inner}\u0000`;
  } else if (role?.[0]) {
    found.department ??= role[1] ?? null;
    found.title ??= role[2] ?? null;
  }
  return " ";
}
