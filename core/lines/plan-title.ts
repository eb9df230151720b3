import { strings } from "../history/index.ts";
import type { Locale } from "../kernel/context.ts";
import type { LineEntry } from "./reading/index.ts";

/** What a visit that lies ahead is called among the next actions: its kind, in the words of the person who typed it. */
export function planTitle(locale: Locale): (entry: LineEntry) => string {
  const texts: Record<string, string> = strings[locale];
  return (entry) => texts[`history.kind.${entry.historyKind}`] ?? entry.body;
}
