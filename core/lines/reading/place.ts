import type { Span } from "./types.ts";

const PLACE = /場所は?[:\s]?([^。、\s]{1,30}?)(?:です|になります|でお願いします|(?=[。、\s]|$))/;

/** Where a meeting will be: 先方, 当社, オンライン or the words as typed, each with にて. Null when the line does not say. */
export function meetingPlace(line: string, within: Span): { label: string; span: Span } | null {
  const match = PLACE.exec(line.slice(within.start, within.end));
  if (!match) return null;
  const start = within.start + match.index;
  return { label: `${placeName(match[1]!)}にて`, span: { start, end: start + match[0].length } };
}

function placeName(words: string): string {
  if (/むこう|向こう|先方|あちら|客先|お客/.test(words)) return "先方";
  if (/当社|弊社|うち|こちら|自社/.test(words)) return "当社";
  return /zoom|teams|オンライン|web|meet/i.test(words) ? "オンライン" : words.replace(/(?:にて|で|に)$/, "");
}
