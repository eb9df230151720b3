import { SMALL, small } from "./numerals.ts";
import type { Span } from "./types.ts";

/** A time of day as typed. `part` is its name when it is only a part of the day (朝); `to` only for a range. */
export interface ClockMention extends Span {
  from: string;
  to: string | null;
  part: string | null;
  /** 今, さっき: the moment of typing. */
  now: boolean;
}

const HALF = "(?:(午前|午後|ごぜん|ごご|朝の?|夕方の?|夜の?|昼の?|am|pm)\\s*)?";
const CLOCK = `${HALF}(?:(\\d{1,2}):([0-5]\\d)(?!\\d)|(${SMALL})(?:時(?!間|期|点|代|給|価|計)|じ(?=[まにかごはとの、\\s]|$))(?:(半)|([0-5]?\\d)分)?)(?:\\s*(am|pm))?`;
const SECOND = `(?:(\\d{1,2}):([0-5]\\d)(?!\\d)|(${SMALL})時(?!間)(?:(半)|([0-5]?\\d)分)?)`;
const TIME = new RegExp(
  `(?<![\\d:.,/@¥\\-第一二三四五六七八九十])${CLOCK}(?:\\s*(?:~|-|–|—|から|より)\\s*${SECOND})?(?:\\s*~)?(?:ごろ|頃|過ぎ|すぎ)?`,
  "gi",
);
const BARE_RANGE = new RegExp(`(?<![\\d:.,/@¥\\-])(\\d{1,2})\\s*[~-]\\s*(${SMALL})時(?!間)(半)?`, "g");
const ENGLISH = /(?<![\d:.,/@¥a-z])(\d{1,2})\s*(am|pm)(?![a-z])/gi;

// Longest first: 午後イチ before 午後. Times of parts are where a salesperson would put them in the diary.
const PARTS: [RegExp, string, string | null, string | null][] = [
  [/朝[イい一]チ?(?:ち)?|あさ(?:いち|イチ)|朝いち|始業(?:時|後|すぐ)?/g, "09:00", null, "朝"],
  [
    /午後[イい一](?:チ|ち)?(?!番)|ごご(?:いち|イチ|一)|午後一番|昼[イい一](?:チ|ち)?|昼一番|ひる(?:いち|イチ)/g,
    "13:00",
    null,
    null,
  ],
  [/昼前|ひる前/g, "11:00", null, "昼前"],
  [/昼過ぎ|昼すぎ|お昼過ぎ|ひるすぎ/g, "13:30", null, "昼過ぎ"],
  [/午前中|午前(?!\s*\d)|ごぜんちゅう|ごぜん(?!\s*\d)/g, "09:00", "12:00", "午前"],
  [/午後(?!\s*\d)|ごご(?![いイ一]|\s*\d)/g, "13:00", "17:00", "午後"],
  [/夕方|ゆうがた|夕刻/g, "17:00", null, "夕方"],
  [/お昼(?!休|ごはん|ご飯)|正午/g, "12:00", null, "昼"],
  [/(?<![一-龠])朝(?=[\s、にか電訪架打t会]|$)/gi, "09:00", null, "朝"],
  [/(?<![一-龠])夜(?=[\s、にか電訪架打t会]|$)/gi, "19:00", null, "夜"],
  [/今朝|けさ/g, "09:00", null, "朝"],
  [/昨夜|昨晩|ゆうべ/g, "19:00", null, "夜"],
];
const NOW =
  /(?:ただ今|ただいま|たった今|今(?!日|週|月|年|回|度|後|朝|夜|晩|期|季|村|井|川|野|西|田|泉|治|里|池|一|ま|まで|の)|いまさっき|いま(?=でんわ|電話|tel|訪問)|さっき|さきほど|先ほど|先程|今しがた)/gi;

/** Finds every time of day in the line; nothing is judged here. */
export function findClocks(line: string): ClockMention[] {
  const found: ClockMention[] = [...exactTimes(line), ...englishTimes(line), ...bareRanges(line)];
  for (const [pattern, from, to, part] of PARTS) {
    for (const match of line.matchAll(pattern)) found.push({ ...spanOf(match), from, to, part, now: false });
  }
  for (const match of line.matchAll(NOW)) {
    found.push({ ...spanOf(match), from: "", to: null, part: null, now: true });
  }
  return found;
}

function* exactTimes(line: string): Generator<ClockMention> {
  for (const match of line.matchAll(TIME)) {
    const [, before, hour, minute, kanjiHour, half, minutes, after, hour2, minute2, kanji2, half2, minutes2] =
      match;
    const meridiem = before ?? after;
    const from = clock(meridiem, hour ?? kanjiHour!, minute ?? (half ? "30" : (minutes ?? "0")));
    if (!from || (/^一時/.test(match[0]) && !/^一時(?:半|\d)/.test(match[0]))) continue;
    const second = hour2 ?? kanji2;
    const to = second ? clock(meridiem, second, minute2 ?? (half2 ? "30" : (minutes2 ?? "0"))) : null;
    yield { ...spanOf(match), from, to, part: null, now: false };
  }
}

function* englishTimes(line: string): Generator<ClockMention> {
  for (const match of line.matchAll(ENGLISH)) {
    const from = clock(match[2], match[1]!, "0");
    if (from) yield { ...spanOf(match), from, to: null, part: null, now: false };
  }
}

function* bareRanges(line: string): Generator<ClockMention> {
  for (const match of line.matchAll(BARE_RANGE)) {
    const from = clock(undefined, match[1]!, "0");
    const to = clock(undefined, match[2]!, match[3] ? "30" : "0");
    if (from && to) yield { ...spanOf(match), from, to, part: null, now: false };
  }
}

// Nobody visits a customer at two in the morning: a bare 2時 is in the afternoon.
function clock(meridiem: string | undefined, hourText: string, minuteText: string): string | null {
  let hour = small(hourText);
  const minute = Number(minuteText);
  if (!(hour >= 0 && hour <= 24) || minute > 59) return null;
  const word = meridiem?.toLowerCase() ?? "";
  const morning = /^(?:午前|ごぜん|朝|am)/.test(word);
  const afternoon = /^(?:午後|ごご|夕方|夜|昼|pm)/.test(word);
  if (afternoon && hour < 12 && !(word.startsWith("昼") && hour >= 10)) hour += 12;
  else if (!morning && hour >= 1 && hour <= 6 && !hourText.startsWith("0")) hour += 12;
  if (hour === 24) return "23:59";
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function spanOf(match: RegExpMatchArray): Span {
  const start = match.index!;
  return { start, end: start + match[0].trimEnd().length };
}
