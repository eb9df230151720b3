import { reindex, reindexSites } from "../customers/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import type { TableRule } from "../kernel/tables.ts";
import type { Deed } from "./deed.ts";
import type { Pair } from "./lock-pair.ts";
import type { Done } from "./merging.ts";
import type { Plan } from "./plan-merge.ts";
import { moveBelongings, writeEdits, writeInserts, writeMoves } from "./write-deed.ts";

/**
 * Does what was planned, moves the rows of `rules`, keeps the deed for a later split, and makes search and matching rows
 * of both anew.
 */
export async function carryOut(
  context: OperationContext,
  as: Deed["as"],
  { keep, merge }: Pair,
  plan: Pick<Plan, "edits" | "moves" | "inserts">,
  rules: readonly TableRule[],
): Promise<Done> {
  const id = context.newId();
  const version = keep.version + 1;
  await writeEdits(context, plan.edits);
  const belongings = await moveBelongings(context, merge.id, keep.id, rules);
  await writeMoves(context, plan.moves);
  await writeInserts(context, plan.inserts);
  const moves = [...belongings, ...plan.moves];
  const deed: Deed = { as, kept: keep, merged: merge, edits: plan.edits, moves, inserts: plan.inserts };
  await context.db.query(
    `insert into customer_merge (workspace_id, id, kept_id, merged_id, before, created_by_id, created_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      context.workspaceId,
      id,
      keep.id,
      merge.id,
      JSON.stringify(deed),
      context.actor.memberId,
      context.now,
      version,
    ],
  );
  await reindexPair(context, keep, merge, as === "merge");
  return { id, version, moved: countsOf(moves) };
}

/** Sites are found by the names of their company too; a merged company has none left. */
export async function reindexPair(
  context: OperationContext,
  keep: { id: string; kind: string },
  merge: { id: string; kind: string },
  isMerge = false,
): Promise<void> {
  await reindex(context.db, context.workspaceId, [keep.id, merge.id]);
  if (keep.kind === "company") await reindexSites(context.db, context.workspaceId, keep.id);
  if (merge.kind === "company" && !isMerge) await reindexSites(context.db, context.workspaceId, merge.id);
}

function countsOf(moves: Deed["moves"]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { table, keys } of moves) counts[table] = (counts[table] ?? 0) + keys.length;
  return counts;
}
