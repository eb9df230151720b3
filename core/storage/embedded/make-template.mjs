// Makes the prepared database folders that first starts unpack (run by postinstall; 5 s once instead of at every first start).
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gin } from "@electric-sql/pglite/contrib/btree_gin";
import PgBoss from "pg-boss";
import { bareTemplate, generatedFolder, migratedTemplate, readMigrations } from "./template.mjs";

/** Those of this run; older ones go. */
const made = [];
mkdirSync(generatedFolder, { recursive: true });
const db = await PGlite.create({ extensions: { btree_gin } });
await dump(bareTemplate);
// As migrate.ts does it, which applies what a later version adds.
await db.exec(`create table _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
for (const { name, sql } of readMigrations()) {
  await db.exec(sql);
  await db.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), 1)`,
    [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
  );
}
await db.exec(PgBoss.getConstructionPlans("pgboss"));
await dump(migratedTemplate());
await db.close();
for (const name of readdirSync(generatedFolder)) {
  const path = join(generatedFolder, name);
  if (/^pglite-.*\.tar\.gz/.test(name) && !made.includes(path)) rmSync(path, { force: true });
}

async function dump(path) {
  await db.exec("checkpoint");
  const file = await db.dumpDataDir("gzip");
  // Complete or not there at all: somebody may be starting a database at this moment.
  writeFileSync(`${path}.new`, Buffer.from(await file.arrayBuffer()));
  renameSync(`${path}.new`, path);
  made.push(path);
}
