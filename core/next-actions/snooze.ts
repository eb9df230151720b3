import { z } from "zod";
import { day, wallClock } from "../history/index.ts";
import { localDay } from "../kernel/clock.ts";
import { defineOperation } from "../kernel/operation.ts";
import { Shift } from "./fields.ts";
import { calendarOf, dueOf, settleDue } from "./rules.ts";
import { lockOpenAction, writeAction } from "./stored.ts";

/**
 * Puts a next action off to another day (延期); closed days are stepped over as when it was added.
 * Errors: `next_action_not_found`, `next_action_closed`, `stale_copy`.
 */
export const snoozeNextAction = defineOperation({
  name: "nextActions.snooze",
  summary: "Puts a next action off to another day.",
  input: z.object({
    nextActionId: z.uuid(),
    version: z.number().int().optional(),
    dueOn: day,
    dueTime: wallClock.nullish(),
    keepDay: z.boolean().optional(),
  }),
  output: z.object({
    nextActionId: z.uuid(),
    dueOn: z.string().nullable(),
    shifted: Shift,
    version: z.number(),
  }),
  permission: "next_actions.write",
  http: { method: "post", path: "/v1/next-actions/{nextActionId}/snooze" },
  run: async (context, input) => {
    const before = await lockOpenAction(context, input.nextActionId, input.version);
    const due = dueOf(input);
    const today = localDay(context.now, context.workspace.timeZone);
    const { shifted, ...settled } = input.keepDay
      ? { ...due, shifted: null }
      : settleDue(before.kind, due, today, calendarOf(context.workspace));
    const after = await writeAction(context, before, settled);
    context.emit("next_actions.snoozed", { nextActionId: before.id, customerId: before.customerId });
    return { nextActionId: before.id, dueOn: after.dueOn, shifted, version: after.version };
  },
});
