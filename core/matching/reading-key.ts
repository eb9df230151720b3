import { foldText, romajiToKana, splitLegalForm } from "../japanese/index.ts";

/** How a name sounds. */
export interface ReadingKey {
  /** Hiragana with large small-kana, ず for づ: as exact as it was written. */
  exact: string;
  /** The same without what romaji, ー and bank kana leave out: long vowels. */
  loose: string;
  /** Long vowels were not written. */
  vague: boolean;
}

/** The reading of kana or romaji, legal form off; null for anything else. */
export function readingKey(text: string | null): ReadingKey | null {
  if (!text) return null;
  const core = splitLegalForm(text).core.normalize("NFKC");
  const latin = /[a-z]/i.test(core);
  const kana = latin ? (/^[\p{Script=Latin}\s.,'・-]+$/u.test(core) ? romajiToKana(core) : null) : core;
  if (kana === null) return null;
  const folded = foldText(kana).replace(/[づぢを]/g, (c) => ({ づ: "ず", ぢ: "じ", を: "お" })[c]!);
  if (!/^[ぁ-ゖ]+$/.test(folded)) return null;
  return { exact: folded, loose: withoutLength(folded), vague: latin || core.includes("ー") };
}

/** Same sound; long vowels count only where both write them. */
export function soundsAlike(a: ReadingKey, b: ReadingKey): boolean {
  return a.vague || b.vague ? a.loose === b.loose : a.exact === b.exact;
}

function withoutLength(key: string): string {
  return key
    .replace(/(?<=[おこそとのほもよろごぞどぼぽうくすつぬふむゆるぐずぶぷ])う/g, "")
    .replace(/(?<=[おこそとのほもよろごぞどぼぽ])お/g, "")
    .replace(/ああ/g, "あ")
    .replace(/いい/g, "い")
    .replace(/ん([あいうえお])/g, (_, vowel: string) => "なにぬねの"["あいうえお".indexOf(vowel)]!)
    .replace(/ん(?=[やゆよ])/g, "に");
}
