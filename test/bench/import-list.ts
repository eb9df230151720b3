import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkFile, commitImport, runImport } from "../../core/imports/index.ts";
import { ensureWorkspace, newId, systemClock } from "../../core/index.ts";
import type { BenchHouse } from "./house.ts";

/** Gives a folder that is removed afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "enishi-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks and commits a list in this process; resolves to its import's id. */
export async function importList(house: BenchHouse, path: string): Promise<string> {
  const { kernel } = house.core;
  const { importId } = await checkFile(kernel, { name: "list.csv", bytes: path }, {}, house.call);
  await kernel.perform(commitImport, { importId, driver: "caller" }, house.call);
  await runImport(kernel, importId, house.call);
  return importId;
}

/** Megabytes that `enishi import` of a list takes at most: a process of its own, a workspace or data folder of its own. */
export async function peakOf(house: BenchHouse, folder: string, path: string): Promise<number> {
  const slug = basename(path, ".csv");
  const dataDir = join(folder, `data-${slug}`);
  mkdirSync(dataDir);
  const script = fileURLToPath(new URL("./import-memory.ts", import.meta.url));
  const args = ["--import", "tsx", script, path];
  if (house.databaseUrl) {
    await ensureWorkspace(
      { database: house.database, clock: systemClock, newId },
      { slug, name: slug, practice: false },
    );
    args.push("--workspace", slug);
  }
  const env = { ...process.env, ENISHI_DATA_DIR: dataDir, DATABASE_URL: house.databaseUrl ?? "" };
  const { stderr } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
}
