/**
 * What a noun promises about one of its tables. Merge, split, erasure, disclosure and backup walk the list of all nouns;
 * a test fails on a table that stands in none.
 */
export interface TableRule {
  table: string;
  /** The workspace's column; null for the few tables whose key is a secret's hash. */
  workspace: string | null;
  /** The customer's column; null when rows belong to no customer. */
  customer: string | null;
  /** Columns that hold many customers' ids (people who took part, who was shown). */
  customerLists?: readonly string[];
  /**
   * move: rows go to the surviving customer and come back at a split · keep: rows stay with the record they were written
   * for · rebuild: derived, made anew from the other tables.
   */
  merge: "move" | "keep" | "rebuild";
  /** What tells one row of a workspace from another, beside the customer where that is part of it; `id` when not said. */
  key?: readonly string[];
  /**
   * A row of a merged customer that says the same in these columns as one of the survivor stays where it is. `when` is a
   * condition in SQL that both rows must meet, over the row `t`.
   */
  once?: { columns: readonly string[]; when?: string };
  /** delete: rows go · keep: rows stay, `blank` columns are emptied. */
  erase: "delete" | "keep";
  /** Columns with personal data that are emptied when the row itself stays. */
  blank?: readonly string[];
  /** Whether the rows are part of what a person is told is kept about them (開示). */
  disclose: boolean;
  /** False for what can be made again or must not leave (codes that are spent, derived rows). */
  backup: boolean;
}
