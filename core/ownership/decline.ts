import { z } from "zod";
import { requiredText } from "../history/index.ts";
import { defineOperation } from "../kernel/operation.ts";
import { requireHandingOver, requireNamedSuccessor, requireOpen } from "./rules.ts";
import { lockHandover, tell, writeState } from "./stored.ts";

/**
 * Declines a handover (断る); the reason is told to those who proposed it. Nothing changes hands.
 * Errors: `handover_not_found`, `handover_closed`, `forbidden` (not the named successor).
 */
export const declineHandover = defineOperation({
  name: "ownership.decline",
  summary: "Declines a handover, with a reason.",
  input: z.object({ handoverId: z.uuid(), reason: requiredText(1_000) }),
  output: z.object({ handoverId: z.uuid(), state: z.literal("declined") }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/handovers/{handoverId}/decline" },
  run: async (context, { handoverId, reason }) => {
    const handover = await lockHandover(context, handoverId);
    requireNamedSuccessor(context.actor, handover.toMemberId, handover.toName);
    requireOpen(handover.state);
    await writeState(context, handover, "declined", { declineReason: reason, decided: true });
    context.emit("ownership.declined", { handoverId, toMemberId: handover.toMemberId });
    tell(context, handover, "declined", [handover.proposerId, handover.fromMemberId], {
      payload: { reason },
    });
    return { handoverId, state: "declined" as const };
  },
});

/**
 * Takes a proposal back before it is decided. Errors: `handover_not_found`, `handover_closed`, `forbidden` (someone
 * else's proposal).
 */
export const withdrawHandover = defineOperation({
  name: "ownership.withdraw",
  summary: "Takes the proposal of a handover back.",
  input: z.object({ handoverId: z.uuid() }),
  output: z.object({ handoverId: z.uuid(), state: z.literal("withdrawn") }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/handovers/{handoverId}/withdraw" },
  run: async (context, { handoverId }) => {
    const handover = await lockHandover(context, handoverId);
    requireHandingOver(context.actor, handover);
    requireOpen(handover.state);
    await writeState(context, handover, "withdrawn", { decided: true });
    context.emit("ownership.withdrawn", { handoverId, toMemberId: handover.toMemberId });
    tell(context, handover, "withdrawn", [handover.toMemberId]);
    return { handoverId, state: "withdrawn" as const };
  },
});
