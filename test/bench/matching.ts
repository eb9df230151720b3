import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { APART, generateCompanies, LEVELS } from "../matching/generate.ts";
import { measurePairs } from "../matching/measure.ts";
import { recordsCsv } from "../matching/records-csv.ts";
import { openBenchHouse } from "./house.ts";
import { importList, withFolder } from "./import-list.ts";
import type { Engine, Result } from "./result.ts";

/** A generated company stands for so many rows: the most have a second spelling or a neighbour. */
const ROWS_PER_COMPANY = 1.5;

/** Imports generated lists of these sizes, end to end, and holds against their gold which rows became one customer. */
export async function benchMatching(engine: Engine, sizes: readonly number[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const size of sizes) results.push(...(await withFolder((folder) => atSize(engine, size, folder))));
  return results;
}

async function atSize(engine: Engine, size: number, folder: string): Promise<Result[]> {
  const { records, gold, pairs, apart } = generateCompanies(Math.round(size / ROWS_PER_COMPANY), size);
  const path = join(folder, "generated.csv");
  writeFileSync(path, recordsCsv(records));
  const house = await openBenchHouse(engine);
  try {
    const began = performance.now();
    const importId = await importList(house, path);
    const seconds = (performance.now() - began) / 1_000;
    const rows = await house.database.query<{ row: number; cluster: string }>(
      `select row, coalesce(cluster_id::text, 'row ' || row) as cluster from import_row
        where workspace_id = $1 and import_id = $2`,
      [house.workspaceId, importId],
    );
    const clusters = new Map(rows.map(({ row, cluster }) => [row, cluster]));
    const found = new Map(records.map(({ id }, at) => [id, clusters.get(at + 2)!]));
    const isJoined = ({ a, b }: { a: string; b: string }) => found.get(a) === found.get(b);
    const share = (all: readonly { a: string; b: string }[]) =>
      (100 * all.filter(isJoined).length) / Math.max(1, all.length);
    const recall = Object.fromEntries(
      LEVELS.map((level) => [level, share(pairs.filter((pair) => pair.level === level))]),
    );
    const wrong = Object.fromEntries(
      APART.map((kind) => [kind, share(apart.filter((pair) => pair.kind === kind))]),
    );
    const { f1, precision, recall: overall } = measurePairs(found, gold);
    const line = (what: string, value: number, limit: Result["limit"], detail: Record<string, number>) => ({
      what: `matching ${records.length.toLocaleString("en")} rows: ${what}`,
      engine,
      customers: 0,
      value,
      unit: "%" as const,
      limit,
      detail,
    });
    return [
      line(
        "pairwise F1",
        f1 * 100,
        { least: 97 },
        {
          precision: precision * 100,
          recall: overall * 100,
          "rows/s": records.length / seconds,
        },
      ),
      line("least recall of a level", Math.min(...Object.values(recall)), { least: 90 }, recall),
      line("most wrong joins of a kind", Math.max(...Object.values(wrong)), { most: 1 }, wrong),
    ];
  } finally {
    await house.close();
  }
}
