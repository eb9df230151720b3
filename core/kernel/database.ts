/** A row as the driver returns it: dates are "YYYY-MM-DD" text, instants are Date, numerics are text. */
export type Row = Record<string, unknown>;

export interface StatementOptions {
  /**
   * Planned once for each connection and not for each call. For the few statements of hot paths, whose text is always
   * the same and whose best plan does not depend on the values.
   */
  prepared?: boolean;
}

/** What may be asked of a database: one parametrised statement at a time. */
export interface Statements {
  query<T extends object = Row>(
    sql: string,
    values?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<T[]>;
}

/** Statements that are committed together or not at all. */
export interface Transaction extends Statements {
  /**
   * Leaves a statement to be the last one: it is sent together with the commit, one journey to the server less. When it
   * fails, nothing is committed and the transaction throws its error.
   */
  finishWith(statement: Statement): void;
}

/** A statement that has been made and not been sent yet. */
export interface Statement {
  sql: string;
  values: readonly unknown[];
  options?: StatementOptions;
}

/** The database as the domain sees it. `core/storage` makes one. */
export interface Database extends Statements {
  /** Commits when `work` resolves, rolls back when it throws, and passes the error on. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Where one is answered at a time: resolves when nobody else is being answered or waits, or has not ended for long. */
  quiet(): Promise<void>;
}
