import { z } from "zod";
import { defineOperation } from "../kernel/operation.ts";
import { lockAction, lockOpenAction, writeAction } from "./stored.ts";

const input = z.object({ nextActionId: z.uuid(), version: z.number().int().optional() });
const output = z.object({ nextActionId: z.uuid(), version: z.number() });

/**
 * Marks a next action done (済). Anyone who may write may: a colleague who took the call has kept the promise.
 * Errors: `next_action_not_found`, `next_action_closed`, `stale_copy`.
 */
export const completeNextAction = defineOperation({
  name: "nextActions.complete",
  summary: "Marks a next action done.",
  input,
  output,
  permission: "next_actions.write",
  http: { method: "post", path: "/v1/next-actions/{nextActionId}/complete" },
  run: async (context, { nextActionId, version }) => {
    const before = await lockOpenAction(context, nextActionId, version);
    const after = await writeAction(context, before, {
      state: "done",
      needsReview: false,
      completedAt: context.now,
      completedById: context.actor.memberId,
    });
    context.emit("next_actions.completed", {
      nextActionId,
      customerId: before.customerId,
      kind: before.kind,
    });
    return { nextActionId, version: after.version };
  },
});

/** Takes a next action back (取消). Errors: `next_action_not_found`, `next_action_closed`, `stale_copy`. */
export const cancelNextAction = defineOperation({
  name: "nextActions.cancel",
  summary: "Takes a next action back.",
  input,
  output,
  permission: "next_actions.write",
  http: { method: "delete", path: "/v1/next-actions/{nextActionId}" },
  run: async (context, { nextActionId, version }) => {
    const before = await lockOpenAction(context, nextActionId, version);
    const after = await writeAction(context, before, { state: "cancelled" });
    context.emit("next_actions.cancelled", { nextActionId, customerId: before.customerId });
    return { nextActionId, version: after.version };
  },
});

/** Opens a done or cancelled next action again. One that is open stays as it is. Errors: `next_action_not_found`, `stale_copy`. */
export const reopenNextAction = defineOperation({
  name: "nextActions.reopen",
  summary: "Opens a done or cancelled next action again.",
  input,
  output,
  permission: "next_actions.write",
  http: { method: "post", path: "/v1/next-actions/{nextActionId}/reopen" },
  run: async (context, { nextActionId, version }) => {
    const before = await lockAction(context, nextActionId, version);
    if (before.state === "open") return { nextActionId, version: before.version };
    const after = await writeAction(context, before, {
      state: "open",
      completedAt: null,
      completedById: null,
    });
    context.emit("next_actions.reopened", { nextActionId, customerId: before.customerId });
    return { nextActionId, version: after.version };
  },
});
