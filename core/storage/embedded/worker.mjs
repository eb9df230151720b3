// The embedded database in a thread of its own: a long statement holds this thread, not the event loop.
// Plain JavaScript, because it is no part of the program that is put together, and starts as it is.
import { existsSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { inTurns } from "./in-turns.mjs";
import { unpackTemplate } from "./template.mjs";

const { dataFolder, socket, port } = workerData;

/**
 * One session needs no tables for a hundred, and the cache of PostgreSQL stands before that of the operating system: its
 * usual 160 MB are taken at once and for good.
 */
const settings = ["shared_buffers=64MB", "max_connections=5"];

try {
  const fresh = !existsSync(`${dataFolder}/PG_VERSION`);
  if (fresh) unpackTemplate(dataFolder);
  const db = await PGlite.create({
    dataDir: dataFolder,
    extensions: { btree_gin },
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ["-c", setting])],
  });
  const server = new PGLiteSocketServer({
    db: inTurns(db),
    maxConnections: 64,
    ...(socket ? { path: socket } : { host: "127.0.0.1", port }),
  });
  await server.start();
  parentPort.on("message", async () => {
    await server.stop();
    await db.close();
    parentPort.postMessage({ closed: true });
    parentPort.close();
  });
  parentPort.postMessage({ ready: true, fresh });
} catch (error) {
  parentPort.postMessage({ failed: String(error?.message ?? error) });
}
