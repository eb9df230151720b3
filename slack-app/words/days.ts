import type { Locale } from "../../core/index.ts";

const WEEKDAYS = {
  ja: ["日", "月", "火", "水", "木", "金", "土"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const NEAR = { ja: ["昨日", "今日", "明日"], en: ["yesterday", "today", "tomorrow"] };

/** A day "YYYY-MM-DD" as people say it: 今日, 11/24(火), 2027/1/29(金). `today` is a day of the same zone. */
export function dayLabel(day: string, today: string, locale: Locale): string {
  const near = NEAR[locale][daysBetween(today, day) + 1];
  return near ?? dateLabel(day, today, locale);
}

/** The same with the date always said: 11/24(火). */
export function dateLabel(day: string, today: string, locale: Locale): string {
  const [year, month, date] = day.split("-").map(Number);
  const weekday = WEEKDAYS[locale][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  if (locale === "ja") return `${sameYear ? "" : `${year}/`}${month}/${date}(${weekday})`;
  return `${weekday} ${sameYear ? "" : `${year}-`}${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day that lies `count` days after another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    addDays(text, 0) === text
  );
}
