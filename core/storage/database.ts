import type pg from "pg";
import type { PrismaClient } from "../../generated/prisma/client.ts";
import type { Database, Statement, StatementOptions, Statements, Transaction } from "../kernel/database.ts";
import { type EmbeddedDatabase, openEmbedded } from "./embedded/open.ts";
import { translateDatabaseError } from "./faults.ts";
import { createPool, prismaOn } from "./pool.ts";
import { preparedName } from "./prepared.ts";
import { createTurns } from "./turns.ts";

export interface StorageSettings {
  /** A PostgreSQL ≥ 15; without it the embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  /** Whether an embedded database that another process runs may be joined. */
  join: boolean;
  /** An embedded database of this folder that is being opened already. */
  opening?: Promise<EmbeddedDatabase>;
  /** Told before an embedded database that was not closed is brought back, which may take a while. */
  onRecovering?: () => void;
}

export interface OpenDatabase extends Database {
  kind: "embedded" | "postgres";
  /** False when another process runs the embedded database and this one is its guest. */
  own: boolean;
  /** True when the embedded database was made just now. */
  fresh: boolean;
  close(): Promise<void>;
}

interface StoredTransaction extends Transaction {
  connection: pg.PoolClient;
}

/**
 * Opens the storage: embedded or PostgreSQL, by the same driver.
 * Errors: `data_folder_in_use`, `embedded_database_broken`; later, at any statement, `database_unavailable`.
 */
export async function openDatabase(settings: StorageSettings): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    const pool = createPool({
      connectionString: settings.databaseUrl,
      max: 10,
      connectionTimeoutMillis: 5_000,
    });
    // A pooler that shares sessions between clients cannot keep statements; its URL says so the way Prisma's does.
    const prepares = !/[?&]pgbouncer=true\b/.test(settings.databaseUrl);
    return databaseOn(pool, { kind: "postgres", own: true, fresh: false, prepares, close: async () => {} });
  }
  const embedded = await (settings.opening ?? openEmbedded(settings.dataDir, settings));
  const pool = createPool({
    ...embedded.connection,
    user: "postgres",
    database: "postgres",
    // One thread answers them all: more connections would only queue there, and a new one waits its turn.
    max: 6,
    connectionTimeoutMillis: 60_000,
  });
  // What a guest prepares would stay in the one session after it has gone.
  return databaseOn(pool, { ...embedded, kind: "embedded", prepares: embedded.own });
}

/** Prisma inside a transaction, for statements that are not on a hot path. */
export function prismaOf(tx: Statements): PrismaClient {
  return prismaOn((tx as StoredTransaction).connection);
}

interface Engine {
  kind: "embedded" | "postgres";
  own: boolean;
  fresh: boolean;
  prepares: boolean;
  close: () => Promise<void>;
}

function databaseOn(pool: pg.Pool, engine: Engine): OpenDatabase {
  const { kind, own, fresh, prepares } = engine;

  async function query<T extends object>(
    sql: string,
    values: readonly unknown[] = [],
    options: StatementOptions = {},
  ): Promise<T[]> {
    const connection = await connect(pool);
    try {
      return await run<T>(connection, sql, values, prepares && options.prepared === true);
    } finally {
      connection.release();
    }
  }

  // PostgreSQL serves everybody at once.
  const turns = kind === "embedded" ? createTurns(own) : null;
  const use = <T>(work: () => Promise<T>) => (turns ? turns.use(work) : work());
  return {
    kind,
    own,
    fresh,
    query: (sql, values, options) => use(() => query(sql, values, options)),
    transaction: (work) => use(() => runTransaction(pool, prepares, work)),
    quiet: async () => turns?.quiet(),
    close: async () => {
      await pool.end();
      await engine.close();
    },
  };
}

async function runTransaction<T>(
  pool: pg.Pool,
  prepares: boolean,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await connect(pool);
  const last: Statement[] = [];
  const query = <R extends object>(
    sql: string,
    values: readonly unknown[] = [],
    options: StatementOptions = {},
  ) => run<R>(connection, sql, values, prepares && options.prepared === true);
  const tx: StoredTransaction = { connection, query, finishWith: (statement) => last.push(statement) };
  let broken = false;
  try {
    // Not waited for: the first statement travels with it. A begin that fails is the connection's end, and so the work's.
    const begun = connection.query("begin");
    begun.catch(() => {});
    const result = await work(tx);
    const closing = last.map(({ sql, values, options }) => query(sql, values, options));
    // A transaction in which a statement failed answers a commit with a rollback, and no error.
    const [committed] = await Promise.all([connection.query("commit"), begun, ...closing]);
    if (committed.command !== "COMMIT") throw new Error("a statement failed and the work went on");
    return result;
  } catch (error) {
    // A connection on which even the rollback fails is thrown away; the server ends its transaction itself.
    await connection.query("rollback").catch(() => {
      broken = true;
    });
    throw translateDatabaseError(error);
  } finally {
    connection.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

async function run<T extends object>(
  connection: pg.PoolClient,
  text: string,
  values: readonly unknown[],
  prepared: boolean,
): Promise<T[]> {
  try {
    const name = prepared ? preparedName(connection, text) : undefined;
    const result = await connection.query({ ...(name && { name }), text, values: values as unknown[] });
    return result.rows as T[];
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
