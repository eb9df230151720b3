import { addDays, dayOf, daysInMonth, weekdayOf } from "../../japanese/index.ts";
import type { Day } from "./types.ts";

export function lastDayOf(year: number, month: number): Day {
  return dayOf(year, month, daysInMonth(year, month))!;
}

/** Year and month, `steps` months away from the month of `from`. */
export function monthAway(from: Day, steps: number): { year: number; month: number } {
  const { year, month } = parts(from);
  const index = year * 12 + (month - 1) + steps;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** 0 is Monday: the week of a Japanese diary starts there. */
export function weekdayIndex(day: Day): number {
  return (weekdayOf(day) + 6) % 7;
}

export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayIndex(day));
}

/** How many days lie between; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function parts(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** The nth given weekday of a month (第2火曜), null when the month has fewer. */
export function nthWeekday(year: number, month: number, nth: number, weekday: number): Day | null {
  const offset = (weekday - weekdayIndex(dayOf(year, month, 1)!) + 7) % 7;
  return dayOf(year, month, 1 + offset + (nth - 1) * 7);
}
