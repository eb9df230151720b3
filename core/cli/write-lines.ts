import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";

/** Writes texts one after another as they come. The file appears when it is whole. */
export async function writeLines(path: string, texts: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished, "utf8");
  try {
    await once(file, "open");
    for await (const text of texts) {
      if (!file.write(text)) await once(file, "drain");
    }
    file.end();
    await finished(file);
    await rename(unfinished, path);
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}
