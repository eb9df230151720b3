import {
  addDays,
  type BusinessCalendar,
  holidayName,
  isBusinessDay,
  nextBusinessDay,
  onBusinessDay,
  weekdayLabel,
} from "../../japanese/index.ts";
import type { ClockMention } from "./clock-words.ts";
import type { ResolvedDay } from "./resolve-day.ts";
import type { DateDoubt, Day, Due, LineNextAction, NextActionKind } from "./types.ts";

/** A due day on the calendar of the company, and what has to be asked about it. */
export interface DueDay {
  due: Due | null;
  shifted: LineNextAction["shifted"];
  question: { reason: DateDoubt; candidates: Day[] } | null;
}

/**
 * Puts the day that is meant on a business day: a promise moves to the one before, a follow-up to the one after, an
 * appointment never (the person is asked). Nothing moves into the past, and a closed day that is today stays: whoever
 * types on a Saturday 「17時まで」 is at work.
 */
export function dueDay(
  kind: NextActionKind,
  resolved: ResolvedDay,
  clock: ClockMention | null,
  now: string,
  calendar?: BusinessCalendar,
): DueDay {
  if ("doubt" in resolved) {
    return {
      due: null,
      shifted: null,
      question: { reason: resolved.doubt, candidates: resolved.candidates },
    };
  }
  const today = now.slice(0, 10);
  if (resolved.to) return rangeDue(kind, resolved.date, resolved.to, resolved.precision, today, calendar);
  const due = (date: Day): Due => timed(date, clock, now);
  if (resolved.snap) {
    const date = onBusinessDay(resolved.date, resolved.snap === "first" ? "next" : "previous", calendar);
    return { due: due(date), shifted: shift(resolved.date, date, calendar), question: null };
  }
  const passed = clock && !clock.now && `${resolved.date}T${clock.from}` < now;
  if (passed && kind !== "appointment" && resolved.date === today) {
    return {
      due: due(today),
      shifted: null,
      question: { reason: "ambiguous", candidates: [today, nextBusinessDay(today, calendar)] },
    };
  }
  return pointDue(kind, resolved.date, due, today, calendar);
}

function pointDue(
  kind: NextActionKind,
  date: Day,
  due: (date: Day) => Due,
  today: Day,
  calendar?: BusinessCalendar,
): DueDay {
  if (date <= today || isBusinessDay(date, calendar))
    return { due: due(date), shifted: null, question: null };
  const next = nextBusinessDay(date, calendar);
  if (kind === "appointment") {
    const candidates = [...new Set([date, next, addDays(date, 7)])].sort();
    return { due: due(date), shifted: null, question: { reason: "holiday", candidates } };
  }
  const moved = onBusinessDay(date, kind === "promise" ? "previous" : "next", calendar);
  if (moved < today) {
    return { due: due(date), shifted: null, question: { reason: "holiday", candidates: [date, next] } };
  }
  return { due: due(moved), shifted: shift(date, moved, calendar), question: null };
}

// A customer who hears 来週 may wait until Friday; what is only our own wish comes up at its beginning.
function rangeDue(
  kind: NextActionKind,
  from: Day,
  to: Day,
  precision: Due["precision"],
  today: Day,
  calendar?: BusinessCalendar,
): DueDay {
  const begin = from > today ? from : addDays(today, 1);
  const last = onBusinessDay(to, "previous", calendar);
  const first = onBusinessDay(begin, "next", calendar);
  const ends = kind === "promise" || from <= today;
  if (last < today) {
    // 今週中 said on a Saturday: today, or the week to come.
    const next = nextBusinessDay(today, calendar);
    return {
      due: { date: next, time: null, precision },
      shifted: null,
      question: { reason: "ambiguous", candidates: [today, next] },
    };
  }
  const date = ends ? last : first <= to ? first : last;
  return { due: { date, time: null, precision }, shifted: null, question: null };
}

function timed(date: Day, clock: ClockMention | null, now: string): Due {
  if (!clock) return { date, time: null, precision: "day" };
  if (clock.now) return { date, time: now.slice(11), precision: "time" };
  // 午前中に means before noon; 午後 and 夜 name no time to be there.
  const time =
    clock.to && clock.part === "午前"
      ? clock.to
      : clock.part === "午後" || clock.part === "夜"
        ? null
        : clock.from;
  return { date, time, precision: time ? "time" : "day" };
}

function shift(meant: Day, date: Day, calendar?: BusinessCalendar): LineNextAction["shifted"] {
  return meant === date ? null : { from: meant, because: whyClosed(meant, calendar) };
}

function whyClosed(day: Day, calendar?: BusinessCalendar): string {
  const holiday = holidayName(day);
  if (holiday) return holiday;
  const weekday = weekdayLabel(day);
  return weekday === "土" || weekday === "日"
    ? `${weekday}曜`
    : isBusinessDay(day, calendar)
      ? weekday
      : "休業日";
}
