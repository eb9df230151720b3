/**
 * Everything that thumbs leave between words: Unicode blanks (U+3000 among them), U+00A0, which Slack sends for
 * pasted text (`\s` covers both), zero-width spaces and line breaks. Joiners inside emoji stay.
 */
const BLANKS = /[\s\u180E\u200B\u2060\uFEFF]+/gu;

/** One kind of blank between words, none at the ends. Line breaks count as blanks. */
export function spaced(text: string): string {
  return text.replace(BLANKS, " ").trim();
}

/** How a typed word is compared: any width, any case, katakana = hiragana, emoji with or without their selector. */
export function wordKey(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\uFE0E\uFE0F]/g, "")
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}
