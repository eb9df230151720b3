import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fill, nthCustomer } from "./fill.ts";
import { openBenchHouse } from "./house.ts";
import { importList, peakOf, withFolder } from "./import-list.ts";
import { listHeader, listLines, writeList } from "./lists.ts";
import type { Result } from "./result.ts";

const ROWS = 100_000;
const FEW = 10_000;
const MANY = 1_000_000;

/** A list of 100,000 rows, every fifth of them a customer that is there, against 10,000 and against 1,000,000 customers. */
export async function benchScale(): Promise<Result[]> {
  return withFolder(async (folder) => {
    const path = join(folder, "list.csv");
    await pipeline(Readable.from(withKnown()), createWriteStream(path));
    const few = await against(FEW, path);
    const many = await against(MANY, path);
    return [
      {
        what: `import of ${ROWS.toLocaleString("en")} rows, against the time with ${FEW.toLocaleString("en")} customers`,
        engine: "postgres" as const,
        customers: MANY,
        value: many.seconds / few.seconds,
        unit: "×" as const,
        limit: { most: 3 },
        detail: {
          "s at few": few.seconds,
          "s at many": many.seconds,
          "rows/s at many": ROWS / many.seconds,
          "found at few": few.found,
          "found at many": many.found,
        },
      },
    ];
  });
}

/** Peak memory of `enishi import` for a list of a million rows, in a process of its own, on PostgreSQL. */
export async function benchMillion(): Promise<Result[]> {
  const house = await openBenchHouse("postgres");
  try {
    return await withFolder(async (folder) => {
      const path = join(folder, "million.csv");
      await writeList(path, { rows: MANY, seed: 7 });
      const began = performance.now();
      const peak = await peakOf(house, folder, path);
      const seconds = (performance.now() - began) / 1_000;
      return [
        {
          what: "peak memory of a list of 1,000,000 rows",
          engine: "postgres" as const,
          customers: 0,
          value: peak,
          unit: "MB" as const,
          limit: { most: 700 },
          detail: { "rows/s": MANY / seconds },
        },
      ];
    });
  } finally {
    await house.close();
  }
}

async function against(customers: number, path: string): Promise<{ seconds: number; found: number }> {
  const house = await openBenchHouse("postgres");
  try {
    await fill(house, customers, 0);
    const began = performance.now();
    const importId = await importList(house, path);
    const seconds = (performance.now() - began) / 1_000;
    const [row] = await house.database.query<{ found: number }>(
      `select count(*)::int as found from import_row
        where workspace_id = $1 and import_id = $2 and status in ('updated', 'unchanged')`,
      [house.workspaceId, importId],
    );
    return { seconds, found: row!.found };
  } finally {
    await house.close();
  }
}

function* withKnown(): Generator<string> {
  let at = 0;
  for (const line of listLines({ rows: ROWS, seed: 3 })) yield at++ % 5 === 1 ? knownLine(at) : line;
}

function knownLine(at: number): string {
  const { name, phone, mail } = nthCustomer((at * 7) % FEW);
  const cells: Record<string, string> = { 会社名: name, TEL: phone.replace("+81", "0"), メール: mail };
  return `${listHeader.map((header) => cells[header] ?? "").join(",")}\r\n`;
}
