import { contains } from "./spans.ts";
import type { Span } from "./types.ts";

const BREAK =
  /[\s、。!?;→➡⇒]+|,(?!\d)|\.{2,}|(?<!\d)[/.](?!\d)|・{2,}|(?<![\d:]):(?!\/\/)|(?<=^|\s)・|・(?=\s)/g;
// Dictated lines have no commas: a polite ending closes a clause.
const POLITE =
  /(?:です|でした|ます|ました|ません)(?:が|けど|けれども|ので|から|し|ね|よ)?(?!ら|か|た|て|ん|[ねよがし]|けど|ので|から)/g;

/** Cuts the line into the pieces that say one thing each; no cut goes through a name or a date. */
export function findClauses(line: string, whole: readonly Span[]): Span[] {
  const cuts: Span[] = [{ start: 0, end: 0 }];
  for (const match of line.matchAll(BREAK))
    cuts.push({ start: match.index, end: match.index + match[0].length });
  for (const match of [...line.matchAll(POLITE), ...line.matchAll(/まして(?=[^\s、。])/g)]) {
    const end = match.index + match[0].length;
    cuts.push({ start: end, end });
  }
  cuts.push({ start: line.length, end: line.length });
  const kept = cuts
    .filter(
      (cut) => !whole.some((span) => cut.start > span.start && cut.end < span.end && contains(span, cut)),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const clauses: Span[] = [];
  for (let i = 0; i + 1 < kept.length; i++) {
    const clause = { start: kept[i]!.end, end: kept[i + 1]!.start };
    if (clause.end > clause.start) clauses.push(clause);
  }
  return clauses;
}
