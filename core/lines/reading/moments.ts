import type { BusinessCalendar } from "../../japanese/index.ts";
import { type ClockMention, findClocks } from "./clock-words.ts";
import { type DayWords, findDays } from "./day-words.ts";
import { chooseLongest, overlaps } from "./spans.ts";
import type { Day, Span } from "./types.ts";

/** A day, a time or both, standing together in the line. What it means (when, due, fact) is told later. */
export interface Moment extends Span {
  text: string;
  day: DayWords | null;
  clock: ClockMention | null;
  /** Where the time stands when it is not beside its day (月曜 直行 10時). */
  clockApart?: Span;
}

/**
 * Finds days and times in the line and joins those that belong together (来週火曜の14時, 今朝).
 * Nothing is found inside `blocked`, e.g. a customer called 三日月堂.
 */
export function findMoments(
  line: string,
  today: Day,
  blocked: readonly Span[],
  calendar?: BusinessCalendar,
): Moment[] {
  const free = <T extends Span>(spans: T[]) =>
    chooseLongest(spans.filter((s) => !blocked.some((b) => overlaps(b, s))));
  const days = mergedDays(line, free(findDays(line, today, calendar)));
  const clocks = free(findClocks(line));
  const moments: Moment[] = [];
  const used = new Set<ClockMention>();
  for (const day of days) {
    const clock = clocks.find((c) => !used.has(c) && belongs(line, day, c));
    if (clock) used.add(clock);
    moments.push(moment(line, clock ? cover(day, clock) : day, day.day, clock ?? null));
  }
  for (const clock of clocks) {
    if (!used.has(clock) && !days.some((day) => overlaps(day, clock))) {
      moments.push(moment(line, clock, null, clock));
    }
  }
  return moments.sort((a, b) => a.start - b.start);
}

function belongs(line: string, day: Span, clock: Span): boolean {
  if (overlaps(day, clock)) return true;
  return clock.start >= day.end && /^[\s、,のは]{0,3}$/.test(line.slice(day.end, clock.start));
}

// 来週 24日, 24日 火曜: two names of one day; the more telling one stays.
function mergedDays<T extends Span & { day: DayWords }>(line: string, days: T[]): T[] {
  const merged: T[] = [];
  for (const day of days) {
    const before = merged.at(-1);
    if (
      before &&
      /^[\s、のに(]{0,2}$/.test(line.slice(before.end, day.start)) &&
      sameDayTwice(before.day, day.day)
    ) {
      const telling = rank(day.day) > rank(before.day) ? day : before;
      merged[merged.length - 1] = { ...telling, start: before.start, end: day.end };
    } else if (before && /^\s?(?:か|または|もしくは|or)\s?$/.test(line.slice(before.end, day.start))) {
      merged[merged.length - 1] = {
        ...day,
        start: before.start,
        day: { is: "either", days: [before.day, day.day] },
      };
    } else merged.push(day);
  }
  return merged;
}

function sameDayTwice(a: DayWords, b: DayWords): boolean {
  if (a.is === "range" && a.precision === "week") return rank(b) >= 1;
  return (a.is === "weekday" && rank(b) > 1) || (b.is === "weekday" && rank(a) > 1);
}

function rank(day: DayWords): number {
  if (day.is === "range") return 0;
  return day.is === "weekday" ? 1 : 2;
}

function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function moment(line: string, span: Span, day: DayWords | null, clock: ClockMention | null): Moment {
  return { start: span.start, end: span.end, text: line.slice(span.start, span.end), day, clock };
}
