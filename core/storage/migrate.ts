import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Database } from "../kernel/database.ts";
import { newId, sha256 } from "../kernel/ids.ts";

const folder = new URL("../../prisma/migrations/", import.meta.url);

/**
 * Brings the database to the newest migration, in Prisma's own table, each in one transaction. Two processes that
 * start at once wait for each other. Returns the names that it applied.
 */
export async function migrate(database: Database): Promise<string[]> {
  await database.query(`create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
    migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
  const finished = await database.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null",
  );
  const known = new Set(finished.map(({ name }) => name));
  const applied: string[] = [];
  for (const name of migrationNames().filter((candidate) => !known.has(candidate))) {
    if (await applyOnce(database, name)) applied.push(name);
  }
  return applied;
}

export function migrationNames(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function migrationSql(name: string): string {
  return readFileSync(fileURLToPath(new URL(`${name}/migration.sql`, folder)), "utf8");
}

function applyOnce(database: Database, name: string): Promise<boolean> {
  const sql = migrationSql(name);
  return database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(8236412)");
    const done = await tx.query(
      "select 1 from _prisma_migrations where migration_name = $1 and finished_at is not null",
      [name],
    );
    if (done.length > 0) return false;
    await tx.query(sql);
    await tx.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [newId(), sha256(sql), name],
    );
    return true;
  });
}
