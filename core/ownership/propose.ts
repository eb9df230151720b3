import { z } from "zod";
import { typedText } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { makeBrief } from "./brief.ts";
import { Brief } from "./brief-shape.ts";
import {
  predecessorOf,
  requireMayPropose,
  requireSuccessor,
  requireTransferable,
  type Standing,
} from "./rules.ts";
import { lockStandings, readParties } from "./standings.ts";

/**
 * Proposes that a colleague takes customers over. Nothing changes hands until the successor accepts; until then the
 * 引継書 made here, from the record alone, is what they decide by. At most 1,000 customers, all of one owner.
 * Errors: `customer_not_found`, `member_not_found`, `successor_cannot_accept`, `several_owners`, `not_owned_by`,
 * `already_owner`, `handover_open`, `forbidden`, `proposer_required` (the local operator is nobody's colleague).
 */
export const proposeHandover = defineOperation({
  name: "ownership.propose",
  summary: "Proposes that a colleague takes customers over.",
  input: z.object({
    customerIds: z.array(z.uuid()).min(1).max(1_000),
    toMemberId: z.uuid(),
    /** The predecessor, when the customers have no owner of record. */
    fromMemberId: z.uuid().nullish(),
    reason: typedText(1_000).nullish(),
    note: typedText(10_000).nullish(),
  }),
  output: z.object({ handoverId: z.uuid(), brief: Brief }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/handovers", status: 201 },
  run: async (context, input) => {
    const { toMemberId } = input;
    const proposerId = context.actor.memberId;
    if (!proposerId) throw new EnishiError("proposer_required");
    const standings = await lockStandings(context, [...new Set(input.customerIds)]);
    const fromMemberId = predecessorOf(standings, input.fromMemberId ?? null);
    const parties = await readParties(context, [toMemberId, fromMemberId]);
    const predecessor = fromMemberId ? parties.get(fromMemberId) : null;
    if (predecessor === undefined) throw new EnishiError("member_not_found", {}, { field: "fromMemberId" });
    requireMayPropose(context.actor, standings, predecessor);
    requireSuccessor(parties.get(toMemberId));
    requireTransferable(standings, toMemberId);
    const brief = await makeBrief(
      context,
      standings.map((standing) => standing.customerId),
    );
    const handover = {
      fromMemberId,
      toMemberId,
      proposerId,
      state: "proposed",
      reason: input.reason || null,
      note: input.note || null,
    };
    const handoverId = await write(context, handover, standings, brief);
    context.emit("ownership.proposed", { handoverId, toMemberId, fromMemberId });
    context.send({
      channel: "slack",
      key: `handover:${handoverId}:proposed`,
      payload: { kind: "handover_proposed", toMemberId, handoverId },
    });
    return { handoverId, brief };
  },
});

interface NewHandover {
  fromMemberId: string | null;
  toMemberId: string;
  proposerId: string;
  state: string;
  reason: string | null;
  note: string | null;
}

async function write(
  context: OperationContext,
  handover: NewHandover,
  standings: readonly Standing[],
  brief: Brief,
): Promise<string> {
  const id = context.newId();
  const customerIds = standings.map((standing) => standing.customerId);
  await context.db.query(
    `with made as (
       insert into handover (workspace_id, id, from_member_id, to_member_id, proposer_id, state, reason, note, brief,
                             created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     )
     insert into handover_customer (workspace_id, handover_id, customer_id, position)
     select $1, $2, w.id, w.position from unnest($11::uuid[]) with ordinality as w (id, position)`,
    [
      context.workspaceId,
      id,
      handover.fromMemberId,
      handover.toMemberId,
      handover.proposerId,
      handover.state,
      handover.reason,
      handover.note,
      JSON.stringify(brief),
      context.now,
      customerIds,
    ],
  );
  context.changed({ entity: "handover", entityId: id, before: null, after: { ...handover, customerIds } });
  return id;
}
