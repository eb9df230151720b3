const DIGITS = "〇一二三四五六七八九";

/** The pattern of a small number as people write or dictate it: 7, 27, 七, 二十七. */
export const SMALL = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";

/** Reads what `SMALL` matched; NaN for kanji that are no number (十十). */
export function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === "") return Number.NaN;
  const [, head, ten, tail] = match;
  if (!ten) return text.length === 1 ? DIGITS.indexOf(text) : Number.NaN;
  return (head ? DIGITS.indexOf(head) : 1) * 10 + (tail ? DIGITS.indexOf(tail) : 0);
}
