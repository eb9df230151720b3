import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "examples");

/** The lists that come with Enishi, by file name; each has its texts under `playground.sheets.example.<key>`. */
export const examples = [
  { key: "ledger", file: "tokuisaki_daicho.csv" },
  { key: "edinet", file: "edinet_codelist_3000.csv" },
] as const;

/** The bytes of one of them; null for any other name. */
export async function readExample(file: string): Promise<Blob | null> {
  if (!examples.some((each) => each.file === file)) return null;
  return new Blob([new Uint8Array(await readFile(join(folder, file)))]);
}
