import type { OperationContext } from "../../kernel/context.ts";
import { sqlJson } from "../sql-json.ts";
import type { EntryRow } from "./entries.ts";

export type TableOfEntries = "history_entry" | "purchase";

const DAY: Record<TableOfEntries, string> = { history_entry: "occurred_at", purchase: "purchased_on" };
const FROM: Record<TableOfEntries, string> = { history_entry: "ref_id", purchase: "import_id" };
const SAID: Record<TableOfEntries, readonly string[]> = {
  history_entry: ["customer_id", "kind", "title", "body", "author_id"],
  purchase: ["customer_id", "item", "quantity", "unit_price", "amount", "note"],
};

/** What makes two entries of two lists one: the same customer, day and words. A list may say a thing twice by itself. */
export function keyOfEntry(table: TableOfEntries, entry: Record<string, unknown>): string {
  const day = entry[DAY[table]];
  const at = table === "purchase" ? String(day).slice(0, 10) : new Date(day as string).getTime();
  const said = SAID[table].map((column) => {
    const value = entry[column] ?? null;
    const isNumber = ["quantity", "unit_price", "amount"].includes(column) && value !== null;
    return isNumber ? Number(value) : value;
  });
  return JSON.stringify([at, ...said]);
}

/**
 * Which of these entries are there already: `ids` of the same row of the same file (taken off by hand counts, too: it is
 * not brought back), `keys` of what another list told in the same words.
 */
export async function findTold(
  context: OperationContext,
  importId: string,
  table: TableOfEntries,
  entries: readonly EntryRow[],
): Promise<{ ids: ReadonlySet<string>; keys: ReadonlySet<string> }> {
  const { db, workspaceId } = context;
  const ids = await db.query<{ id: string }>(
    `select external_id as id from ${table} where workspace_id = $1 and external_id = any($2::text[])`,
    [workspaceId, entries.map((entry) => entry.external_id)],
  );
  const day = DAY[table];
  const alike = await db.query<{ told: Record<string, unknown> }>(
    `select to_jsonb(e) as told
       from (select distinct customer_id, ${day} from json_populate_recordset(null::${table}, $3)) r
       join ${table} e on e.workspace_id = $1 and e.customer_id = r.customer_id and e.${day} = r.${day}
      where e.${FROM[table]} <> $2 and e.external_id like 'import:%'`,
    [workspaceId, importId, sqlJson(entries)],
  );
  return {
    ids: new Set(ids.map((row) => row.id)),
    keys: new Set(alike.map(({ told }) => keyOfEntry(table, told))),
  };
}
