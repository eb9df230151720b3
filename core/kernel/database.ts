/** A row as the driver returns it: dates are "YYYY-MM-DD" text, instants are Date, numerics are text. */
export type Row = Record<string, unknown>;

/** What may be asked of a database: one parametrised statement at a time. */
export interface Statements {
  query<T extends object = Row>(sql: string, values?: readonly unknown[]): Promise<T[]>;
}

/** Statements that are committed together or not at all. */
export interface Transaction extends Statements {}

/** The database as the domain sees it. `core/storage` makes one. */
export interface Database extends Statements {
  /** Commits when `work` resolves, rolls back when it throws, and passes the error on. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
