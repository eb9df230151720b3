import type { BusinessCalendar } from "../../japanese/index.ts";
import { DAY_RULES } from "./day-rules.ts";
import type { Day, Span } from "./types.ts";

/**
 * A day as typed, before it is known whether past or future is meant.
 * day: told already · monthDay: 12/10, the year is open · dayOfMonth: 25日 · weekday: 火曜 (0 is Monday) ·
 * range: 来週, 来月, 上旬 · first: the first business day on or after `date` (週明け) · last: the last one on or before (年内) ·
 * either: 火曜か水曜 · nowhere: 11/31, and 13/5, whose month is 0.
 */
export type DayWords =
  | { is: "day"; date: Day; weekday?: number }
  | { is: "monthDay"; month: number; day: number; weekday?: number }
  | { is: "dayOfMonth"; day: number; weekday?: number }
  | { is: "weekday"; weekday: number }
  | { is: "range"; from: Day; to: Day; precision: "week" | "month" }
  | { is: "first"; date: Day }
  | { is: "last"; date: Day }
  | { is: "either"; days: readonly [DayWords, DayWords] }
  | { is: "nowhere"; year: number; month: number; day: number };

export interface DayMention extends Span {
  day: DayWords;
}

/** Finds every day named in the line, the longest reading at each place. Phone numbers are left alone. */
export function findDays(line: string, today: Day, calendar?: BusinessCalendar): DayMention[] {
  const text = withoutPhones(line);
  const found: DayMention[] = [];
  for (const [pattern, read] of DAY_RULES) {
    for (const match of text.matchAll(pattern)) {
      const day = read(match, today, calendar);
      // 毎週火曜 and 毎月25日 are no day.
      if (
        day &&
        !/(?:毎週|毎月|毎年|毎回|隔週|隔月)の?(?:第?[\d一二三四]{1,2}(?:日|週)?の?)?$/.test(
          text.slice(0, match.index),
        )
      )
        found.push({ start: match.index, end: match.index + match[0].replace(/[\sの]+$/, "").length, day });
    }
  }
  return found;
}

// Same length, so that places in the line stay true.
function withoutPhones(line: string): string {
  return line.replace(/(?<!\d)0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)|(?<!\d)\d{9,}(?!\d)/g, (phone) =>
    "#".repeat(phone.length),
  );
}
