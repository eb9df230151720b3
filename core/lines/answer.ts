import { z } from "zod";
import { day } from "../history/index.ts";
import { localDay, wallTime } from "../kernel/clock.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { completeNamed, completeOne } from "./done.ts";
import { withAction, withCustomer, withDueDay, withMember, withOccurredDay } from "./edit-reading.ts";
import { type KeptLine, lockLine, saveLine, stateOf } from "./kept.ts";
import { learnNickname } from "./nicknames.ts";
import { planTitle } from "./plan-title.ts";
import { present } from "./present.ts";
import { noteOf } from "./read.ts";
import type { Question } from "./reading/index.ts";
import { reconcile } from "./reconcile.ts";
import { LineResult } from "./result.ts";

/**
 * Answers questions of a line, some or all of them; what waited for them is written or mended.
 * Values: a customer's id, a member's id, a day "YYYY-MM-DD", a next action's id; `none` for nobody of them or no day.
 * `keep:<index>` with `yes` keeps a next action that was only suggested. Questions that are answered already are
 * passed over, so that a second press does no harm.
 * Errors: `line_not_found`, `line_cancelled`, `forbidden`, `invalid_answer`, `customer_not_found`, `member_not_found`.
 */
export const answerLine = defineOperation({
  name: "lines.answer",
  summary: "Answers what a line was asked.",
  input: z.object({
    lineId: z.uuid(),
    answers: z.record(z.string().max(40), z.string().max(100)),
  }),
  output: LineResult,
  permission: "history.write",
  http: { method: "post", path: "/v1/lines/{lineId}/answers" },
  run: async (context, { lineId, answers }) => {
    const line = await lockLine(context, lineId);
    const before = line.reading;
    const state = line.state;
    for (const [id, value] of Object.entries(answers)) await answerOne(context, line, id, value);
    await reconcile(context, line, before);
    await saveLine(context, line, stateOf(line));
    context.changed({
      entity: "line",
      entityId: line.id,
      before: { state },
      after: { state: line.state, answers },
    });
    context.emit("lines.answered", { lineId, state: line.state });
    return present(context, line);
  },
});

async function answerOne(
  context: OperationContext,
  line: KeptLine,
  id: string,
  value: string,
): Promise<void> {
  const kept = /^keep:(\d+)$/.exec(id);
  if (kept) return keepSuggested(line, Number(kept[1]), value);
  const done = line.doneChoices.find((choice) => `done:${choice.entry}` === id);
  if (done) return chooseDone(context, line, done, value);
  const question = line.reading.questions.find((one) => one.id === id);
  if (!question) return;
  await answerQuestion(context, line, question, value);
  if (line.reading.kind === "draft") line.reading = { ...line.reading, kind: "entry" };
}

async function answerQuestion(context: OperationContext, line: KeptLine, question: Question, value: string) {
  const { timeZone } = context.workspace;
  switch (question.kind) {
    case "customer":
    case "unknown_customer": {
      const customerId = idOf(value, question.id);
      await learnNickname(context, question, customerId);
      if (question.entry === null) {
        const typed = wallTime(new Date(line.typedAt), timeZone);
        line.reading = noteOf(line.reading.text, customerId, line.memberId, typed);
      } else line.reading = withCustomer(line.reading, question.entry, customerId);
      if (line.reading.kind === "done") await completeNamed(context, line, question.entry ?? undefined);
      return;
    }
    case "member":
      line.reading = withMember(line.reading, question, value === "none" ? null : idOf(value, question.id));
      return;
    case "due":
      line.reading = withDueDay(
        line.reading,
        question.nextActions,
        value === "none" ? null : dayOf(value, question.id),
      );
      return;
    case "occurred":
      line.reading = withOccurredDay(
        line.reading,
        question.entries,
        dayOf(value, question.id),
        localDay(context.now, timeZone),
        planTitle(context.locale),
      );
  }
}

function keepSuggested(line: KeptLine, index: number, value: string): void {
  if (!line.reading.nextActions[index])
    throw new EnishiError("invalid_answer", {}, { field: `keep:${index}` });
  if (value === "yes") line.reading = withAction(line.reading, index, { suggested: false });
}

async function chooseDone(
  context: OperationContext,
  line: KeptLine,
  choice: KeptLine["doneChoices"][number],
  value: string,
): Promise<void> {
  if (value !== "none") {
    if (!choice.nextActionIds.includes(value)) {
      throw new EnishiError("invalid_answer", {}, { field: `done:${choice.entry}` });
    }
    await completeOne(context, line, value);
  }
  line.doneChoices = line.doneChoices.filter((other) => other !== choice);
}

function idOf(value: string, field: string): string {
  const id = z.uuid().safeParse(value);
  if (!id.success) throw new EnishiError("invalid_answer", {}, { field });
  return id.data;
}

function dayOf(value: string, field: string): string {
  const date = day.safeParse(value);
  if (!date.success) throw new EnishiError("invalid_answer", {}, { field });
  return date.data;
}
