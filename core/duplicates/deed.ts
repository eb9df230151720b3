/** Which row of a table, by the columns of its key. */
export type RowKey = Record<string, string>;

/** Rows whose column went from one customer to another. */
export interface Move {
  table: string;
  column: string;
  from: string;
  to: string;
  keys: RowKey[];
}

/** Values of one row, before and after. */
export interface Edit {
  table: string;
  key: RowKey;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** A row that was not there before. `row` holds the columns that were given, its key among them. */
export interface Insert {
  table: string;
  key: RowKey;
  row: Record<string, unknown>;
}

/**
 * All that a merge (or 同じ会社の別拠点) did to the tables, so that it can be taken back in full: kept as
 * `customer_merge.before`. Search and matching rows are made anew and do not stand here.
 */
export interface Deed {
  as: "merge" | "site";
  /** Both records as they were. */
  kept: Record<string, unknown>;
  merged: Record<string, unknown>;
  edits: Edit[];
  moves: Move[];
  inserts: Insert[];
}
