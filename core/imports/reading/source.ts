import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { EnishiError } from "../../kernel/errors.ts";
import { listFault } from "./fault.ts";

/** Bytes to read: in memory, on disk (a path), or arriving (an upload). */
export type ListBytes = Uint8Array | AsyncIterable<Uint8Array> | string;

/** A file as chunks. `head` is its beginning, for looking before reading; `whole` says that it is all there is. */
export interface ChunkSource {
  head: Uint8Array;
  whole: boolean;
  /** True when `chunks` can be called again. */
  again: boolean;
  chunks(): AsyncIterable<Uint8Array>;
}

const HEAD_BYTES = 512 * 1024;
const CHUNK_BYTES = 64 * 1024;

/**
 * Opens bytes for reading them several times: a path and bytes can be read again and again, arriving bytes once
 * (a second `chunks()` throws `source_already_read`). Throws `file_not_found` with the path.
 */
export async function openSource(bytes: ListBytes): Promise<ChunkSource> {
  if (typeof bytes === "string") return openPath(bytes);
  if (bytes instanceof Uint8Array) return memorySource(bytes);
  return openArriving(bytes);
}

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ChunkSource {
  return {
    head: bytes.subarray(0, HEAD_BYTES),
    whole: bytes.length <= HEAD_BYTES,
    again: true,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    },
  };
}

/** A source that can be read several times; one that cannot is taken into memory. */
export async function readableAgain(source: ChunkSource): Promise<ChunkSource> {
  if (source.again) return source;
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks()) parts.push(chunk);
  return memorySource(Buffer.concat(parts));
}

/** Why a path cannot be read: another program (Excel) holds it, or it is not there. */
export function unreadable(path: string, cause: unknown): EnishiError {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? "";
  return listFault(LOCKED.has(code) ? "file_is_locked" : "file_not_found", { path }, cause);
}

const LOCKED = new Set(["EBUSY", "EPERM", "EACCES"]);

async function openPath(path: string): Promise<ChunkSource> {
  const file = await open(path, "r").catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    const { size } = await file.stat();
    const head = new Uint8Array(Math.min(size, HEAD_BYTES));
    await file.read(head, 0, head.length, 0);
    const chunks = () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Uint8Array>;
    return { head, whole: size <= HEAD_BYTES, again: true, chunks };
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    await file.close();
  }
}

async function openArriving(bytes: AsyncIterable<Uint8Array>): Promise<ChunkSource> {
  const iterator = bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < HEAD_BYTES && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else {
      read.push(next.value);
      length += next.value.length;
    }
  }
  let taken = false;
  return {
    head: Buffer.concat(read),
    whole: ended,
    again: ended,
    async *chunks() {
      // What fits into the head can be had again; the rest is gone once it was handed out.
      if (taken && !ended) throw listFault("source_already_read");
      taken = true;
      yield* read;
      if (ended) return;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    },
  };
}
