import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { CustomerRow } from "./surviving.ts";

export interface Pair {
  keep: CustomerRow;
  merge: CustomerRow;
}

/**
 * Holds two customers until the transaction ends, always in the order of their ids, so that A→B and B→A at once never
 * wait for each other: one of them happens, the other finds a record that was merged.
 * Errors: `merge_itself`, `customer_not_found`, `customer_merged`, `stale_copy` (a version that was given is not today's).
 */
export async function lockPair(
  context: OperationContext,
  keepId: string,
  mergeId: string,
  versions: { keep?: number | undefined; merge?: number | undefined } = {},
): Promise<Pair> {
  if (keepId === mergeId) throw new EnishiError("merge_itself", {}, { field: "mergeId" });
  const rows = await context.db.query<CustomerRow>(
    "select * from customer where workspace_id = $1 and id in ($2, $3) order by id for update",
    [context.workspaceId, keepId, mergeId],
  );
  const keep = required(rows, keepId, "keepId", versions.keep);
  const merge = required(rows, mergeId, "mergeId", versions.merge);
  return { keep, merge };
}

function required(
  rows: readonly CustomerRow[],
  id: string,
  field: string,
  version: number | undefined,
): CustomerRow {
  const row = rows.find((one) => one.id === id);
  if (!row || row.state === "erased") throw new EnishiError("customer_not_found", {}, { field });
  if (row.state === "merged") {
    throw new EnishiError("customer_merged", { into: row.merged_into_id ?? "" }, { field });
  }
  if (version !== undefined && version !== row.version) throw new EnishiError("stale_copy", {}, { field });
  return row;
}

/**
 * Only like becomes one: a company and a company, a person and a person, two sites of the same company (the companies come
 * first). Errors: `merge_other_kind`, `merge_other_company`.
 */
export function requireLike({ keep, merge }: Pair): void {
  if (keep.kind !== merge.kind) throw new EnishiError("merge_other_kind", {}, { field: "mergeId" });
  if (keep.kind === "site" && keep.parent_id !== merge.parent_id) {
    throw new EnishiError("merge_other_company", {}, { field: "mergeId" });
  }
}
