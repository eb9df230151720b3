import { Unzip, UnzipInflate } from "fflate";
import type { ChunkSource } from "./source.ts";

/**
 * Streams the entries of a zip that `wanted` accepts: each is handed out piece by piece, in the order of the file, and
 * nothing but the piece at hand is held. Broken archives throw whatever the inflater throws.
 */
export async function* unzipEntries(
  source: ChunkSource,
  wanted: (name: string) => boolean,
): AsyncGenerator<{ name: string; piece: Uint8Array; last: boolean }> {
  const ready: { name: string; piece: Uint8Array; last: boolean }[] = [];
  let fault: unknown = null;
  const unzip = new Unzip((entry) => {
    if (!wanted(entry.name)) return;
    entry.ondata = (error, piece, last) => {
      if (error) fault = error;
      else ready.push({ name: entry.name, piece, last });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of source.chunks()) {
    unzip.push(chunk);
    if (fault) throw fault;
    while (ready.length > 0) yield ready.shift()!;
  }
  unzip.push(new Uint8Array(0), true);
  if (fault) throw fault;
  yield* ready;
}

/** The wanted entries as text, each whole. */
export async function readEntries(
  source: ChunkSource,
  wanted: (name: string) => boolean,
): Promise<Map<string, string>> {
  const pieces = new Map<string, Uint8Array[]>();
  for await (const { name, piece } of unzipEntries(source, wanted)) {
    const list = pieces.get(name);
    if (list) list.push(piece);
    else pieces.set(name, [piece]);
  }
  return new Map([...pieces].map(([name, list]) => [name, Buffer.concat(list).toString("utf8")]));
}
