import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { HandoverState } from "./roles.ts";

/** A handover as it stands in the database, without its brief. */
export interface StoredHandover {
  id: string;
  fromMemberId: string | null;
  fromName: string | null;
  toMemberId: string;
  toName: string;
  proposerId: string;
  state: HandoverState;
  reason: string | null;
  version: number;
}

/**
 * Reads a handover and keeps others from deciding it until the transaction ends.
 * Error: `handover_not_found`.
 */
export async function lockHandover(context: OperationContext, handoverId: string): Promise<StoredHandover> {
  const [handover] = await context.db.query<StoredHandover>(
    `select h.id, h.from_member_id as "fromMemberId", f.name as "fromName", h.to_member_id as "toMemberId",
            t.name as "toName", h.proposer_id as "proposerId", h.state, h.reason, h.version
       from handover h
       join member t on t.workspace_id = $1 and t.id = h.to_member_id
       left join member f on f.workspace_id = $1 and f.id = h.from_member_id
      where h.workspace_id = $1 and h.id = $2 for update of h`,
    [context.workspaceId, handoverId],
  );
  if (!handover) throw new EnishiError("handover_not_found", {}, { field: "handoverId" });
  return handover;
}

/** Moves a handover to another state, with its audit row. The caller holds its lock. */
export async function writeState(
  context: OperationContext,
  handover: StoredHandover,
  state: HandoverState,
  more: { declineReason?: string; decided?: boolean } = {},
): Promise<number> {
  await context.db.query(
    `update handover set state = $3, version = version + 1, decline_reason = coalesce($4, decline_reason),
            decided_at = case when $5::boolean then $6::timestamptz end,
            decided_by_id = case when $5::boolean then $7::uuid end
      where workspace_id = $1 and id = $2`,
    [
      context.workspaceId,
      handover.id,
      state,
      more.declineReason ?? null,
      more.decided ?? false,
      context.now,
      context.actor.memberId,
    ],
  );
  context.changed({
    entity: "handover",
    entityId: handover.id,
    before: { state: handover.state },
    after: { state, ...(more.declineReason ? { declineReason: more.declineReason } : {}) },
  });
  return handover.version + 1;
}

/** Tells a member about a handover, unless it is the acting member. */
export function tell(
  context: OperationContext,
  handover: Pick<StoredHandover, "id">,
  kind: string,
  toMemberIds: readonly (string | null)[],
  more: { key?: string; payload?: object } = {},
): void {
  for (const toMemberId of new Set(toMemberIds)) {
    if (!toMemberId || toMemberId === context.actor.memberId) continue;
    context.send({
      channel: "slack",
      key: ["handover", handover.id, kind, ...(more.key ? [more.key] : []), toMemberId].join(":"),
      payload: { kind: `handover_${kind}`, toMemberId, handoverId: handover.id, ...more.payload },
    });
  }
}
