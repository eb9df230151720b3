import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { EnishiError } from "../kernel/errors.ts";

/** A file that appears when `work` has written all of it, and never in part. Error: `file_not_written`. */
export async function writeWhole<T>(
  path: string,
  work: (file: Writable) => Promise<T>,
  options: { mode?: number } = {},
): Promise<T> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished, options);
  try {
    await once(file, "open");
    const result = await work(file);
    file.end();
    await finished(file);
    await rename(unfinished, path);
    return result;
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    const { syscall } = error as NodeJS.ErrnoException;
    throw syscall ? new EnishiError("file_not_written", { path }, { cause: error }) : error;
  }
}

/** Writes texts one after another as they come. Error: `file_not_written`. */
export function writeLines(path: string, texts: AsyncIterable<string>): Promise<void> {
  return writeWhole(path, async (file) => {
    for await (const text of texts) {
      if (!file.write(text)) await once(file, "drain");
    }
  });
}
