import { isKana } from "./kana.ts";
import { HONORIFICS, TITLES } from "./person-words.ts";

/** A name, and what stood in brackets beside it. */
export interface Brackets {
  name: string;
  reading: string | null;
  title: string | null;
  honorific: string | null;
}

/** Brackets hold a reading, a title, an honorific or a remark; the kana outside and the kanji inside change places. */
export function takeBrackets(text: string): Brackets {
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
