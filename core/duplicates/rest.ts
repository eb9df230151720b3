import type { OperationContext, QueryContext } from "../kernel/context.ts";
import { bothStand } from "./both-stand.ts";
import type { HeldPair, PairAnswer } from "./decide.ts";

type Alike = Pick<HeldPair, "aId" | "bId" | "reasonKey">;

/** Open pairs, but for this one, whose reasons are the same and of which both are there. */
const alike = `
  d.workspace_id = $1 and d.state = 'open' and d.reason_key = $2 and not (d.a_id = $3 and d.b_id = $4)
    and ${bothStand}`;

/** 同じ理由の残りN件 */
export async function countRest(context: QueryContext, { aId, bId, reasonKey }: Alike): Promise<number> {
  const [row] = await context.db.query<{ count: number }>(
    `select count(*)::int as count from duplicate_pair d where ${alike}`,
    [context.workspaceId, reasonKey, aId, bId],
  );
  return row!.count;
}

/**
 * Answers the rest likewise: what is only remembered at once, in one statement; what merges by a job, each pair an
 * operation of its own. Says how many there are.
 */
export async function answerRest(context: OperationContext, pair: Alike, said: PairAnswer): Promise<number> {
  const { aId, bId, reasonKey } = pair;
  if (said === "same" || said === "site") {
    const count = await countRest(context, pair);
    if (count > 0) {
      context.emit("duplicates.restBegun", { reasonKey, answer: said, memberId: context.actor.memberId });
    }
    return count;
  }
  const rows = await context.db.query<{ aId: string; bId: string }>(
    `update duplicate_pair d set state = $5, decided_at = $6, decided_by_id = $7, version = version + 1
      where ${alike} returning a_id as "aId", b_id as "bId"`,
    [context.workspaceId, reasonKey, aId, bId, said, context.now, context.actor.memberId],
  );
  for (const row of rows) {
    context.changed({
      entity: "duplicate_pair",
      entityId: `${row.aId} ${row.bId}`,
      customerId: row.aId,
      before: { state: "open" },
      after: { state: said, bId: row.bId },
    });
  }
  return rows.length;
}
