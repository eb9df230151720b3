import { findHeader } from "./header.ts";
import { headerLines, joinLines } from "./header-lines.ts";
import { normalizeLabel, unitOf } from "./labels.ts";
import { filledCount, lastFilled, type SourceRecord } from "./record.ts";
import { usualWidth } from "./width.ts";

/** Where the parts of a list are, as found from its first records. */
export interface Layout {
  /** Record number of the first header record; null when the list has none. */
  headerRow: number | null;
  /** Record number of the last header record, 0 when there is none: data begin after it. */
  headerEnd: number;
  /** One per column; "" where a column has no header. */
  headers: string[];
  /** The last line of each header by itself, where a header has several. */
  ownLabels: string[];
  /** Each header record by itself, normalised: the same again further down is a repeated header. */
  headerLines: string[][];
  /** Texts above the header, normalised: the same again further down is a repeated title. */
  titles: Set<string>;
  /** Records before this number are titles when there is no header. */
  firstData: number;
  /** （単位：千円） above the table. */
  unit: string | null;
}

/**
 * Finds title rows, header rows (one or several lines, or none) and the columns from a sample of records. `known` is the
 * index of the header where that is known, null for a list without one.
 */
export function findLayout(sample: readonly SourceRecord[], known?: number | null): Layout {
  const at = known === undefined ? findHeader(sample) : known;
  if (at === null) return headless(sample);
  const lines = known === undefined ? headerLines(sample, at) : [sample[at]!];
  const headers = widen(joinLines(lines.map((line) => line.cells)), sample, lines.at(-1)!.row);
  const above = sample.filter((record) => record.row < lines[0]!.row);
  return {
    headerRow: lines[0]!.row,
    headerEnd: lines.at(-1)!.row,
    headers,
    ownLabels: lines.length > 1 ? [...lines.at(-1)!.cells] : [],
    headerLines: wholeLines(lines.map((line) => line.cells)).map((cells) => cells.map(normalizeLabel)),
    titles: titlesOf(above),
    firstData: lines.at(-1)!.row + 1,
    unit: unitAbove(above),
  };
}

/** Each line, and of several the lowest label of each column: further down the header may stand in one line. */
function wholeLines(lines: readonly (readonly string[])[]): (readonly string[])[] {
  if (lines.length === 1) return [lines[0]!];
  const width = Math.max(...lines.map((line) => line.length));
  const lowest = (index: number) =>
    lines.findLast((line) => (line[index] ?? "").trim() !== "")?.[index] ?? "";
  return [...lines, Array.from({ length: width }, (_, index) => lowest(index))];
}

/** Most rows have one cell more than there are headers: a column without a header, not rows with too many cells. */
function widen(headers: string[], sample: readonly SourceRecord[], after: number): string[] {
  const rows = sample.filter((record) => record.row > after && filledCount(record) >= 2);
  const wide = [...headers];
  while (
    rows.length >= 3 &&
    rows.filter((record) => lastFilled(record.cells) >= wide.length).length > rows.length * 0.3
  ) {
    wide.push("");
  }
  return wide;
}

function headless(sample: readonly SourceRecord[]): Layout {
  const width = usualWidth(sample);
  const first = sample.find((record) => filledCount(record) >= Math.max(1, width * 0.6));
  const above = first ? sample.filter((record) => record.row < first.row) : [];
  return {
    headerRow: null,
    headerEnd: 0,
    headers: Array.from({ length: width }, () => ""),
    ownLabels: [],
    headerLines: [],
    titles: titlesOf(above),
    firstData: first?.row ?? 1,
    unit: unitAbove(above),
  };
}

function titlesOf(above: readonly SourceRecord[]): Set<string> {
  return new Set(above.filter((record) => filledCount(record) > 0).map((record) => titleKey(record.cells)));
}

/** A title is the same again on the next page, whatever its page number and date. */
export function titleKey(cells: readonly string[]): string {
  const text = normalizeLabel(cells.join(""));
  const words = text.replace(/\d+/g, "");
  return words.length >= 4 ? words : text;
}

function unitAbove(above: readonly SourceRecord[]): string | null {
  for (const cell of above.flatMap((record) => record.cells)) if (/単位/.test(cell)) return unitOf(cell);
  return null;
}
