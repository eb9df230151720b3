import type { Statements } from "../kernel/database.ts";
import type { SearchDocument } from "./search-document.ts";

/** Writes what search reads of customers, over what was there of them. */
export async function writeSearchRows(
  db: Statements,
  workspaceId: string,
  rows: readonly { customerId: string; document: SearchDocument }[],
): Promise<void> {
  if (rows.length === 0) return;
  // Arrays of different lengths cannot be sent as one array: grams travel as lines. White space folds to nothing, so that
  // none has a line break in it; JSON takes the server twice as long.
  await db.query(
    `insert into customer_search (workspace_id, customer_id, grams, folded, sort_key)
     select $1, r.id, string_to_array(r.grams, E'\\n'), r.folded, r.sort_key
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as r (id, grams, folded, sort_key)
     on conflict (workspace_id, customer_id) do update
        set grams = excluded.grams, folded = excluded.folded, sort_key = excluded.sort_key
      where (customer_search.folded, customer_search.sort_key) is distinct from (excluded.folded, excluded.sort_key)`,
    [
      workspaceId,
      rows.map((row) => row.customerId),
      rows.map((row) => row.document.grams.join("\n")),
      rows.map((row) => row.document.folded),
      rows.map((row) => row.document.sortKey),
    ],
    { prepared: true },
  );
}
