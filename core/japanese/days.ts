/** A calendar day without a time, "YYYY-MM-DD". */
export type Day = string;

/** The day n days later (earlier when n is negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(midnight(day) + n * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(midnight(day)).getUTCDay();
}

/** "月" for a Monday, as it stands in brackets behind a date. */
export function weekdayLabel(day: Day): string {
  return "日月火水木金土"[weekdayOf(day)] ?? "";
}

/** The day of year, month (1–12) and day of month, or null when the calendar has no such day. Years 1 to 9999. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  if (year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
}

/** How many days the month has (month 1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const DAY_MS = 86_400_000;

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
