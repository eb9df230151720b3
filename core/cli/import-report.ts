import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { listImportRows } from "../imports/index.ts";
import type { Session } from "./session.ts";

/** Writes one JSON object for each record of the list, rejected ones included. The file appears when it is whole. */
export async function writeReport({ house, call }: Session, importId: string, path: string): Promise<void> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished, "utf8");
  try {
    await once(file, "open");
    let cursor: string | undefined;
    do {
      const page = await house.core.kernel.ask(listImportRows, { importId, limit: 1_000, cursor }, call);
      const lines = page.items.map(({ raw: _, ...row }) => `${JSON.stringify(row)}\n`);
      if (!file.write(lines.join(""))) await once(file, "drain");
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    file.end();
    await finished(file);
    await rename(unfinished, path);
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}
