import { addDays, type BusinessCalendar, dayOf, nextBusinessDay } from "../../japanese/index.ts";
import type { DayWords } from "./day-words.ts";
import { lastDayOf, mondayOf, monthAway, nthWeekday, parts, weekdayIndex } from "./month-math.ts";
import { small } from "./numerals.ts";
import { resolveDay } from "./resolve-day.ts";
import type { Day } from "./types.ts";

export function fullDate(
  year: number,
  month: number,
  day: number,
  weekday: string | undefined,
): DayWords | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = dayOf(year, month, day);
  return date ? withWeekday({ is: "day", date }, weekday) : { is: "nowhere", year, month, day };
}

export function monthDay(
  month: number,
  day: number,
  weekday: string | undefined,
  today: Day,
): DayWords | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const { year } = parts(today);
  const exists = [year, year + 1].some((y) => dayOf(y, month, day));
  return exists
    ? withWeekday({ is: "monthDay", month, day }, weekday)
    : { is: "nowhere", year: month < parts(today).month - 6 ? year + 1 : year, month, day };
}

export function dayIn(
  at: { year: number; month: number },
  day: number,
  weekday: string | undefined,
): DayWords | null {
  return fullDate(at.year, at.month, day, weekday);
}

export function dayOfMonth(day: number, weekday: string | undefined): DayWords | null {
  return day >= 1 && day <= 31 ? withWeekday({ is: "dayOfMonth", day }, weekday) : null;
}

export function withWeekday<T extends DayWords & { weekday?: number }>(
  words: T,
  label: string | undefined,
): T {
  return label ? { ...words, weekday: weekdayFrom(label) } : words;
}

export function weekdayFrom(label: string): number {
  const kanji = "月火水木金土日".indexOf(label);
  return kanji >= 0 ? kanji : ["げつ", "か", "すい", "もく", "きん", "ど", "にち"].indexOf(label);
}

export function weekFrom(word: string, today: Day): Day {
  const steps: Record<string, number> = {
    来週: 7,
    らいしゅう: 7,
    翌週: 7,
    再来週: 14,
    さらいしゅう: 14,
    先週: -7,
    せんしゅう: -7,
    先々週: -14,
  }; // prettier-ignore
  return addDays(mondayOf(today), steps[word] ?? 0);
}

export function weekOf(words: DayWords | null, today: Day): DayWords | null {
  if (words?.is !== "monthDay") return null;
  const resolved = resolveDay(words, null, today);
  return "doubt" in resolved ? null : weekRange(mondayOf(resolved.date));
}

export function weekRange(monday: Day): DayWords {
  return { is: "range", from: monday, to: addDays(monday, 4), precision: "week" };
}

export function weekdayOfWeek(word: string, weekday: number, today: Day): DayWords {
  if (/^(?:次|今度|つぎ|こんど)$/.test(word)) {
    const ahead = (weekday - weekdayIndex(today) + 7) % 7 || 7;
    return { is: "day", date: addDays(today, ahead) };
  }
  if (/^この/.test(word)) {
    const back = (weekdayIndex(today) - weekday + 7) % 7 || 7;
    return { is: "day", date: addDays(today, -back) };
  }
  return { is: "day", date: addDays(weekFrom(word, today), weekday) };
}

// 週末 means Friday to people who work: on Saturday and Sunday the next one.
export function weekend(today: Day): Day {
  return addDays(mondayOf(today), weekdayIndex(today) > 4 ? 11 : 4);
}

export function monthSteps(word: string): number {
  if (/再来|さらい|翌々/.test(word)) return 2;
  if (/来|翌|らい/.test(word)) return 1;
  if (/先々/.test(word)) return -2;
  return /先|せん/.test(word) ? -1 : 0;
}

export function monthPart(word: string, part: string | undefined, today: Day): DayWords {
  const { year, month } = monthAway(today, monthSteps(word));
  return partOfMonth(year, month, part);
}

export function partOfMonth(year: number, month: number, part: string | undefined): DayWords {
  const at = (day: number) => dayOf(year, month, day)!;
  const last = lastDayOf(year, month);
  switch (part) {
    case "末":
      return { is: "day", date: last };
    case "頭":
    case "初め":
    case "初":
    case "はじめ":
    case "あたま":
      return { is: "first", date: at(1) };
    case "初旬":
    case "上旬":
      return { is: "range", from: at(1), to: at(10), precision: "week" };
    case "半ば":
    case "中旬":
      return { is: "range", from: at(11), to: at(20), precision: "week" };
    case "下旬":
      return { is: "range", from: at(21), to: last, precision: "week" };
    default:
      return { is: "range", from: at(1), to: last, precision: "month" };
  }
}

// 1月末 said in November is next January; said in February it was the last one or is a slip: the next one is meant.
export function namedMonth(month: number, part: string | undefined, today: Day): DayWords | null {
  if (month < 1 || month > 12) return null;
  const now = parts(today);
  return partOfMonth(month < now.month ? now.year + 1 : now.year, month, part);
}

export function monthEnd(today: Day): DayWords {
  const { year, month } = parts(today);
  const end = lastDayOf(year, month);
  if (end > today) return { is: "day", date: end };
  const next = monthAway(today, 1);
  return { is: "day", date: lastDayOf(next.year, next.month) };
}

export function firstOf(at: { year: number; month: number }): Day {
  return dayOf(at.year, at.month, 1)!;
}

export function nthOf(word: string | undefined, nth: number, weekday: number, today: Day): DayWords | null {
  const at = monthAway(today, word ? monthSteps(word) : 0);
  const date = nthWeekday(at.year, at.month, nth, weekday);
  if (word || (date && date >= today)) return date ? { is: "day", date } : null;
  const next = monthAway(today, 1);
  const later = nthWeekday(next.year, next.month, nth, weekday);
  return later ? { is: "day", date: later } : null;
}

export function yearOf(word: string, today: Day): number {
  const { year } = parts(today);
  if (/来|翌/.test(word)) return year + 1;
  return /昨|去/.test(word) ? year - 1 : year;
}

export function fiscalEnd(today: Day): Day {
  const { year, month } = parts(today);
  return dayOf(month > 3 ? year + 1 : year, 3, 31)!;
}

/** A day and month that no calendar has; null when there is such a month and day. */
export function nowhere(month: number, day: number, today: Day): DayWords | null {
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return null;
  return { is: "nowhere", year: parts(today).year, month: 0, day };
}

/** How far away: -1, 0 or 1. */
export function englishDay(word: string): number {
  return ["yesterday", "today", "tomorrow"].indexOf(word.toLowerCase()) - 1;
}

export function englishWeekday(word: string): number {
  return ["mo", "tu", "we", "th", "fr", "sa", "su"].indexOf(word.slice(0, 2).toLowerCase());
}

export function few(text: string): number {
  return /^数|[、,]/.test(text) ? 3 : small(text);
}

export function businessDaysOn(today: Day, count: number, calendar?: BusinessCalendar): Day {
  let day = today;
  for (let step = 0; step < count; step++) day = nextBusinessDay(day, calendar);
  return day;
}

export function sameDay(at: { year: number; month: number }, today: Day): Day {
  return dayOf(at.year, at.month, parts(today).date) ?? lastDayOf(at.year, at.month);
}
