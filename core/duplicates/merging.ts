import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { carryOut } from "./carry-out.ts";
import { lockPair, requireLike } from "./lock-pair.ts";
import { type Plan, planMerge } from "./plan-merge.ts";
import { readSurroundings } from "./surroundings.ts";
import type { Choices, CustomerRow } from "./surviving.ts";

export interface Merging {
  keepId: string;
  mergeId: string;
  versions?: { keep?: number | undefined; merge?: number | undefined } | undefined;
  choices?: Choices | undefined;
}

export interface Done {
  /** Of the merge: what a split names. */
  id: string;
  /** Of the survivor, after it. */
  version: number;
  /** Rows that moved, by table. */
  moved: Record<string, number>;
}

/**
 * Makes two records one, inside the caller's transaction. The merged record stays, points to the survivor and gives it all
 * that belongs to it; `customer_merge` keeps both as they were, with all that was done.
 * Errors: those of `lockPair` and `requireLike`, `handover_open` (each waits in a handover of its own), `try_again`.
 */
export async function mergeCustomers(context: OperationContext, merging: Merging): Promise<Done> {
  const { keepId, mergeId, versions, choices } = merging;
  const pair = await lockPair(context, keepId, mergeId, versions);
  requireLike(pair);
  const around = await readSurroundings(context, keepId, mergeId);
  const plan = planMerge(context, pair, around, choices);
  await requireParentStands(context, pair.keep, plan.columns.parent_id);
  const done = await carryOut(context, "merge", pair, plan, context.tables);
  tellOwners(context, plan, pair.keep);
  const { keep, merge } = pair;
  context.changed({
    entity: "customer",
    entityId: keep.id,
    customerId: keep.id,
    before: Object.fromEntries(Object.keys(plan.columns).map((column) => [column, keep[column] ?? null])),
    after: { ...plan.columns, mergeId: done.id, mergedId: merge.id },
  });
  context.changed({
    entity: "customer",
    entityId: merge.id,
    customerId: merge.id,
    before: { state: "active", name: merge.name },
    after: { state: "merged", mergedIntoId: keep.id, mergeId: done.id, moved: done.moved },
  });
  context.emit("customers.merged", {
    mergeId: done.id,
    customerId: keep.id,
    mergedId: merge.id,
    endedOwners: plan.owners.ended.map(({ memberId, role }) => ({ memberId, role })),
    deputies: plan.owners.deputies,
  });
  return done;
}

/** Where a person gets the other's company, it may have been merged away this moment. */
async function requireParentStands(
  context: OperationContext,
  keep: CustomerRow,
  parentId: unknown,
): Promise<void> {
  if (parentId === undefined || parentId === null) return;
  const [parent] = await context.db.query<{ state: string }>(
    "select state from customer where workspace_id = $1 and id = $2 for share",
    [context.workspaceId, parentId],
  );
  if (parentId === keep.id || parent?.state !== "active") throw new EnishiError("try_again");
}

function tellOwners(context: OperationContext, { owners }: Plan, keep: CustomerRow): void {
  for (const { id, memberId, role } of owners.ended) {
    const becomes = owners.deputies.includes(memberId) ? "deputy" : null;
    context.changed({
      entity: "ownership",
      entityId: id,
      customerId: keep.id,
      before: { memberId, role },
      after: becomes ? { memberId, role: becomes } : null,
    });
  }
}
