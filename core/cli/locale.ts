import type { Locale } from "../kernel/context.ts";

/** The language of the terminal: ja unless it is set to English. */
export function terminalLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  return /^en/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "en" : "ja";
}
