import type { ImportedRow } from "../reading/index.ts";

/** How often an import goes through its rows: once for each of three ranks, and once more for those in doubt. */
export const PASSES = 4;

/**
 * People are asked of a row only when all others are in: one that stands further down may tell whose it is. What happened
 * and what was bought waits for nothing.
 */
export const DOUBTFUL_PASS = PASSES - 1;

export function canWait(row: ImportedRow, pass: number): boolean {
  return pass < DOUBTFUL_PASS && !row.activity && !row.purchase;
}

/**
 * In which pass a row is applied, from 0. Rows that can be told by three things or more beside their name come first,
 * those that can be told by one at most come last: a name alone, or a phone alone, finds its customer among those that
 * said more, wherever these stand in the list. What happened and what was bought is told in the order of the list.
 */
export function passOf(row: ImportedRow): number {
  if (row.activity || row.purchase) return 0;
  const told = [
    row.phones.length > 0,
    row.emails.length > 0 || row.url !== null,
    row.street !== null,
    row.corporateNumber !== null || row.invoiceNumber !== null,
    row.codes.length > 0,
  ];
  return Math.min(DOUBTFUL_PASS - 1, Math.max(0, 3 - told.filter(Boolean).length));
}
