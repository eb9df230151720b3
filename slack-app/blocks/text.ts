const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
const ELLIPSIS = "…";

/** Stands where a value has nothing to show: Slack refuses a text object that is empty. */
export const BLANK = "—";

/**
 * Makes any stored string safe to send: control characters and half surrogate pairs, which Slack refuses
 * or garbles, are removed or replaced; every kind of line break becomes `\n`.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** Clean text that is sure to show something: a string without anything visible becomes {@link BLANK}. */
export function visibleText(text: string): string {
  const clean = cleanText(text);
  return /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(clean) ? clean : BLANK;
}

/** Visible text on one line, for titles, labels and buttons. */
export function oneLine(text: string): string {
  return visibleText(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/**
 * Shortens to at most `max` UTF-16 units, the strictest way Slack may count, ending in "…". Cuts between
 * graphemes, so that no surrogate pair, voicing mark or joined emoji is torn apart.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 1))) {
    if (index + segment.length > max - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}${ELLIPSIS}`;
}

/** Letters of which each is a grapheme of its own; most of what is shown. No line break, mark or joiner is among them. */
const PLAIN = /^[\u0020-\u007E\u3000-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/;

/** Splits into graphemes, the pieces that a cut must keep whole. */
export function eachGrapheme(text: string): string[] {
  if (PLAIN.test(text)) return [...text];
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
