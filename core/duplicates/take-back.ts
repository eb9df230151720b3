import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Deed, Edit, Insert, Move, RowKey } from "./deed.ts";
import { groupEdits, rowsOf, sameKey } from "./write-deed.ts";

/** What a split left as it is, because somebody changed it since. `column` null: the whole row (moved on, or gone). */
export interface Kept {
  table: string;
  key: RowKey;
  column: string | null;
}

/**
 * Undoes a deed: rows that were added go, rows that moved return, values return; each only where it is still what the deed
 * left behind. Three statements, whatever the number of rows. What follows from the name (order, matching) is the
 * caller's to make anew.
 */
export async function takeBack(context: OperationContext, deed: Deed): Promise<Kept[]> {
  requireKnownTables(context, deed);
  const edits = deed.edits.map(withoutDerived);
  return [
    ...(await removeInserts(context, deed.inserts)),
    ...(await moveBack(context, deed.moves)),
    ...(await editBack(context, edits)),
  ];
}

async function removeInserts(context: OperationContext, inserts: readonly Insert[]): Promise<Kept[]> {
  if (inserts.length === 0) return [];
  const values: unknown[] = [context.workspaceId];
  const parts = inserts.map(({ table, key, row }, at) => {
    const columns = Object.keys(row);
    return `i${at} as (delete from ${table} t using jsonb_populate_record(null::${table}, $${values.push(JSON.stringify(row))}) r
      where t.workspace_id = $1 and ${sameKey(Object.keys(key), "t", "r")}
        and ${columns.map((column) => `t.${column} is not distinct from r.${column}`).join(" and ")} returning 1)`;
  });
  const counts = inserts.map((_, at) => `(select count(*) from i${at})::int as i${at}`);
  const [row] = await context.db.query<Record<string, number>>(
    `with ${parts.join(", ")} select ${counts.join(", ")}`,
    values,
  );
  return inserts.flatMap(({ table, key }, at) =>
    row?.[`i${at}`] === 1 ? [] : [{ table, key, column: null }],
  );
}

async function moveBack(context: OperationContext, moves: readonly Move[]): Promise<Kept[]> {
  if (moves.length === 0) return [];
  const values: unknown[] = [context.workspaceId];
  const parts: string[] = [];
  const missing: string[] = [];
  for (const [at, { table, column, from, to, keys }] of moves.entries()) {
    const names = Object.keys(keys[0]!);
    const there = `$${values.push(to)}::uuid`;
    const rows = rowsOf(table, values.push(JSON.stringify(keys)), keys.length);
    parts.push(`m${at} as (
      update ${table} t set ${column} = $${values.push(from)}::uuid from ${rows} r
       where t.workspace_id = $1 and t.${column} = ${there} and ${sameKey(names, "t", "r")}
      returning ${names.map((name) => `t.${name}`).join(", ")})`);
    const list = names.join(", ");
    missing.push(
      `(select json_agg(x) from (select ${list} from ${rows} r except select ${list} from m${at}) x) as m${at}`,
    );
  }
  const [row] = await context.db.query<Record<string, RowKey[] | null>>(
    `with ${parts.join(", ")} select ${missing.join(", ")}`,
    values,
  );
  return moves.flatMap(({ table }, at) =>
    (row?.[`m${at}`] ?? []).map((key) => ({ table, key, column: null })),
  );
}

async function editBack(context: OperationContext, edits: readonly Edit[]): Promise<Kept[]> {
  if (edits.length === 0) return [];
  const groups = groupEdits(edits);
  const values: unknown[] = [context.workspaceId, context.now];
  const parts = groups.map(({ table, keys, columns, edits: rows }, at) => {
    const side = (of: "before" | "after") => {
      const list = rows.map((edit) => ({ ...edit.key, ...edit[of] }));
      return rowsOf(table, values.push(JSON.stringify(list)), rows.length);
    };
    const sets = columns.map(
      (column) =>
        `${column} = case when t.${column} is not distinct from a.${column} then b.${column} else t.${column} end`,
    );
    if (table === "customer") sets.push("version = t.version + 1", "updated_at = $2::timestamptz");
    const back = columns.map((column) => `'${column}', t.${column} is not distinct from b.${column}`);
    return `e${at} as (
      update ${table} t set ${sets.join(", ")}
        from ${side("before")} b join ${side("after")} a on ${sameKey(keys, "a", "b")}
       where t.workspace_id = $1 and ${sameKey(keys, "t", "b")}
      returning json_build_object('key', json_build_object(${keys.map((key) => `'${key}', t.${key}`).join(", ")}),
                                  'back', json_build_object(${back.join(", ")})) as one)`;
  });
  const lists = groups.map((_, at) => `(select json_agg(one) from e${at}) as e${at}`);
  type Done = { key: RowKey; back: Record<string, boolean> };
  const [row] = await context.db.query<Record<string, Done[] | null>>(
    `with ${parts.join(", ")} select $2::timestamptz, ${lists.join(", ")}`,
    values,
  );
  return groups.flatMap(({ table, edits: rows }, at) => {
    const done = new Map((row?.[`e${at}`] ?? []).map((one) => [nameOf(one.key), one.back]));
    return rows.flatMap(({ key, after }): Kept[] => {
      const back = done.get(nameOf(key));
      if (!back) return [{ table, key, column: null }];
      return Object.keys(after).flatMap((column) => (back[column] ? [] : [{ table, key, column }]));
    });
  });
}

function nameOf(key: RowKey): string {
  return Object.values(key).join(" ");
}

/** Columns that follow from others: whoever takes back makes them anew. */
const derived = ["match_key", "sort_key"];

function withoutDerived(edit: Edit): Edit {
  const kept = (values: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(values).filter(([column]) => !derived.includes(column)));
  return { ...edit, before: kept(edit.before), after: kept(edit.after) };
}

/** A deed is data: names in it become part of a statement only when they are names of ours. */
function requireKnownTables(context: OperationContext, deed: Deed): void {
  const known = new Set(context.tables.map((rule) => rule.table));
  const parts = [
    ...deed.edits.map(({ table, key, after }) => ({ table, names: Object.keys({ ...key, ...after }) })),
    ...deed.inserts.map(({ table, row }) => ({ table, names: Object.keys(row) })),
    ...deed.moves.map(({ table, column, keys }) => ({
      table,
      names: [column, ...Object.keys(keys[0] ?? {})],
    })),
  ];
  const strange = parts.find(
    ({ table, names }) => !known.has(table) || names.some((name) => !/^[a-z_]+$/.test(name)),
  );
  if (strange) throw new EnishiError("merge_record_broken", { table: strange.table });
}
