import type { OperationContext } from "../../kernel/context.ts";
import { sqlJson } from "../sql-json.ts";
import type { Entries } from "./entries.ts";
import type { TableOfEntries } from "./told-entries.ts";

const COLUMNS: Record<TableOfEntries, string> = {
  history_entry: `id, customer_id, kind, direction, occurred_at, precision, author_id, recorder_id, contact_ids,
    member_ids, title, body, ref_type, ref_id, external_id`,
  purchase: `id, customer_id, item, quantity, unit, unit_price, amount, purchased_on, precision, delivered_on, note,
    member_id, recorder_id, import_id, external_id`,
};
/** Columns that are the same for all: recorded now, said by a list. */
const SAME: Record<TableOfEntries, [columns: string, values: string]> = {
  history_entry: ["recorded_at, surface", "$3, 'import'"],
  purchase: ["recorded_at", "$3"],
};

/**
 * Writes the entries of a chunk and notes on each row which one it became. Nobody is told: these things happened long ago.
 * The audit trail has each of them.
 */
export async function writeEntries(
  context: OperationContext,
  importId: string,
  { table, byRow }: Entries,
): Promise<void> {
  if (byRow.size === 0) return;
  const entries = [...byRow.values()];
  const [columns, values] = SAME[table];
  await context.db.query(
    `with written as (
       insert into ${table} (workspace_id, ${COLUMNS[table]}, ${columns})
       select $1, ${COLUMNS[table]}, ${values} from json_populate_recordset(null::${table}, $4)
     )
     update import_row x set entry_id = r.id from json_to_recordset($5) as r (row int, id uuid)
      where x.workspace_id = $1 and x.import_id = $2 and x.row = r.row`,
    [
      context.workspaceId,
      importId,
      context.now,
      sqlJson(entries),
      sqlJson([...byRow].map(([row, { id }]) => ({ row, id }))),
    ],
  );
  for (const { id, customer_id: customerId, ...after } of entries) {
    context.changed({
      entity: table === "purchase" ? "purchase" : "history",
      entityId: id,
      customerId,
      before: null,
      after: { ...after, customer_id: customerId },
    });
  }
}
