import type { Span } from "./types.ts";

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Leftmost first, of those the longest, and none that overlaps one already chosen. */
export function chooseLongest<T extends Span>(spans: readonly T[]): T[] {
  const chosen: T[] = [];
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of sorted) {
    if (span.end > span.start && !chosen.some((other) => overlaps(other, span))) chosen.push(span);
  }
  return chosen;
}
