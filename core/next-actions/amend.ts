import { z } from "zod";
import { localDay } from "../kernel/clock.ts";
import { defineOperation } from "../kernel/operation.ts";
import { NextActionFields, Shift } from "./fields.ts";
import { resolveReferences } from "./references.ts";
import { calendarOf, dueOf, settleDue } from "./rules.ts";
import { lockOpenAction, writeAction } from "./stored.ts";
import { tellOwner } from "./tell-owner.ts";

/**
 * Mends an open next action (直す); what is not named stays. A new day or kind is moved off closed days again.
 * Errors: `next_action_not_found`, `next_action_closed`, `stale_copy`, `customer_not_found`, `member_not_found`,
 * `member_left`, `due_time_without_day`.
 */
export const amendNextAction = defineOperation({
  name: "nextActions.amend",
  summary: "Mends an open next action.",
  input: NextActionFields.omit({ asTyped: true })
    .partial()
    .extend({ nextActionId: z.uuid(), version: z.number().int().optional() }),
  output: z.object({
    nextActionId: z.uuid(),
    dueOn: z.string().nullable(),
    shifted: Shift,
    version: z.number(),
  }),
  permission: "next_actions.write",
  http: { method: "patch", path: "/v1/next-actions/{nextActionId}" },
  run: async (context, input) => {
    const before = await lockOpenAction(context, input.nextActionId, input.version);
    const kind = input.kind ?? before.kind;
    const dueIsNew = input.dueOn !== undefined || input.dueTime !== undefined || input.kind !== undefined;
    const due = dueIsNew ? dueAsked(before, input) : before;
    const today = localDay(context.now, context.workspace.timeZone);
    const settled =
      dueIsNew && !input.keepDay
        ? settleDue(kind, due, today, calendarOf(context.workspace))
        : { ...due, shifted: null };
    const asked = input.customerId === undefined ? null : input.customerId;
    const { customerId } = await resolveReferences(context, asked, input.ownerId ?? null);
    const after = await writeAction(context, before, {
      customerId: input.customerId === undefined ? before.customerId : customerId,
      ownerId: input.ownerId ?? before.ownerId,
      kind,
      title: input.title ?? before.title,
      dueOn: settled.dueOn,
      dueTime: settled.dueTime,
      duePrecision: settled.duePrecision,
      needsReview: input.needsReview ?? before.needsReview,
    });
    if (after.ownerId !== before.ownerId) tellOwner(context, after);
    context.emit("next_actions.amended", { nextActionId: before.id, customerId: after.customerId });
    return {
      nextActionId: before.id,
      dueOn: after.dueOn,
      shifted: settled.shifted,
      version: after.version,
    };
  },
});

type Asked = Pick<NextActionFields, "dueOn" | "dueTime" | "duePrecision">;

// A new day without a time is a day: the old time belonged to the old day.
function dueAsked(before: { dueOn: string | null; dueTime: string | null }, asked: Asked) {
  const dueOn = asked.dueOn === undefined ? before.dueOn : asked.dueOn;
  const dueTime =
    asked.dueTime === undefined ? (asked.dueOn === undefined ? before.dueTime : null) : asked.dueTime;
  return dueOf({ ...asked, dueOn, dueTime });
}
