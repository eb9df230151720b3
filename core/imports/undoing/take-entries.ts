import type { OperationContext } from "../../kernel/context.ts";
import type { StoredImport } from "../stored.ts";

/** Entries are small: so many of them cost what one customer's chunk does. */
const TIMES = 5;

/**
 * Takes the next entries of an import off the history, or out of the purchases. One that somebody changed, cancelled or
 * took over since stays, and its row says so. `done` when none is left to look at.
 */
export async function takeEntries(
  context: OperationContext,
  { id: importId, kind }: StoredImport,
  limit: number,
): Promise<{ removed: number; kept: number; done: boolean }> {
  if (kind !== "activities" && kind !== "purchases") return { removed: 0, kept: 0, done: true };
  const table = kind === "activities" ? "history_entry" : "purchase";
  const rows = await context.db.query<{ id: string; customerId: string | null; version: number | null }>(
    `with next as materialized (
       select r.row, r.entry_id as id, e.customer_id, e.version
         from (select row, entry_id from import_row
                where workspace_id = $1 and import_id = $2 and entry_id is not null
                  and not issues @> '[{"code": "entry_kept"}]'
                order by row limit $3) r
         left join ${table} e on e.workspace_id = $1 and e.id = r.entry_id
     ), gone as (
       delete from ${table} e using next n where e.workspace_id = $1 and e.id = n.id and n.version = 1
     ), settled as (
       update import_row x
          set entry_id = case when n.version > 1 then n.id end,
              issues = case when n.version > 1
                            then x.issues || '[{"code": "entry_kept", "column": null, "value": null}]'::jsonb
                            else x.issues end
         from next n where x.workspace_id = $1 and x.import_id = $2 and x.row = n.row
     )
     select id, customer_id as "customerId", version from next`,
    [context.workspaceId, importId, limit * TIMES],
  );
  const removed = rows.filter((row) => row.version === 1);
  const kept = rows.filter((row) => row.version !== null && row.version > 1);
  for (const { id, customerId } of removed) {
    context.changed({
      entity: table === "purchase" ? "purchase" : "history",
      entityId: id,
      customerId: customerId!,
      before: { importId },
      after: null,
    });
  }
  return { removed: removed.length, kept: kept.length, done: rows.length < limit * TIMES };
}
