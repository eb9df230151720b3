import { z } from "zod";
import { requiredText } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { requireHandingOver, requireNamedSuccessor, requireOpen } from "./rules.ts";
import { lockHandover, tell, writeState } from "./stored.ts";

/**
 * Asks those who hand over something before deciding (質問する). More may be asked while an answer is out.
 * Errors: `handover_not_found`, `handover_closed`, `forbidden` (not the named successor).
 */
export const askBackHandover = defineOperation({
  name: "ownership.askBack",
  summary: "Asks a question about a handover before deciding.",
  input: z.object({ handoverId: z.uuid(), question: requiredText(4_000) }),
  output: z.object({ handoverId: z.uuid(), messageId: z.uuid(), state: z.literal("asked") }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/handovers/{handoverId}/questions", status: 201 },
  run: async (context, { handoverId, question }) => {
    const handover = await lockHandover(context, handoverId);
    requireNamedSuccessor(context.actor, handover.toMemberId, handover.toName);
    requireOpen(handover.state);
    const messageId = await say(context, handoverId, "question", question);
    await writeState(context, handover, "asked");
    context.emit("ownership.asked", { handoverId, messageId });
    tell(context, handover, "asked", [handover.proposerId, handover.fromMemberId], {
      key: messageId,
      payload: { question },
    });
    return { handoverId, messageId, state: "asked" as const };
  },
});

/**
 * Answers the successor's question; the handover is theirs to decide again.
 * Errors: `handover_not_found`, `handover_closed`, `nothing_asked`, `forbidden` (not proposer, predecessor or manager).
 */
export const answerHandover = defineOperation({
  name: "ownership.answer",
  summary: "Answers a question about a handover.",
  input: z.object({ handoverId: z.uuid(), answer: requiredText(4_000) }),
  output: z.object({ handoverId: z.uuid(), messageId: z.uuid(), state: z.literal("proposed") }),
  permission: "ownership.write",
  http: { method: "post", path: "/v1/handovers/{handoverId}/answers", status: 201 },
  run: async (context, { handoverId, answer }) => {
    const handover = await lockHandover(context, handoverId);
    requireHandingOver(context.actor, handover);
    requireOpen(handover.state);
    if (handover.state !== "asked") throw new EnishiError("nothing_asked");
    const messageId = await say(context, handoverId, "answer", answer);
    await writeState(context, handover, "proposed");
    context.emit("ownership.answered", { handoverId, messageId });
    tell(context, handover, "answered", [handover.toMemberId], { key: messageId, payload: { answer } });
    return { handoverId, messageId, state: "proposed" as const };
  },
});

async function say(
  context: OperationContext,
  handoverId: string,
  kind: "question" | "answer",
  body: string,
): Promise<string> {
  const id = context.newId();
  const authorId = context.actor.memberId;
  if (!authorId) throw new EnishiError("proposer_required");
  await context.db.query(
    `insert into handover_message (workspace_id, id, handover_id, author_id, kind, body, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [context.workspaceId, id, handoverId, authorId, kind, body, context.now],
  );
  context.changed({
    entity: "handover_message",
    entityId: id,
    before: null,
    after: { handoverId, kind, body },
  });
  return id;
}
