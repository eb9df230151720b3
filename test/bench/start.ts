import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BenchHouse } from "./house.ts";
import type { Result } from "./result.ts";
import { startServer } from "./server.ts";

/** Long enough for what a start puts off; then nobody asks for anything. */
const IDLE_MS = 8_000;

/** `enishi start` on a folder that is not there yet: until it is ready, and the memory it holds when nobody asks. */
export async function benchFirstStart(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "enishi-bench-"));
  const where = { dataDir: join(folder, "data"), databaseUrl: null };
  try {
    const server = await startServer(where);
    await wait(IDLE_MS);
    const memory = server.memory();
    await server.stop();
    return [
      {
        what: "ready on an empty folder",
        engine: "embedded",
        customers: 0,
        value: server.readyAfter,
        unit: "s",
        limit: { most: 6 },
        detail: {},
      },
      idle("embedded", 0, memory),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `enishi start` on a filled database that was closed cleanly. The house itself must have left it. */
export async function benchStart(house: BenchHouse, customers: number): Promise<Result[]> {
  // The first start adds the practice company; that is not what is measured here.
  await (await startServer(house)).stop();
  const server = await startServer(house);
  await wait(IDLE_MS);
  const memory = server.memory();
  await server.stop();
  return [
    {
      what: "ready after a clean stop",
      engine: house.engine,
      customers,
      value: server.readyAfter,
      unit: "s",
      limit: { most: house.engine === "postgres" ? 3 : 4 },
      detail: {},
    },
    idle(house.engine, customers, memory),
  ];
}

function idle(engine: Result["engine"], customers: number, memory: number): Result {
  return {
    what: "memory idle",
    engine,
    customers,
    value: memory,
    unit: "MB",
    limit: { most: engine === "postgres" ? 250 : 500 },
    detail: {},
  };
}
