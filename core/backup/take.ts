import type { Database, Statements } from "../kernel/database.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { TableRule } from "../kernel/tables.ts";
import { FORM, type Header, type Section } from "./form.ts";

/** Rows fetched at a time. */
const PAGE = 500;

/**
 * Gives all that a workspace is, line by line with their line breaks, as it stood at one moment. Derived rows (search,
 * matching keys) and spent codes are left out; `restore` makes the former anew. The embedded database answers nobody
 * else meanwhile. Returns how many rows it gave. Error: `unknown_workspace`.
 */
export async function takeBackup(
  database: Database,
  tables: readonly TableRule[],
  from: { workspaceId: string; now: Date },
  write: (line: string) => Promise<void>,
): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query("set transaction isolation level repeatable read, read only");
    await write(`${JSON.stringify(await headerOf(tx, from))}\n`);
    let rows = 0;
    for (const { table, workspace, backup } of tables) {
      // A table without a workspace holds keys of secrets; it belongs to all of them and stays where it is.
      if (backup && workspace) rows += await writeTable(tx, table, workspace, from.workspaceId, write);
    }
    await write(`${JSON.stringify({ end: true, rows })}\n`);
    return rows;
  });
}

async function headerOf(tx: Statements, from: { workspaceId: string; now: Date }): Promise<Header> {
  const [workspace] = await tx.query<Header["workspace"]>(
    "select id, slug, name from workspace where id = $1",
    [from.workspaceId],
  );
  if (!workspace) throw new EnishiError("unknown_workspace");
  const migrations = await tx.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null order by migration_name",
  );
  return {
    enishi: "backup",
    form: FORM,
    takenAt: from.now.toISOString(),
    migrations: migrations.map(({ name }) => name),
    workspace,
  };
}

async function writeTable(
  tx: Statements,
  table: string,
  workspace: string,
  workspaceId: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const columns = await columnsOf(tx, table);
  await write(`${JSON.stringify({ table, columns } satisfies Section)}\n`);
  // The id comes from the workspace's own row, so that it can stand in the text of a cursor.
  await tx.query(
    `declare rows no scroll cursor for select row_to_json(t)::text as row from ${table} t
      where ${workspace} = '${workspaceId}'`,
  );
  let count = 0;
  for (;;) {
    const page = await tx.query<{ row: string }>(`fetch ${PAGE} from rows`);
    if (page.length === 0) break;
    count += page.length;
    await write(page.map(({ row }) => `[${row}]\n`).join(""));
  }
  await tx.query("close rows");
  return count;
}

/** The columns of a table of ours, in order; none when there is no such table. */
export async function columnsOf(db: Statements, table: string): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
