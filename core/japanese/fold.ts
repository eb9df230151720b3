import { KANJI_CLASS } from "./kanji-variants.ts";

/**
 * The key under which two spellings of the same words meet, for matching and search, never for showing: full and half
 * width, case, accents, white space (U+3000, U+00A0 and U+200B included), punctuation and long marks are gone; katakana
 * is hiragana, small kana are large (as banks write them), old kanji are new, 々 and ゝ repeat what they stand for.
 * Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return fold(text, "");
}

/** foldText that keeps one space between words, for texts that are cut into words afterwards. */
export function foldLoose(text: string): string {
  return fold(text, " ").trim();
}

const DROPPED = "";
const SPACE = " ";
const REPEAT = "々";
const REPEAT_VOICED = "ゞ";

/** What each UTF-16 unit folds to, worked out on first sight: lists run through here by the hundred thousand. */
const foldedUnits: (string | undefined)[] = new Array(0x10000);

function fold(text: string, space: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  let folded = "";
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    let next = foldedUnits[unit];
    if (next === undefined) {
      if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < plain.length) {
        next = foldChar(String.fromCodePoint(plain.codePointAt(i)!));
        if (plain.codePointAt(i)! > 0xffff) i++;
      } else {
        next = foldChar(plain[i]!);
        foldedUnits[unit] = next;
      }
    }
    if (next === SPACE) {
      if (space !== "" && !folded.endsWith(space)) folded += space;
    } else if (next === REPEAT || next === REPEAT_VOICED) {
      folded += repeated(folded, next);
    } else {
      folded += next;
    }
  }
  return /[^\u0000-\u10ff\u1200-\ud7ff]/.test(folded) ? settle(folded) : folded;
}

/** Dropping a character can bring two parts of a Korean syllable together: joined at once, so that the fold is final. */
function settle(folded: string): string {
  return folded.normalize("NFKC");
}

function repeated(before: string, mark: string): string {
  const last = [...before.slice(-2)].at(-1);
  if (last === undefined || last === SPACE) return "";
  return mark === REPEAT_VOICED ? `${last}\u3099`.normalize("NFC").slice(0, 1) : last;
}

function foldChar(char: string): string {
  if (/[\s\u200b\u2060\ufeff]/u.test(char)) return SPACE;
  if (char === "々" || char === "〻" || char === "ゝ" || char === "ヽ") return REPEAT;
  if (char === "ゞ" || char === "ヾ") return REPEAT_VOICED;
  if (char === "ー" || !/[\p{L}\p{N}]/u.test(char)) return DROPPED;
  return KANJI_CLASS.get(char) ?? foldKana(char) ?? withoutAccent(char);
}

const SMALL_KANA: Readonly<Record<string, string>> = {
  ぁ: "あ",
  ぃ: "い",
  ぅ: "う",
  ぇ: "え",
  ぉ: "お",
  っ: "つ",
  ゃ: "や",
  ゅ: "ゆ",
  ょ: "よ",
  ゎ: "わ",
  ゕ: "か",
  ゖ: "け",
};

function foldKana(char: string): string | null {
  const code = char.charCodeAt(0);
  if (code < 0x3041 || code > 0x30fa) return null;
  if (code >= 0x30f7) return "わゐゑを"[code - 0x30f7]!;
  const hiragana = code >= 0x30a1 ? String.fromCharCode(code - 0x60) : char;
  return SMALL_KANA[hiragana] ?? hiragana;
}

function withoutAccent(char: string): string {
  const bare = char.normalize("NFKD").replace(/\p{M}/gu, "");
  return /^[a-z]+$/.test(bare) ? bare : char;
}
