import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../../generated/prisma/client.ts";

/** Days stay "YYYY-MM-DD" and counts are numbers; everything else is the driver's own reading. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  }) as typeof pg.types.getTypeParser,
};

/** The pool that raw statements, Prisma and the job queue share. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types,
    idleTimeoutMillis: 0,
    application_name: "enishi",
    // What does not wait for an answer is sent at once: a begin with the first statement, the last one with its commit.
    pipeline: true,
  });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  // One that dies while in use fails the statement that waits for it, which is told; the event itself is not news.
  pool.on("connect", (connection) => connection.on("error", () => {}));
  return pool;
}

const clients = new WeakMap<pg.PoolClient, PrismaClient>();

/**
 * The Prisma client of one connection, made when first asked for (10 MB each, so only connections that need one have
 * one). Because it speaks on that connection alone, its statements are part of whatever transaction runs there.
 */
export function prismaOn(connection: pg.PoolClient): PrismaClient {
  let client = clients.get(connection);
  if (!client) {
    client = new PrismaClient({ adapter: new PrismaPg(new SingleConnection(connection)) });
    clients.set(connection, client);
  }
  return client;
}

/** A pool of exactly one connection that somebody else owns. */
class SingleConnection extends pg.Pool {
  readonly #connection: pg.PoolClient;

  constructor(connection: pg.PoolClient) {
    super({ max: 1 });
    this.#connection = connection;
    this.query = ((...args: Parameters<pg.PoolClient["query"]>) =>
      connection.query(...args)) as typeof this.query;
  }

  /** Prisma begins a transaction of its own for nested writes; inside ours that is a savepoint. */
  override connect(): Promise<pg.PoolClient> {
    const connection = this.#connection;
    const nested = Object.create(connection) as pg.PoolClient;
    nested.query = ((config: { text?: string }, ...rest: unknown[]) => {
      const savepoint = savepointFor[config.text ?? ""];
      const asked = savepoint ? { ...config, text: savepoint } : config;
      return (connection.query as (...args: unknown[]) => unknown)(asked, ...rest);
    }) as typeof connection.query;
    nested.release = () => {};
    return Promise.resolve(nested);
  }
}

const savepointFor: Record<string, string> = {
  BEGIN: "savepoint prisma",
  COMMIT: "release savepoint prisma",
  ROLLBACK: "rollback to savepoint prisma",
};
