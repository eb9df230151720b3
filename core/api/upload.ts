import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Context } from "hono";
import { sizeLimit } from "../imports/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { boundaryOf, readMultipart } from "./multipart.ts";

/** A file that was sent, on disk for as long as the request lasts. */
export interface Upload {
  path: string;
  name: string;
  sha256: string;
  /** Text fields of the form, or of the query string. */
  fields: Record<string, string>;
}

const fieldLimit = 64 * 1024;

/**
 * Takes a file from a request, `file` of a form or the whole body with `?name=`, without holding it in memory, and
 * removes it when `work` is done. Errors: `file_missing_in_request`, `file_too_large`, `malformed_multipart`.
 */
export async function withUpload<T>(c: Context, work: (upload: Upload) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "enishi-upload-"));
  try {
    return await work(await receive(c, join(folder, "list")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(c: Context, path: string): Promise<Upload> {
  const fields: Record<string, string> = { ...c.req.query() };
  const body = c.req.raw.body as AsyncIterable<Uint8Array> | null;
  if (!body) throw new EnishiError("file_missing_in_request", {}, { field: "file" });
  const boundary = boundaryOf(c.req.header("Content-Type"));
  if (!boundary) {
    const name = nameOf(fields.name);
    return { path, name, fields, sha256: await store(body, path, name) };
  }
  let file: Pick<Upload, "name" | "sha256"> | null = null;
  for await (const part of readMultipart(body, boundary)) {
    if (part.fileName !== null || part.name === "file") {
      const name = nameOf(part.fileName ?? fields.name);
      // Of several files the first is the list; the others are read past.
      const sha256 = await store(part.body, file ? `${path}.more` : path, name);
      file ??= { name, sha256 };
    } else fields[part.name] = await textOf(part.body);
  }
  if (!file) throw new EnishiError("file_missing_in_request", {}, { field: "file" });
  return { path, fields, ...file };
}

/** A name is shown and tells a workbook from text; folders in it are not ours. */
function nameOf(given: string | undefined): string {
  return basename((given ?? "").replaceAll("\\", "/")).slice(0, 200) || "list.csv";
}

async function store(body: AsyncIterable<Uint8Array>, path: string, name: string): Promise<string> {
  const hash = createHash("sha256");
  let size = 0;
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > sizeLimit.bytes) throw new EnishiError("file_too_large", { name, limit: sizeLimit.label });
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return hash.digest("hex");
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > fieldLimit) throw new EnishiError("payload_too_large", { limit: "64 KB" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
