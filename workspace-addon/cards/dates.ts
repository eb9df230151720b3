import { localDay, wallTime } from "../../core/index.ts";
import type { CardContext } from "./card.ts";

/** 11/24(火), with the year when it is another one; "Tue 24 Nov" in English. */
export function dayLabel(context: CardContext, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const otherYear = day.slice(0, 4) !== localDay(context.now, context.timeZone).slice(0, 4);
  if (context.locale === "en") {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone: "UTC",
      weekday: "short",
      day: "numeric",
      month: "short",
      ...(otherYear && { year: "numeric" }),
    }).format(date);
  }
  const weekday = "日月火水木金土"[date.getUTCDay()];
  const short = `${date.getUTCMonth() + 1}/${date.getUTCDate()}(${weekday})`;
  return otherYear ? `${day.slice(0, 4)}/${short}` : short;
}

/** An instant as far as it is known: with the time, the day, or the month only. */
export function momentLabel(context: CardContext, instant: string, precision: string): string {
  const wall = wallTime(new Date(instant), context.timeZone);
  const day = wall.slice(0, 10);
  if (precision === "month") return monthLabel(context, day);
  return precision === "time" ? `${dayLabel(context, day)} ${wall.slice(11)}` : dayLabel(context, day);
}

/** When something is due, in words: 期限切れ, 今日, the day, or that no day was set. */
export function dueLabel(
  context: CardContext,
  due: { dueOn: string | null; dueTime: string | null; duePrecision: string },
): { text: string; overdue: boolean } {
  const { text } = context;
  if (!due.dueOn || due.duePrecision === "none") return { text: text("addon.due.none"), overdue: false };
  const today = localDay(context.now, context.timeZone);
  const day = due.duePrecision === "month" ? monthLabel(context, due.dueOn) : dayLabel(context, due.dueOn);
  const when = due.dueTime ? `${day} ${due.dueTime}` : day;
  if (due.dueOn < today) return { text: text("addon.due.overdue", { day: when }), overdue: true };
  if (due.dueOn === today) return { text: text("addon.due.today", { day: when }), overdue: false };
  if (due.duePrecision === "week") return { text: text("addon.due.week", { day: when }), overdue: false };
  return { text: when, overdue: false };
}

function monthLabel(context: CardContext, day: string): string {
  return new Intl.DateTimeFormat(context.locale === "ja" ? "ja-JP" : "en-GB", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
  }).format(new Date(`${day}T00:00:00Z`));
}
