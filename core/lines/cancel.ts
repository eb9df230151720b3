import { z } from "zod";
import { cancelHistory } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { defineOperation, performWithin } from "../kernel/operation.ts";
import { cancelNextAction, reopenNextAction } from "../next-actions/index.ts";
import { type KeptLine, lockLine, saveLine } from "./kept.ts";

/**
 * Undoes what a line wrote (取消): its history and open next actions are cancelled, what it marked done is open again.
 * A next action that a person has closed since stays as it is and is counted in `kept`. The line is cancelled once.
 * Errors: `line_not_found`, `line_cancelled`, `forbidden`.
 */
export const cancelLine = defineOperation({
  name: "lines.cancel",
  summary: "Undoes what a line wrote.",
  input: z.object({ lineId: z.uuid() }),
  output: z.object({
    lineId: z.uuid(),
    state: z.literal("cancelled"),
    history: z.number(),
    nextActions: z.number(),
    reopened: z.number(),
    kept: z.array(z.object({ nextActionId: z.uuid(), title: z.string() })),
  }),
  permission: "history.write",
  http: { method: "delete", path: "/v1/lines/{lineId}" },
  run: async (context, { lineId }) => {
    const line = await lockLine(context, lineId);
    const before = line.state;
    const actions = await lockActions(context, line);
    const written = line.entryIds.filter((id) => id !== null);
    for (const historyId of written) await cancelHistory.run(context, { historyId });
    const open = actions.filter((action) => !action.wasDone && action.state === "open");
    for (const { id } of open) {
      await performWithin(context, cancelNextAction, { nextActionId: id });
    }
    const done = actions.filter((action) => action.wasDone && action.state === "done");
    for (const { id } of done) {
      await performWithin(context, reopenNextAction, { nextActionId: id });
    }
    await saveLine(context, line, "cancelled");
    context.changed({
      entity: "line",
      entityId: lineId,
      before: { state: before },
      after: { state: "cancelled" },
    });
    context.emit("lines.cancelled", { lineId });
    return {
      lineId,
      state: "cancelled" as const,
      history: written.length,
      nextActions: open.length,
      reopened: done.length,
      kept: actions
        .filter((action) => !action.wasDone && action.state === "done")
        .map(({ id, title }) => ({ nextActionId: id, title })),
    };
  },
});

function lockActions(context: OperationContext, line: KeptLine) {
  return context.db.query<{ id: string; title: string; state: string; wasDone: boolean }>(
    `select id, title, state, id = any($3::uuid[]) as "wasDone" from next_action
      where workspace_id = $1 and id = any($2::uuid[] || $3::uuid[]) order by id for update`,
    [context.workspaceId, line.actionIds.filter((id) => id !== null), line.doneIds],
  );
}
