const ZONE = "Asia/Tokyo";

/** 18:05 */
export function clockTime(date: Date): string {
  return new Intl.DateTimeFormat("ja-JP", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(
    date,
  );
}

/** 11月21日(土) */
export function dayLabel(date: Date, locale: "ja" | "en"): string {
  return new Intl.DateTimeFormat(locale === "ja" ? "ja-JP" : "en-GB", {
    timeZone: ZONE,
    month: locale === "ja" ? "long" : "short",
    day: "numeric",
    weekday: "short",
  }).format(date);
}

/** 2026/11/21, the day of a moment in the workspace's zone. */
export function dayKey(date: Date): string {
  return new Intl.DateTimeFormat("ja-JP", { timeZone: ZONE }).format(date);
}

/** Fills a format of https://docs.slack.dev/messaging/formatting-message-text#date-formatting ; null with none of its words. */
export function formatDate(seconds: number, format: string, locale: "ja" | "en"): string | null {
  const date = new Date(seconds * 1000);
  const words: Record<string, () => string> = {
    date_num: () => dayKey(date),
    date: () => dayLabel(date, locale),
    date_short: () => dayLabel(date, locale),
    date_long: () => dayLabel(date, locale),
    date_pretty: () => dayLabel(date, locale),
    date_short_pretty: () => dayLabel(date, locale),
    date_long_pretty: () => dayLabel(date, locale),
    time: () => clockTime(date),
    time_secs: () => clockTime(date),
  };
  let filled = false;
  const text = format.replace(/\{(\w+)\}/g, (whole, word: string) => {
    if (!Object.hasOwn(words, word)) return whole;
    filled = true;
    return words[word]!();
  });
  return filled ? text : null;
}
