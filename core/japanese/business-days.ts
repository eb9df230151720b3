import holidays from "@holiday-jp/holiday_jp";
import { addDays, type Day, weekdayOf } from "./days.ts";

/** Days on which a company is closed beside weekends and public holidays. Ends are included. */
export interface BusinessCalendar {
  /** "MM-DD" repeats every year and may run over New Year; "YYYY-MM-DD" happens once. */
  closedRanges?: readonly { from: string; to: string }[];
  /** Days that are worked although they look closed, "YYYY-MM-DD". */
  openDays?: readonly Day[];
}

/** What most companies in Japan keep: 土日祝, and 12/29 to 1/3. */
export const DEFAULT_CALENDAR: BusinessCalendar = { closedRanges: [{ from: "12-29", to: "01-03" }] };

/** True unless the day is a Saturday, Sunday, public holiday or closed by the calendar. Holidays are known 1970 to 2050. */
export function isBusinessDay(day: Day, calendar: BusinessCalendar = DEFAULT_CALENDAR): boolean {
  if (calendar.openDays?.includes(day)) return true;
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6 || holidayName(day) !== null) return false;
  return !(calendar.closedRanges ?? []).some((range) => isWithin(day, range));
}

/** The first business day after the day, never the day itself. */
export function nextBusinessDay(day: Day, calendar: BusinessCalendar = DEFAULT_CALENDAR): Day {
  return walk(addDays(day, 1), 1, calendar);
}

/** The last business day before the day, never the day itself. */
export function previousBusinessDay(day: Day, calendar: BusinessCalendar = DEFAULT_CALENDAR): Day {
  return walk(addDays(day, -1), -1, calendar);
}

/** The day itself when it is a business day, else the nearest one in the direction (前倒し "previous", 先送り "next"). */
export function onBusinessDay(
  day: Day,
  direction: "previous" | "next",
  calendar: BusinessCalendar = DEFAULT_CALENDAR,
): Day {
  return walk(day, direction === "next" ? 1 : -1, calendar);
}

/** The name of the public holiday, 勤労感謝の日, or null. */
export function holidayName(day: Day): string | null {
  return HOLIDAYS[day]?.name ?? null;
}

const HOLIDAYS: Readonly<Record<string, { name: string } | undefined>> = holidays.holidays;

/** A calendar that closes every day would never end: after a year the day is given back as it came. */
function walk(from: Day, step: 1 | -1, calendar: BusinessCalendar): Day {
  let day = from;
  for (let tries = 0; tries < 366; tries++) {
    if (isBusinessDay(day, calendar)) return day;
    day = addDays(day, step);
  }
  return from;
}

function isWithin(day: Day, { from, to }: { from: string; to: string }): boolean {
  if (from.length === 10) return from <= day && day <= to;
  const monthDay = day.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}
