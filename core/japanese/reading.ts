import { foldText } from "./fold.ts";
import { toHalfKatakana, toKatakana } from "./kana.ts";
import { splitLegalForm } from "./legal-form.ts";
import { LEGAL_FORMS } from "./legal-forms.ts";
import { romajiToKana } from "./romaji.ts";

/**
 * True when two readings sound the same: kana of any kind and size, ヅ=ズ, ヂ=ジ, ヲ=オ, romaji against kana. Where one side
 * cannot tell long vowels (romaji, サトー) they do not count; between kana they do: オノ is not オオノ. Words may be in either order
 * when one side is romaji. Kanji never read the same here.
 */
export function sameReading(a: string, b: string): boolean {
  const left = readReading(a);
  const right = readReading(b);
  if (left === null || right === null) return false;
  if (!left.vague && !right.vague) return left.key === right.key;
  const shortLeft = withoutLength(left.key);
  const shortRight = withoutLength(right.key);
  return (
    shortLeft === shortRight ||
    shortLeft === withoutLength(right.reversed) ||
    shortRight === withoutLength(left.reversed)
  );
}

/**
 * The reading as a bank transfer shows it (全銀): half-width large kana, capitals, a dash for the long mark, the legal form as
 * its abbreviation: "カブシキガイシャタナカショウジ" → "ｶ)ﾀﾅｶｼﾖｳｼﾞ".
 */
export function bankKana(text: string): string {
  const { core, form, position } = splitLegalForm(text);
  const mark = LEGAL_FORMS.find(({ name }) => name === form)?.bank?.[0];
  const name = toBankLetters(mark === undefined ? text : core);
  if (mark === undefined) return name;
  return position === "back" ? `${name}(${toHalfKatakana(mark)}` : `${toHalfKatakana(mark)})${name}`;
}

/**
 * The key by which names are put in order: hiragana of the reading when it is known, else the folded name; legal forms do not
 * count. Plain string comparison of two keys is the order of the kana table.
 */
export function sortKey(name: string, reading: string | null): string {
  const known = reading === null ? "" : foldText(splitLegalForm(reading).core);
  return known !== "" ? known : foldText(splitLegalForm(name).core) || foldText(name);
}

interface Reading {
  key: string;
  reversed: string;
  /** Long vowels are not written. */
  vague: boolean;
}

function readReading(text: string): Reading | null {
  const plain = text.normalize("NFKC").trim();
  const latin = /[a-z]/i.test(plain);
  const kana = latin ? romajiToKana(plain) : toKatakana(plain);
  if (kana === null || kana === "" || !/^[ァ-ヺー\s・･]+$/.test(kana)) return null;
  const words = kana.split(/[\s・･]+/);
  const keyOf = (parts: string[]) =>
    foldText(parts.join("")).replace(/[づぢを]/g, (c) => ({ づ: "ず", ぢ: "じ", を: "お" })[c]!);
  const key = keyOf(words);
  return { key, reversed: latin ? keyOf([...words].reverse()) : key, vague: latin || plain.includes("ー") };
}

/** Drops う after o and u sounds, お after o sounds, and doubled vowels, which is what romaji and ー leave out. */
function withoutLength(key: string): string {
  return (
    key
      .replace(/(?<=[おこそとのほもよろごぞどぼぽうくすつぬふむゆるぐずぶぷ])う/g, "")
      .replace(/(?<=[おこそとのほもよろごぞどぼぽ])お/g, "")
      .replace(/ああ/g, "あ")
      .replace(/いい/g, "い")
      // Kenichi may be ケニチ or ケンイチ: an ん before a vowel is written as one syllable with it.
      .replace(/ん([あいうえお])/g, (_, vowel: string) => "なにぬねの"["あいうえお".indexOf(vowel)]!)
      .replace(/ん(?=[やゆよ])/g, "に")
  );
}

function toBankLetters(text: string): string {
  const large = toKatakana(text.normalize("NFKC")).replace(
    /[ァィゥェォッャュョヮ]/g,
    (kana) => "アイウエオツヤユヨワ"["ァィゥェォッャュョヮ".indexOf(kana)]!,
  );
  return toHalfKatakana(large).replaceAll("ｰ", "-").replaceAll("・", ".").toUpperCase();
}
