// The prepared database folder: where it is kept, and how it is unpacked. Plain JavaScript, for the worker.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const migrationsFolder = fileURLToPath(new URL("../../../prisma/migrations/", import.meta.url));
export const generatedFolder = fileURLToPath(new URL("../../../generated/", import.meta.url));
/** A database in which nothing was made yet. */
export const bareTemplate = join(generatedFolder, "pglite-bare.tar.gz");

/** The names and texts of all migrations, in order. */
export function readMigrations() {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8") }));
}

/** One in which exactly these migrations are applied; named by them, so that an old one is never taken for it. */
export function migratedTemplate() {
  const texts = readMigrations().map(({ name, sql }) => `${name}\n${sql}`);
  const sum = createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 16);
  return join(generatedFolder, `pglite-migrated-${sum}.tar.gz`);
}

/**
 * Unpacks the best template there is into a folder that is not there yet, at once or not at all. False: there is none.
 * A third of the time and half of the memory of making a database anew.
 */
export function unpackTemplate(folder) {
  const path = [migratedTemplate(), bareTemplate].find((candidate) => existsSync(candidate));
  if (!path) return false;
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  for (const { name, isFolder, bytes } of tarEntries(gunzipSync(readFileSync(path)))) {
    const target = join(half, name);
    mkdirSync(isFolder ? target : dirname(target), { recursive: true, mode: 0o700 });
    if (!isFolder) writeFileSync(target, bytes, { mode: 0o600 });
  }
  // What is there is no database that could be opened, but perhaps one that somebody wants to mend.
  if (existsSync(folder)) renameSync(folder, `${folder}.set-aside-${Date.now()}`);
  renameSync(half, folder);
  return true;
}

/** The files and folders of a plain tar archive: blocks of 512 bytes, a header before each content. */
function* tarEntries(archive) {
  const textAt = (from, length) => archive.toString("latin1", from, from + length).replace(/\0.*$/s, "");
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(textAt(at + 124, 12).trim() || "0", 8);
    const type = String.fromCharCode(archive[at + 156]);
    const bytes = archive.subarray(at + 512, at + 512 + size);
    yield { name: textAt(at, 100), isFolder: type === "5", bytes };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
