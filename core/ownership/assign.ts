import { z } from "zod";
import { typedText } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { OwnershipRole } from "./roles.ts";
import { leads, type Standing } from "./rules.ts";
import { lockStandings, readParties } from "./standings.ts";

/**
 * Puts a member beside a customer: the first owner of an ownerless one, a deputy, the one who does its paperwork.
 * An owned customer changes its owner by a handover; a manager or an administrator may also do it at once.
 * Errors: `customer_not_found`, `member_not_found`, `member_left` (a manager may still record it),
 * `already_owner`, `handover_needed`, `handover_open`.
 */
export const assignOwner = defineOperation({
  name: "ownership.assign",
  summary: "Makes a member the owner, the deputy or the sales administrator of a customer.",
  input: z.object({
    customerId: z.uuid(),
    memberId: z.uuid(),
    role: OwnershipRole.default("owner"),
    reason: typedText(1_000).nullish(),
  }),
  output: z.object({ ownershipId: z.uuid() }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/customers/{customerId}/owners", status: 201 },
  run: async (context, { customerId, memberId, role, reason }) => {
    const [standing] = await lockStandings(context, [customerId]);
    const member = (await readParties(context, [memberId])).get(memberId);
    if (!member) throw new EnishiError("member_not_found", {}, { field: "memberId" });
    if (member.status === "former" && !leads(context.actor)) {
      throw new EnishiError("member_left", {}, { field: "memberId" });
    }
    const id = context.newId();
    if (role === "owner") await endPresentOwner(context, standing!, memberId);
    else await requireNewRole(context, standing!, memberId, role);
    await context.db.query(
      `insert into ownership (workspace_id, id, customer_id, member_id, role, reason, proposer_id, since)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        context.workspaceId,
        id,
        standing!.customerId,
        memberId,
        role,
        reason || null,
        context.actor.memberId,
        context.now,
      ],
    );
    context.changed({
      entity: "ownership",
      entityId: id,
      customerId: standing!.customerId,
      before: role === "owner" && standing!.ownerId ? { memberId: standing!.ownerId, role } : null,
      after: { memberId, role, reason: reason || null },
    });
    context.emit("ownership.assigned", { customerId: standing!.customerId, memberId, role });
    return { ownershipId: id };
  },
});

async function endPresentOwner(
  context: OperationContext,
  standing: Standing,
  memberId: string,
): Promise<void> {
  const { customerId, name, ownerId, openHandoverId } = standing;
  if (ownerId === memberId) throw new EnishiError("already_owner", { customer: name }, { field: "memberId" });
  if (openHandoverId) throw new EnishiError("handover_open", { customer: name, handoverId: openHandoverId });
  if (!ownerId) return;
  if (!leads(context.actor)) throw new EnishiError("handover_needed", { customer: name });
  await context.db.query(
    `update ownership set until = $3
      where workspace_id = $1 and customer_id = $2 and role = 'owner' and until is null`,
    [context.workspaceId, customerId, context.now],
  );
}

async function requireNewRole(context: OperationContext, standing: Standing, memberId: string, role: string) {
  const [there] = await context.db.query(
    `select 1 from ownership
      where workspace_id = $1 and customer_id = $2 and member_id = $3 and role = $4 and until is null`,
    [context.workspaceId, standing.customerId, memberId, role],
  );
  if (there) throw new EnishiError("already_owner", { customer: standing.name }, { field: "memberId" });
}
