import { z } from "zod";
import { localDay } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { NextActionFields, Shift } from "./fields.ts";
import { resolveReferences } from "./references.ts";
import { calendarOf, dueOf, settleDue } from "./rules.ts";
import { tellOwner } from "./tell-owner.ts";

/**
 * Notes what is to be done next. A promise on a closed day moves to the business day before, a follow-up to the day
 * after, an appointment stays; `shifted` says what was moved and why. The owner is the acting member when absent; a
 * colleague is told.
 * Errors: `customer_not_found`, `member_not_found`, `member_left`, `owner_required`, `due_time_without_day`.
 */
export const addNextAction = defineOperation({
  name: "nextActions.add",
  summary: "Notes what is to be done next: a promise, a follow-up, an appointment.",
  input: NextActionFields.extend({
    /** The entry of the history that it came from. */
    historyId: z.uuid().nullish(),
  }),
  output: z.object({ nextActionId: z.uuid(), dueOn: z.string().nullable(), shifted: Shift }),
  permission: "next_actions.write",
  http: { method: "post", path: "/v1/customers/{customerId}/next-actions", status: 201 },
  run: async (context, input) => {
    const ownerId = input.ownerId ?? context.actor.memberId;
    if (!ownerId) throw new EnishiError("owner_required", {}, { field: "ownerId" });
    const due = dueOf(input);
    const today = localDay(context.now, context.workspace.timeZone);
    const settled = input.keepDay
      ? { ...due, shifted: null }
      : settleDue(input.kind, due, today, calendarOf(context.workspace));
    const { customerId } = await resolveReferences(context, input.customerId ?? null, ownerId);
    const id = context.newId();
    const after = {
      customerId,
      kind: input.kind,
      title: input.title,
      dueOn: settled.dueOn,
      dueTime: settled.dueTime,
      duePrecision: settled.duePrecision,
      asTyped: input.asTyped || null,
      ownerId,
      state: "open",
      needsReview: input.needsReview ?? false,
      historyId: input.historyId ?? null,
    };
    await context.db.query(
      `insert into next_action (workspace_id, id, customer_id, kind, title, due_on, due_time, due_precision, as_typed,
              owner_id, needs_review, history_entry_id, created_by_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        context.workspaceId,
        id,
        after.customerId,
        after.kind,
        after.title,
        after.dueOn,
        after.dueTime,
        after.duePrecision,
        after.asTyped,
        after.ownerId,
        after.needsReview,
        after.historyId,
        context.actor.memberId,
        context.now,
      ],
    );
    context.changed({ entity: "next_action", entityId: id, customerId, before: null, after });
    context.emit("next_actions.added", {
      nextActionId: id,
      customerId,
      kind: after.kind,
      ownerId,
      createdById: context.actor.memberId,
    });
    tellOwner(context, { id, ownerId, version: 1 });
    return { nextActionId: id, dueOn: settled.dueOn, shifted: settled.shifted };
  },
});
