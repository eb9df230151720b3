import type { z } from "zod";
import { reindex } from "../customers/index.ts";
import type { Database, Statements } from "../kernel/database.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { TableRule } from "../kernel/tables.ts";
import { End, Header, Section } from "./form.ts";
import { columnsOf } from "./take.ts";

const ROWS_AT_ONCE = 500;
/** A row may hold whole mails. */
const CHARACTERS_AT_ONCE = 2_000_000;

export interface Restored {
  workspace: Header["workspace"];
  takenAt: string;
  rows: number;
  customers: number;
}

/**
 * Brings a workspace back from the lines of a backup, all of it or nothing. A workspace of the same name or id gives way
 * when it has no customers; one that has some is never touched.
 * Errors: `backup_unreadable`, `backup_incomplete`, `backup_newer`, `restore_target_in_use`.
 */
export async function restore(
  database: Database,
  tables: readonly TableRule[],
  lines: AsyncIterable<string>,
  onProgress: (rows: number) => void = () => {},
): Promise<Restored> {
  return database.transaction(async (tx) => {
    const iterator = lines[Symbol.asyncIterator]();
    const header = parse(Header, (await iterator.next()).value);
    await checkMigrations(tx, header);
    await makeRoom(tx, tables, header.workspace);
    const rows = await insertAll(tx, tables, iterator, onProgress);
    const customers = await reindexAll(tx, header.workspace.id);
    return { workspace: header.workspace, takenAt: header.takenAt, rows, customers };
  });
}

async function checkMigrations(tx: Statements, header: Header): Promise<void> {
  const unknown = await tx.query<{ name: string }>(
    `select name from unnest($1::text[]) as b (name) where name not in (
       select migration_name from _prisma_migrations where finished_at is not null)`,
    [header.migrations],
  );
  if (unknown.length > 0) throw new EnishiError("backup_newer");
}

async function makeRoom(
  tx: Statements,
  tables: readonly TableRule[],
  { id, slug }: Header["workspace"],
): Promise<void> {
  const there = await tx.query<{ id: string; name: string; customers: number }>(
    `select w.id, w.name, (select count(*)::int from customer c where c.workspace_id = w.id) as customers
       from workspace w where w.id = $1 or w.slug = $2 for update`,
    [id, slug],
  );
  for (const { id: old, name, customers } of there) {
    if (customers > 0) throw new EnishiError("restore_target_in_use", { name, customers });
    for (const { table, workspace } of tables) {
      if (workspace) await tx.query(`delete from ${table} where ${workspace} = $1`, [old]);
    }
  }
}

async function insertAll(
  tx: Statements,
  tables: readonly TableRule[],
  lines: AsyncIterator<string>,
  onProgress: (rows: number) => void,
): Promise<number> {
  let section: Section | null = null;
  let waiting: string[] = [];
  let characters = 0;
  let rows = 0;
  const write = async () => {
    if (section && waiting.length > 0) await insert(tx, section, waiting);
    rows += waiting.length;
    waiting = [];
    characters = 0;
    onProgress(rows);
  };
  for (;;) {
    const { value: line, done } = await lines.next();
    if (done) throw new EnishiError("backup_incomplete");
    if (line.startsWith("[")) {
      waiting.push(line.slice(1, -1));
      characters += line.length;
      if (waiting.length === ROWS_AT_ONCE || characters > CHARACTERS_AT_ONCE) await write();
      continue;
    }
    await write();
    const next: z.output<typeof End> | Section = parse(End.or(Section), line);
    if ("end" in next) {
      if (next.rows !== rows) throw new EnishiError("backup_incomplete");
      return rows;
    }
    section = await known(tx, tables, next);
  }
}

/** A section whose table and columns are those of this database, so that their names may stand in a statement. */
async function known(tx: Statements, tables: readonly TableRule[], section: Section): Promise<Section> {
  const isOurs = tables.some(({ table, backup }) => backup && table === section.table);
  const columns = isOurs ? await columnsOf(tx, section.table) : [];
  if (!isOurs || section.columns.some((column) => !columns.includes(column))) {
    throw new EnishiError("backup_newer");
  }
  return section;
}

async function insert(tx: Statements, { table, columns }: Section, rows: readonly string[]): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(", ");
  try {
    await tx.query(
      `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`,
      [`[${rows.join(",")}]`],
    );
  } catch (error) {
    if ((error as { code?: string }).code === "22P02")
      throw new EnishiError("backup_unreadable", {}, { cause: error });
    throw error;
  }
}

/** Makes anew what search and matching read. Returns how many customers there are. */
async function reindexAll(tx: Statements, workspaceId: string): Promise<number> {
  let after: string | null = null;
  for (let count = 0; ; ) {
    const ids: { id: string }[] = await tx.query<{ id: string }>(
      `select id from customer where workspace_id = $1 and ($2::uuid is null or id > $2) order by id limit 500`,
      [workspaceId, after],
    );
    if (ids.length === 0) return count;
    await reindex(
      tx,
      workspaceId,
      ids.map(({ id }) => id),
    );
    count += ids.length;
    after = ids.at(-1)!.id;
  }
}

function parse<T extends z.ZodType>(shape: T, line: unknown): z.output<T> {
  try {
    return shape.parse(JSON.parse(String(line)));
  } catch (error) {
    throw new EnishiError("backup_unreadable", {}, { cause: error });
  }
}
