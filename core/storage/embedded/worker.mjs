// The embedded database in a thread of its own: a long statement holds this thread, not the event loop.
// Plain JavaScript, because a .ts worker does not start under tsx.
import { existsSync, readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { inTurns } from "./in-turns.mjs";

const { dataFolder, socket, port, templatePath } = workerData;

try {
  const fresh = !existsSync(`${dataFolder}/PG_VERSION`);
  // Unpacking a prepared folder takes a third of the time and half of the memory that initdb does.
  const loadDataDir = fresh && existsSync(templatePath) ? new Blob([readFileSync(templatePath)]) : undefined;
  const db = await PGlite.create({ dataDir: dataFolder, loadDataDir, extensions: { btree_gin } });
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
