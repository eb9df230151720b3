import type { OperationContext } from "../kernel/context.ts";
import type { TableRule } from "../kernel/tables.ts";
import type { Edit, Insert, Move, RowKey } from "./deed.ts";

/** Writes edits in one statement; a customer's version goes up with them. */
export async function writeEdits(context: OperationContext, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return;
  const values: unknown[] = [context.workspaceId, context.now];
  const parts = groupEdits(edits).map(({ table, keys, columns, edits: rows }, at) => {
    values.push(JSON.stringify(rows.map((edit) => ({ ...edit.key, ...edit.after }))));
    const sets = columns.map((column) => `${column} = r.${column}`);
    if (table === "customer") sets.push("version = t.version + 1", "updated_at = $2::timestamptz");
    return `e${at} as (
      update ${table} t set ${sets.join(", ")} from ${rowsOf(table, values.length, rows.length)} r
       where t.workspace_id = $1 and ${sameKey(keys, "t", "r")})`;
  });
  await context.db.query(`with ${parts.join(", ")} select $2::timestamptz`, values);
}

/**
 * Gives the survivor what belongs to the other, table by table as their rules say, in one statement. What the survivor has
 * already stays with the record that it was written for.
 */
export async function moveBelongings(
  context: OperationContext,
  from: string,
  to: string,
  rules: readonly TableRule[],
): Promise<Move[]> {
  const moving = rules.filter((rule) => rule.merge === "move" && rule.customer !== null);
  const parts = moving.map((rule, at) => {
    const keys = keyOf(rule);
    return `m${at} as (
      update ${rule.table} t set ${rule.customer} = $2
       where t.workspace_id = $1 and t.${rule.customer} = $3${unlessThere(rule)}
      returning ${keys.map((key) => `t.${key}`).join(", ")})`;
  });
  const lists = moving.map((_, at) => `(select json_agg(m${at}) from m${at}) as m${at}`);
  const [row] = await context.db.query<Record<string, RowKey[] | null>>(
    `with ${parts.join(", ")} select ${lists.join(", ")}`,
    [context.workspaceId, to, from],
    { prepared: true },
  );
  return moving.flatMap((rule, at) => {
    const keys = row?.[`m${at}`] ?? [];
    return keys.length > 0 ? [{ table: rule.table, column: rule.customer!, from, to, keys }] : [];
  });
}

function unlessThere({ table, customer, once }: TableRule): string {
  if (!once) return "";
  const when = once.when ? `(${once.when}) is true and ` : "";
  const there = `select t.* from ${table} t where t.workspace_id = $1 and t.${customer} = $2`;
  const same = once.columns.map((column) => `o.${column} is not distinct from t.${column}`).join(" and ");
  return `
         and not (${when}exists (select 1 from (${there}${once.when ? ` and ${once.when}` : ""}) o where ${same}))`;
}

/** Writes moves that are known row by row, in one statement. */
export async function writeMoves(context: OperationContext, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const values: unknown[] = [context.workspaceId];
  const parts = moves.map(({ table, column, from, to, keys }, at) => {
    const rows = rowsOf(table, values.push(JSON.stringify(keys)), keys.length);
    const target = `$${values.push(to)}::uuid`;
    return `m${at} as (
      update ${table} t set ${column} = ${target} from ${rows} r
       where t.workspace_id = $1 and t.${column} = $${values.push(from)}::uuid and ${sameKey(Object.keys(keys[0]!), "t", "r")})`;
  });
  await context.db.query(`with ${parts.join(", ")} select 1`, values);
}

/** Adds rows, those of one table in one statement. */
export async function writeInserts(context: OperationContext, inserts: readonly Insert[]): Promise<void> {
  for (const table of new Set(inserts.map((insert) => insert.table))) {
    const rows = inserts.filter((insert) => insert.table === table).map((insert) => insert.row);
    const columns = Object.keys(rows[0]!).join(", ");
    await context.db.query(
      `insert into ${table} (workspace_id, ${columns})
       select $1, ${columns} from jsonb_populate_recordset(null::${table}, $2)`,
      [context.workspaceId, JSON.stringify(rows)],
    );
  }
}

/** Edits of one table that change the same columns. */
export function groupEdits(edits: readonly Edit[]) {
  const groups = new Map<string, { table: string; keys: string[]; columns: string[]; edits: Edit[] }>();
  for (const edit of edits) {
    const keys = Object.keys(edit.key);
    const columns = Object.keys(edit.after);
    const shape = [edit.table, ...keys, ...columns].join(" ");
    const group = groups.get(shape) ?? { table: edit.table, keys, columns, edits: [] };
    group.edits.push(edit);
    groups.set(shape, group);
  }
  return [...groups.values()];
}

/**
 * Rows of a table out of a JSON array that is bound to `$at`. The limit says how many there are: a planner that expects a
 * hundred where there is one reads the whole table to meet them.
 */
export function rowsOf(table: string, at: number, count: number): string {
  return `(select * from jsonb_populate_recordset(null::${table}, $${at}) limit ${count})`;
}

export function keyOf(rule: TableRule): readonly string[] {
  return rule.key ?? ["id"];
}

export function sameKey(keys: readonly string[], left: string, right: string): string {
  return keys.map((key) => `${left}.${key} = ${right}.${key}`).join(" and ");
}
