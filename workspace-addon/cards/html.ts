/** Text from the record for a field that Google reads as HTML: nothing in it is taken for a tag, lines stay lines. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll(/\r\n?|\n/g, "<br>");
}

export function bold(text: string): string {
  return `<b>${escapeHtml(text)}</b>`;
}

/** Beside the point: names of colleagues, dates. Grey reads 4.5:1 on white. */
export function muted(text: string): string {
  return `<font color="#5f6368">${escapeHtml(text)}</font>`;
}

/** The words in front of it say that it is a warning; the colour only helps. */
export function warning(text: string): string {
  return `<font color="#b3261e"><b>${escapeHtml(text)}</b></font>`;
}

/** Cuts on a grapheme border, with an ellipsis, to at most `limit` UTF-16 units. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text.slice(0, limit))) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Plain text on one line, for titles, buttons and fields. */
export function oneLine(text: string, limit: number): string {
  return clip(printable(text).replaceAll(/\s+/g, " ").trim(), limit);
}

/** Control characters and those that turn the direction of what follows have no place on a card. */
function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
      "",
    );
}

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
