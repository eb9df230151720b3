import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { requireNamedSuccessor, requireOpen } from "./rules.ts";
import { lockHandover, tell, writeState } from "./stored.ts";
import { transfer } from "./transfer.ts";

const Skipped = z.object({ customerId: z.uuid(), name: z.string() });

/**
 * Takes the customers of a handover over: the successor becomes 営業担当, the predecessor's open next actions come along,
 * and each customer's history gets one entry. Author, date and text of what stands there stay. Customers that changed
 * hands otherwise since the proposal stay where they are and come back in `skipped`.
 * Errors: `handover_not_found`, `handover_closed`, `forbidden` (not the named successor), `stale_copy`.
 */
export const acceptHandover = defineOperation({
  name: "ownership.accept",
  summary: "Takes the customers of a handover over.",
  input: z.object({ handoverId: z.uuid(), version: z.number().int().optional() }),
  output: z.object({
    handoverId: z.uuid(),
    state: z.literal("accepted"),
    customers: z.number(),
    nextActions: z.number(),
    skipped: z.array(Skipped),
  }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/handovers/{handoverId}/accept" },
  run: async (context, { handoverId, version }) => {
    const handover = await lockHandover(context, handoverId);
    requireNamedSuccessor(context.actor, handover.toMemberId, handover.toName);
    requireOpen(handover.state);
    if (version !== undefined && version !== handover.version) throw new EnishiError("stale_copy");
    const moved = await transfer(context, handover);
    await writeState(context, handover, "accepted", { decided: true });
    context.emit("ownership.accepted", {
      handoverId,
      fromMemberId: handover.fromMemberId,
      toMemberId: handover.toMemberId,
      customerIds: moved.customers.map((customer) => customer.customerId),
    });
    tell(context, handover, "accepted", [handover.proposerId, handover.fromMemberId]);
    return {
      handoverId,
      state: "accepted" as const,
      customers: moved.customers.length,
      nextActions: moved.nextActions,
      skipped: moved.skipped,
    };
  },
});
