/** One record of a list, before anything is known about it. `row` counts from 1, blank records included. */
export interface SourceRecord {
  row: number;
  cells: string[];
  /** The reading that Excel keeps with a cell, by column. */
  readings?: Record<number, string>;
  /** Columns whose cell is a formula; `sum` when it adds other cells up. */
  formulas?: Record<number, "formula" | "sum">;
  /** Columns that are covered by a merged cell from above. */
  covered?: number[];
}

/** True when a cell holds nothing a person could read. */
export function isBlank(cell: string): boolean {
  return cell === "" || BLANK.test(cell);
}

const BLANK = /^[\s\u3000\u00a0\u200b\ufeff]*$/;

/** Index of the last cell that holds something, -1 for none. */
export function lastFilled(cells: readonly string[]): number {
  for (let index = cells.length - 1; index >= 0; index--) if (!isBlank(cells[index]!)) return index;
  return -1;
}

/** What stands in a column, trimmed, without the cells that are empty. */
export function textsOf(rows: readonly (readonly string[])[], index: number): string[] {
  return rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
}

export function filledCount(record: SourceRecord): number {
  return record.cells.filter((cell) => !isBlank(cell)).length;
}
