import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { leads } from "./rules.ts";

/**
 * Ends a deputy's or another role beside the owner. Done by that member, the owner, a manager or an administrator; an
 * owner's role is ended by a manager or an administrator only, so that nobody drops a customer.
 * Errors: `ownership_not_found` (unknown or ended), `forbidden`.
 */
export const releaseOwner = defineOperation({
  name: "ownership.release",
  summary: "Ends a member's role beside a customer.",
  input: z.object({ ownershipId: z.uuid() }),
  output: z.object({ ownershipId: z.uuid() }),
  permission: "ownership.write",
  http: { method: "delete", path: "/v1/ownerships/{ownershipId}" },
  run: async (context, { ownershipId }) => {
    const [row] = await context.db.query<{
      customerId: string;
      memberId: string;
      role: string;
      ownerId: string | null;
    }>(
      `select o.customer_id as "customerId", o.member_id as "memberId", o.role,
              (select x.member_id from ownership x where x.workspace_id = $1 and x.customer_id = o.customer_id
                  and x.role = 'owner' and x.until is null) as "ownerId"
         from ownership o where o.workspace_id = $1 and o.id = $2 and o.until is null for update`,
      [context.workspaceId, ownershipId],
    );
    if (!row) throw new EnishiError("ownership_not_found");
    const own =
      context.actor.memberId !== null && [row.memberId, row.ownerId].includes(context.actor.memberId);
    if (!leads(context.actor) && (row.role === "owner" || !own)) {
      throw new EnishiError("forbidden", { rule: "not_owner" });
    }
    await context.db.query("update ownership set until = $3 where workspace_id = $1 and id = $2", [
      context.workspaceId,
      ownershipId,
      context.now,
    ]);
    const { customerId, memberId, role } = row;
    context.changed({
      entity: "ownership",
      entityId: ownershipId,
      customerId,
      before: { memberId, role },
      after: null,
    });
    context.emit("ownership.released", { customerId, memberId, role });
    return { ownershipId };
  },
});
