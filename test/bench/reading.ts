import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { openList } from "../../core/imports/reading/index.ts";
import { toDelimited } from "../imports/reading/generate.ts";
import { otherList } from "../imports/reading/other-hands.ts";
import { createTally } from "../imports/reading/tally.ts";
import type { Result } from "./result.ts";

/** Reads generated lists of these sizes against their gold, and the largest from a CP932 file for the time it takes. */
export async function benchReading(sizes: readonly number[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const size of sizes) {
    const tally = createTally();
    const lists = Math.max(3, Math.ceil(20_000 / size));
    for (let seed = 1; seed <= lists; seed++) await tally.take(otherList(seed, size));
    const shares = tally.shares();
    const percent = Object.fromEntries(Object.entries(shares).map(([field, share]) => [field, share * 100]));
    results.push(
      line(
        `reading ${size.toLocaleString("en")} rows: least right field`,
        Math.min(...Object.values(percent)),
        {
          ...percent,
          lists,
        },
      ),
      line(`reading ${size.toLocaleString("en")} rows: rejects F1`, tally.rejectsF1() * 100, {}),
    );
  }
  results.push(await speed(Math.max(...sizes)));
  return results;
}

function line(what: string, value: number, detail: Record<string, number>): Result {
  return { what, engine: "embedded", customers: null, value, unit: "%", limit: { least: 99 }, detail };
}

async function speed(size: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "enishi-reading-"));
  try {
    const path = join(folder, "list.csv");
    writeFileSync(path, iconv.encode(toDelimited(otherList(2, size).records), "cp932"));
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      const began = performance.now();
      for await (const _ of (await openList({ name: "list.csv", bytes: path })).batches());
      times.push(performance.now() - began);
    }
    // The first round warms up.
    const best = Math.min(...times.slice(1));
    const detail = { "rows a second": (size / best) * 1_000 };
    const what = `reading ${size.toLocaleString("en")} rows from a CP932 file`;
    return { what, engine: "embedded", customers: null, value: best / 1_000, unit: "s", limit: null, detail };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
