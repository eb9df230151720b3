import { addDays, dayOf } from "../../japanese/index.ts";
import type { DayWords } from "./day-words.ts";
import { daysBetween, lastDayOf, monthAway, parts, weekdayIndex } from "./month-math.ts";
import type { DateDoubt, Day } from "./types.ts";

export type Lean = "past" | "future" | null;

/** The day that is meant, or the days among which a person has to choose. `to` ends a range. */
export type ResolvedDay =
  | { date: Day; to: Day | null; precision: "day" | "week" | "month"; snap: "first" | "last" | null }
  | { doubt: DateDoubt; candidates: Day[] };

const RECENT_DAYS = 60;
const LONG_AGO_DAYS = 200;

/**
 * Decides which day the words name, seen from `today`. A day without month or year leans where its words pull it;
 * with no pull it is doubted rather than guessed. No day is ever rolled over.
 */
export function resolveDay(words: DayWords, lean: Lean, today: Day): ResolvedDay {
  switch (words.is) {
    case "day":
      return agreeing(words.date, words.weekday);
    case "first":
    case "last":
      return { date: words.date, to: null, precision: "day", snap: words.is };
    case "range":
      return { date: words.from, to: words.to, precision: words.precision, snap: null };
    case "either":
      return either(words.days, lean, today);
    case "nowhere":
      return nowhere(words.year, words.month);
    case "weekday":
      return weekday(words.weekday, lean, today);
    case "dayOfMonth":
      return dayOfMonth(words.day, words.weekday, lean, today);
    case "monthDay":
      return monthDay(words.month, words.day, words.weekday, lean, today);
  }
}

function either(days: readonly [DayWords, DayWords], lean: Lean, today: Day): ResolvedDay {
  const found = days.flatMap((one) => {
    const day = resolveDay(one, lean, today);
    return "doubt" in day ? day.candidates : [day.date];
  });
  return { doubt: "ambiguous", candidates: [...new Set(found)].sort() };
}

function exactly(date: Day): ResolvedDay {
  return { date, to: null, precision: "day", snap: null };
}

// 11/24(水) when the 24th is a Tuesday: one of the two is a slip.
function agreeing(date: Day, weekday: number | undefined): ResolvedDay {
  if (weekday === undefined || weekdayIndex(date) === weekday) return exactly(date);
  const step = ((weekday - weekdayIndex(date) + 10) % 7) - 3;
  return { doubt: "ambiguous", candidates: [date, addDays(date, step)].sort() };
}

function nowhere(year: number, month: number): ResolvedDay {
  if (month < 1) return { doubt: "no_such_date", candidates: [] };
  const last = lastDayOf(year, month);
  return { doubt: "no_such_date", candidates: [last, addDays(last, 1)] };
}

function weekday(index: number, lean: Lean, today: Day): ResolvedDay {
  const past = addDays(today, -((weekdayIndex(today) - index + 7) % 7));
  const future = addDays(today, (index - weekdayIndex(today) + 7) % 7 || 7);
  // 金曜まで typed on a Friday: today, or in a week.
  if (past === today && lean === "future") return { doubt: "ambiguous", candidates: [today, future] };
  return choose(past, future, lean);
}

function dayOfMonth(day: number, weekdayTyped: number | undefined, lean: Lean, today: Day): ResolvedDay {
  const near = [-1, 0, 1].map((steps) => {
    const { year, month } = monthAway(today, steps);
    return dayOf(year, month, day);
  });
  const [before, current, after] = near;
  const fitting = near.find(
    (date) => date && weekdayTyped !== undefined && weekdayIndex(date) === weekdayTyped,
  );
  if (fitting) return exactly(fitting);
  if (!current) {
    const { year, month } = parts(today);
    return lean === "past" && before ? exactly(before) : nowhere(year, month);
  }
  if (current === today) return exactly(current);
  const past = current < today ? current : before;
  const future = current > today ? current : after;
  if (!past || !future) return exactly(current);
  return choose(past, future, lean);
}

function monthDay(
  month: number,
  day: number,
  typed: number | undefined,
  lean: Lean,
  today: Day,
): ResolvedDay {
  const { year } = parts(today);
  const years = [year - 1, year, year + 1, year + 2]
    .map((y) => dayOf(y, month, day))
    .filter((d) => d !== null);
  const fitting = years.filter((date) => typed === undefined || weekdayIndex(date) === typed);
  const nearest = closest(years, today);
  if (typed !== undefined && !fitting.includes(nearest)) return agreeing(nearest, typed);
  if (lean === null) return exactly(nearest);
  const past = years.filter((date) => date <= today).at(-1);
  const future = years.find((date) => date >= today);
  if (lean === "past" && past) {
    return future && daysBetween(past, today) > LONG_AGO_DAYS
      ? { doubt: "ambiguous", candidates: [past, future] }
      : exactly(past);
  }
  if (!future) return exactly(nearest);
  const justGone = past && past < today && daysBetween(past, today) <= RECENT_DAYS;
  return justGone && future !== today ? { doubt: "ambiguous", candidates: [past, future] } : exactly(future);
}

function choose(past: Day, future: Day, lean: Lean): ResolvedDay {
  if (lean === "past") return exactly(past);
  if (lean === "future") return exactly(future);
  return { doubt: "ambiguous", candidates: [past, future] };
}

function closest(days: Day[], today: Day): Day {
  return days.reduce((best, day) =>
    Math.abs(daysBetween(today, day)) < Math.abs(daysBetween(today, best)) ? day : best,
  );
}
