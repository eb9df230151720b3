import { z } from "zod";
import {
  ContactResult,
  Direction,
  day,
  requiredText,
  SaidHistoryKind,
  typedText,
  wallClock,
} from "../history/index.ts";
import { localDay, wallTime } from "../kernel/clock.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { calendarOf, NextActionKind, settleDue } from "../next-actions/index.ts";
import { withAction, withCustomer, withEntry, withOccurredDay } from "./edit-reading.ts";
import { type KeptLine, lockLine, saveLine, stateOf } from "./kept.ts";
import { planTitle } from "./plan-title.ts";
import { present } from "./present.ts";
import { noteOf } from "./read.ts";
import type { LineNextAction, Reading } from "./reading/index.ts";
import { reconcile } from "./reconcile.ts";
import { LineResult } from "./result.ts";

const Input = z.object({
  lineId: z.uuid(),
  /** Which entry of the line, and which of its next actions; one past the last adds one (予定に入れる). */
  entry: z.number().int().min(0).default(0),
  nextAction: z.number().int().min(0).default(0),
  customerId: z.uuid().optional(),
  kind: SaidHistoryKind.optional(),
  direction: Direction.optional(),
  result: ContactResult.nullish(),
  occurredOn: day.optional(),
  occurredTime: wallClock.nullish(),
  body: typedText(20_000).optional(),
  actionKind: NextActionKind.optional(),
  title: requiredText(300).optional(),
  dueOn: day.nullish(),
  dueTime: wallClock.nullish(),
  ownerId: z.uuid().optional(),
  /** The day is meant, even when we are closed. */
  keepDay: z.boolean().optional(),
});
type Asked = z.output<typeof Input>;

/**
 * Mends how a line was read (直す): the history and the next actions that it wrote follow, also for a draft of which
 * nothing could be written before. What is not named stays.
 * Errors: `line_not_found`, `line_cancelled`, `forbidden`, `nothing_to_amend`, `customer_not_found`, `member_not_found`.
 */
export const amendLine = defineOperation({
  name: "lines.amend",
  summary: "Mends how a line was read.",
  input: Input,
  output: LineResult,
  permission: "history.write",
  http: { method: "patch", path: "/v1/lines/{lineId}" },
  run: async (context, input) => {
    const line = await lockLine(context, input.lineId);
    if (line.reading.kind === "done") throw new EnishiError("nothing_to_amend");
    const before = line.reading;
    line.reading = amendAction(context, amendEntry(context, line, input), line, input);
    if (line.reading.kind === "draft") line.reading = { ...line.reading, kind: "entry" };
    await reconcile(context, line, before);
    await saveLine(context, line, stateOf(line));
    const { lineId, ...asked } = input;
    context.changed({ entity: "line", entityId: lineId, before: null, after: asked });
    context.emit("lines.amended", { lineId, state: line.state });
    return present(context, line);
  },
});

function amendEntry(context: OperationContext, line: KeptLine, asked: Asked): Reading {
  const { timeZone } = context.workspace;
  const typed = wallTime(new Date(line.typedAt), timeZone);
  if (line.reading.entries.length === 0) {
    if (!asked.customerId) throw new EnishiError("nothing_to_amend");
    line.reading = noteOf(line.reading.text, asked.customerId, line.memberId, typed);
  }
  const entry = line.reading.entries[asked.entry];
  if (!entry) throw new EnishiError("nothing_to_amend", {}, { field: "entry" });
  let reading = asked.customerId ? withCustomer(line.reading, asked.entry, asked.customerId) : line.reading;
  reading = withEntry(reading, asked.entry, {
    ...(asked.kind && {
      historyKind: asked.kind,
      occurredAt: entry.occurredAt ?? unasked(reading, asked.entry, typed),
    }),
    ...(asked.direction && { direction: asked.direction }),
    ...(asked.result !== undefined && { result: asked.result }),
    ...(asked.body !== undefined && { body: asked.body, counterpartText: null }),
  });
  if (asked.occurredTime !== undefined) reading = withTime(reading, asked, typed.slice(0, 10));
  if (!asked.occurredOn) return reading;
  const today = localDay(context.now, timeZone);
  return withOccurredDay(reading, [asked.entry], asked.occurredOn, today, planTitle(context.locale));
}

// A kind makes history of a plan, of the moment at which it was typed, unless the day is just what is being asked.
function unasked(reading: Reading, entry: number, typed: string) {
  const asked = reading.questions.some(
    (question) => question.kind === "occurred" && question.entries.includes(entry),
  );
  return asked ? null : ({ from: typed, to: null, precision: "time", label: null } as const);
}

function withTime(reading: Reading, asked: Asked, today: string): Reading {
  const date = asked.occurredOn ?? reading.entries[asked.entry]?.occurredAt?.from.slice(0, 10) ?? today;
  return withEntry(reading, asked.entry, {
    occurredAt: asked.occurredTime
      ? { from: `${date}T${asked.occurredTime}`, to: null, precision: "time", label: null }
      : { from: date, to: null, precision: "day", label: null },
  });
}

function amendAction(context: OperationContext, reading: Reading, line: KeptLine, asked: Asked): Reading {
  const named = asked.actionKind ?? asked.title ?? asked.dueOn ?? asked.dueTime ?? asked.ownerId;
  if (named === undefined && asked.dueOn === undefined) return reading;
  if (asked.nextAction > reading.nextActions.length) {
    throw new EnishiError("nothing_to_amend", {}, { field: "nextAction" });
  }
  const grown =
    asked.nextAction === reading.nextActions.length
      ? { ...reading, nextActions: [...reading.nextActions, addedAction(reading, line, asked)] }
      : reading;
  const action = grown.nextActions[asked.nextAction]!;
  const kind = asked.actionKind ?? action.kind;
  return withAction(grown, asked.nextAction, {
    kind,
    title: asked.title ?? action.title,
    ownerId: asked.ownerId ?? action.ownerId,
    suggested: false,
    ...(asked.dueOn !== undefined || asked.dueTime !== undefined || asked.actionKind
      ? dueAsked(context, { ...action, kind }, asked)
      : {}),
  });
}

function addedAction(reading: Reading, line: KeptLine, asked: Asked): LineNextAction {
  return {
    entry: asked.entry,
    customerId: reading.entries[asked.entry]?.customerId ?? null,
    kind: asked.actionKind ?? "follow",
    title: asked.title ?? reading.entries[asked.entry]?.body ?? reading.text,
    due: null,
    asTyped: "",
    shifted: null,
    ownerId: line.memberId,
    suggested: false,
  };
}

function dueAsked(
  context: OperationContext,
  action: LineNextAction,
  asked: Asked,
): Pick<LineNextAction, "due" | "shifted"> {
  const date = asked.dueOn === undefined ? (action.shifted?.from ?? action.due?.date) : asked.dueOn;
  if (!date) return { due: { date: "", time: null, precision: "none" }, shifted: null };
  const time =
    asked.dueTime === undefined && asked.dueOn === undefined
      ? (action.due?.time ?? null)
      : (asked.dueTime ?? null);
  const due = { dueOn: date, dueTime: time, duePrecision: time ? ("time" as const) : ("day" as const) };
  const today = localDay(context.now, context.workspace.timeZone);
  const settled = asked.keepDay
    ? { ...due, shifted: null }
    : settleDue(action.kind, due, today, calendarOf(context.workspace));
  return {
    due: { date: settled.dueOn ?? date, time: settled.dueTime, precision: settled.duePrecision },
    shifted: settled.shifted,
  };
}
