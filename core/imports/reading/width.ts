import { lastFilled, type SourceRecord } from "./record.ts";

/** How many columns most records reach. */
export function usualWidth(sample: readonly SourceRecord[]): number {
  const widths = sample.map((record) => lastFilled(record.cells) + 1).filter((width) => width > 0);
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.7)] ?? 0;
}
