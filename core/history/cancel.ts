import { z } from "zod";
import { defineOperation } from "../kernel/operation.ts";
import { requireChange } from "./rules.ts";
import { lockEntry } from "./stored.ts";

/**
 * Takes an entry off the history (取消). The row and its audit trail stay; a cancelled one is cancelled once.
 * Errors: `history_not_found`, `forbidden` (someone else's).
 */
export const cancelHistory = defineOperation({
  name: "history.cancel",
  summary: "Takes an entry off the history.",
  input: z.object({ historyId: z.uuid() }),
  output: z.object({ historyId: z.uuid() }),
  permission: "history.write",
  http: { method: "delete", path: "/v1/history/{historyId}" },
  run: async (context, { historyId }) => {
    const entry = await lockEntry(context, historyId);
    requireChange(context.actor, entry);
    if (entry.cancelledAt) return { historyId };
    await context.db.query(
      `update history_entry set cancelled_at = $3, cancelled_by_id = $4, version = version + 1
        where workspace_id = $1 and id = $2`,
      [context.workspaceId, historyId, context.now, context.actor.memberId],
    );
    context.changed({
      entity: "history",
      entityId: historyId,
      customerId: entry.customerId,
      before: entry,
      after: { ...entry, cancelledAt: context.now, version: entry.version + 1 },
    });
    context.emit("history.cancelled", { historyId, customerId: entry.customerId });
    return { historyId };
  },
});
