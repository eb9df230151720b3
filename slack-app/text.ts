import type { ErrorParams, Locale, PluginHost } from "../core/index.ts";

/** Texts in the language of whoever reads them. Views get it, so that they stay pure. */
export interface Speech {
  locale: Locale;
  /** The day "YYYY-MM-DD" in the zone of the workspace. */
  today: string;
  timeZone: string;
  t(key: string, params?: ErrorParams): string;
}

export function speechOf(host: PluginHost, locale: Locale, timeZone: string, today: string): Speech {
  return { locale, today, timeZone, t: (key, params) => host.text(locale, key, params) };
}

/** What Slack says of a person's language, as one of ours. */
export function localeOf(slackLocale: string | null, fallback: Locale): Locale {
  if (!slackLocale) return fallback;
  return slackLocale.toLowerCase().startsWith("ja") ? "ja" : "en";
}

/** What Slack made of a typed line (`should_escape`), back as it was typed: escapes, and names for mentions. */
export function unescapeTyped(text: string): string {
  return text
    .replace(/<([@#!])([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, id: string, label?: string) =>
      sign === "!" ? `@${label ?? id}` : sign === "@" ? `<@${id}>` : `#${label ?? id}`,
    )
    .replace(
      /<((?:https?|mailto|tel):[^>|]*)(?:\|([^>]*))?>/g,
      (_, url: string, label?: string) => label ?? url,
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
