import { join } from "node:path";
import { ensureWorkspace, newId, systemClock } from "../../core/index.ts";
import type { BenchHouse } from "./house.ts";
import { readFloor, writeFloor } from "./import-floor.ts";
import { importList, peakOf, withFolder } from "./import-list.ts";
import { writeList } from "./lists.ts";
import { median, spread, time } from "./measure.ts";
import type { Result } from "./result.ts";

const rounds = 5;
const rows = 5_000;

/**
 * Import from file bytes to committed rows, with checks, matching, audit and undo data, against one bare statement for
 * each thousand rows into every table it writes; the profile meanwhile; memory with ten times the rows.
 * `customers`: how many the house holds already.
 */
export async function benchImport(house: BenchHouse, customers: number | null = null): Promise<Result[]> {
  return withFolder(async (folder) => [
    await againstFloor(house, customers, folder),
    await meanwhile(house, customers, folder),
    await memory(house, folder),
  ]);
}

async function againstFloor(house: BenchHouse, customers: number | null, folder: string): Promise<Result> {
  const ours: number[] = [];
  const floors: number[] = [];
  // One round more: the first warms up.
  for (let round = 0; round <= rounds; round++) {
    const path = join(folder, `round-${round}.csv`);
    await writeList(path, { rows, seed: 1_000 + round });
    const [took, importId] = await timed(() => importList(house, path));
    const workspaceId = await ensureWorkspace(
      { database: house.database, clock: systemClock, newId },
      { slug: `floor-${newId()}`, name: "floor", practice: false },
    );
    const floor = await readFloor(house, importId, workspaceId);
    const [bare] = await timed(() => writeFloor(house, floor));
    if (round === 0) continue;
    ours.push(took);
    floors.push(bare);
  }
  return {
    what: "import, against one bare statement per batch and table",
    engine: house.engine,
    customers,
    value: median(ours.map((took, at) => floors[at]! / took)),
    unit: "×",
    limit: { least: house.engine === "postgres" ? 0.5 : 0.3 },
    detail: {
      "rows/s": rows / (median(ours) / 1_000),
      "floor rows/s": rows / (median(floors) / 1_000),
    },
  };
}

/** The profile of a customer, asked again and again, idle and while a list comes in. */
async function meanwhile(house: BenchHouse, customers: number | null, folder: string): Promise<Result> {
  const path = join(folder, "meanwhile.csv");
  await writeList(path, { rows, seed: 77 });
  const ids = await house.database.query<{ id: string }>(
    "select id from customer where workspace_id = $1 and kind = 'company' limit 500",
    [house.workspaceId],
  );
  const ask = async (n: number) => {
    const answer = await house.app.request(`/v1/customers/${ids[n % ids.length]!.id}`, {
      headers: { Authorization: `Bearer ${house.token}` },
    });
    if (!answer.ok) throw new Error(`the profile answered ${answer.status}: ${await answer.text()}`);
    await answer.json();
  };
  const idle = spread(await time(ask, 200));
  let running = true;
  const work = importList(house, path).finally(() => {
    running = false;
  });
  const times: number[] = [];
  for (let n = 0; running; n++) times.push((await timed(() => ask(n)))[0]);
  await work;
  const busy = spread(times);
  const embedded = house.engine === "embedded";
  return {
    what: "profile p95 while a list comes in",
    engine: house.engine,
    customers,
    value: embedded ? busy.p95 : busy.p95 / idle.p95,
    unit: embedded ? "ms" : "×",
    limit: { most: embedded ? 250 : 5 },
    detail: { "idle p95": idle.p95, p50: busy.p50, p95: busy.p95, p99: busy.p99, asked: times.length },
  };
}

/** Peak memory of `enishi import`, a process of its own on an empty database, with 10,000 and with 100,000 rows. */
async function memory(house: BenchHouse, folder: string): Promise<Result> {
  const peaks: number[] = [];
  for (const rows of [10_000, 100_000]) {
    const path = join(folder, `memory-${rows}.csv`);
    await writeList(path, { rows, seed: rows });
    peaks.push(await peakOf(house, folder, path));
  }
  const [few, many] = peaks as [number, number];
  return {
    what: "memory of an import of 100,000 rows against 10,000",
    engine: house.engine,
    customers: null,
    value: many / few,
    unit: "×",
    limit: { most: 1.3 },
    detail: { "MB at 10,000": few, "MB at 100,000": many },
  };
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const result = await work();
  return [performance.now() - began, result];
}
