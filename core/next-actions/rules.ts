import {
  addDays,
  type BusinessCalendar,
  type Day,
  DEFAULT_CALENDAR,
  holidayName,
  isBusinessDay,
  onBusinessDay,
  weekdayOf,
} from "../japanese/index.ts";
import type { WorkspaceFacts } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { DuePrecision, NextActionKind } from "./fields.ts";

export interface Due {
  dueOn: Day | null;
  dueTime: string | null;
  duePrecision: DuePrecision;
}

export interface SettledDue extends Due {
  shifted: { from: Day; because: string } | null;
}

/** The company's own closed days; 12/29 to 1/3 when it has named none. */
export function calendarOf(workspace: Pick<WorkspaceFacts, "closedDays">): BusinessCalendar {
  return workspace.closedDays.length > 0 ? { closedRanges: workspace.closedDays } : DEFAULT_CALENDAR;
}

/** A due whose parts agree. Error: `due_time_without_day`. */
export function dueOf(asked: {
  dueOn?: Day | null;
  dueTime?: string | null;
  duePrecision?: DuePrecision;
}): Due {
  const { dueOn = null, dueTime = null } = asked;
  if (!dueOn && dueTime) throw new EnishiError("due_time_without_day", {}, { field: "dueOn" });
  if (!dueOn) return { dueOn: null, dueTime: null, duePrecision: "none" };
  if (dueTime) return { dueOn, dueTime, duePrecision: "time" };
  const rough = asked.duePrecision === "week" || asked.duePrecision === "month";
  return { dueOn, dueTime: null, duePrecision: rough ? asked.duePrecision! : "day" };
}

/**
 * Moves a due off a closed day: a promise to the business day before, a follow-up to the one after, an appointment
 * never. A due with a time is an agreed moment and stays; a promise is never moved before `today`.
 */
export function settleDue(
  kind: NextActionKind,
  due: Due,
  today: Day,
  calendar: BusinessCalendar,
): SettledDue {
  const { dueOn } = due;
  if (!dueOn || due.dueTime || kind === "appointment" || isBusinessDay(dueOn, calendar)) {
    return { ...due, shifted: null };
  }
  const moved = onBusinessDay(dueOn, kind === "promise" ? "previous" : "next", calendar);
  if (moved === dueOn || (moved < today && dueOn >= today)) return { ...due, shifted: null };
  return { ...due, dueOn: moved, shifted: { from: dueOn, because: closedBecause(dueOn) } };
}

function closedBecause(date: Day): string {
  const weekday = weekdayOf(date);
  return holidayName(date) ?? (weekday === 6 ? "土曜" : weekday === 0 ? "日曜" : "休業日");
}

/** The Sunday that ends the week of a day; weeks begin on Monday. */
export function endOfWeek(date: Day): Day {
  return addDays(date, (7 - weekdayOf(date)) % 7);
}
