import { holidayName } from "../japanese/index.ts";
import type { QueryContext } from "../kernel/context.ts";
import type { KeptLine } from "./kept.ts";
import { type Names, readNames } from "./names.ts";
import type { Question } from "./reading/index.ts";
import type { LineResult } from "./result.ts";
import { actionInput, waits } from "./to-write.ts";

type QuestionResult = LineResult["questions"][number];

/** What a surface needs to echo a line. `kept` false: only a name was typed and there is no line to come back to. */
export async function present(context: QueryContext, line: KeptLine, kept = true): Promise<LineResult> {
  const names = await readNames(context, line);
  const { reading } = line;
  const nameOf = (id: string) => names.members.get(id) ?? names.customers.get(id)?.name;
  context.shows([...names.customers.keys()]);
  return {
    lineId: kept ? line.id : null,
    state: line.state,
    kind: reading.kind,
    text: reading.text,
    entries: reading.entries.map((entry, index) => ({
      index,
      historyId: line.entryIds[index] ?? null,
      ...customerNames(names, entry.customerId),
      kind: entry.historyKind,
      direction: entry.direction,
      result: entry.result,
      occurredFrom: entry.occurredAt?.from ?? null,
      occurredTo: entry.occurredAt?.to ?? null,
      occurredPrecision: entry.occurredAt?.precision ?? null,
      occurredLabel: entry.occurredAt?.label ?? null,
      authorId: entry.authorId,
      authorName: names.members.get(entry.authorId) ?? null,
      recorderId: entry.recorderId,
      recorderName: names.members.get(entry.recorderId) ?? null,
      people: entry.personIds.map((id) => ({ id, name: names.customers.get(id)?.name ?? "" })),
      counterpartText: entry.counterpartText,
      members: entry.memberIds.map((id) => ({ id, name: names.members.get(id) ?? "" })),
      body: entry.body,
      flags: entry.flags,
      suggestions: entry.suggestions,
    })),
    nextActions: reading.nextActions.map((action, index) => ({
      index,
      nextActionId: line.actionIds[index] ?? null,
      entry: action.entry,
      ...customerNames(names, action.customerId),
      kind: action.kind,
      title: actionInput(reading, index, nameOf)?.title ?? action.title,
      dueOn: action.due?.date || null,
      dueTime: action.due?.time ?? null,
      duePrecision: action.due?.precision ?? "none",
      asTyped: action.asTyped,
      shifted: action.shifted,
      ownerId: action.ownerId,
      ownerName: names.members.get(action.ownerId) ?? null,
      suggested: action.suggested,
      needsReview: waits(reading, index, action),
    })),
    completed: line.doneIds.flatMap((id) => {
      const action = names.actions.get(id);
      if (!action) return [];
      const { kind, title, dueOn } = action;
      return [{ nextActionId: id, ...customerNames(names, action.customerId), kind, title, dueOn }];
    }),
    questions: [
      ...reading.questions.map((question) => asked(question, names)),
      ...line.doneChoices.map((choice) => whichIsDone(choice, line, names)),
    ],
    reading,
  };
}

function customerNames(names: Names, customerId: string | null) {
  const customer = customerId ? names.customers.get(customerId) : undefined;
  return { customerId, customerName: customer?.name ?? null, siteName: customer?.siteName ?? null };
}

function asked(question: Question, names: Names): QuestionResult {
  const { id, kind, text } = question;
  const plain = { id, kind, text, reason: null, role: null, entries: [], nextActions: [], options: [] };
  switch (question.kind) {
    case "customer":
      return {
        ...plain,
        entries: [question.entry],
        options: question.customerIds.map((value) => ({ value, facts: customerFacts(names, value) })),
      };
    case "unknown_customer":
      return { ...plain, entries: question.entry === null ? [] : [question.entry] };
    case "member":
      return {
        ...plain,
        role: question.role,
        entries: question.entries,
        options: question.memberIds.map((value) => ({
          value,
          facts: { name: names.members.get(value) ?? "" },
        })),
      };
    case "due":
      return {
        ...plain,
        reason: question.reason,
        nextActions: question.nextActions,
        options: question.candidates.map(dayOption),
      };
    case "occurred":
      return {
        ...plain,
        reason: question.reason,
        entries: question.entries,
        options: question.candidates.map(dayOption),
      };
  }
}

function whichIsDone(choice: KeptLine["doneChoices"][number], line: KeptLine, names: Names): QuestionResult {
  return {
    id: `done:${choice.entry}`,
    kind: "next_action",
    text: line.reading.text,
    reason: null,
    role: null,
    entries: [choice.entry],
    nextActions: [],
    options: choice.nextActionIds.flatMap((value) => {
      const action = names.actions.get(value);
      if (!action) return [];
      const { kind, title, dueOn } = action;
      return [{ value, facts: { ...customerFacts(names, action.customerId), kind, title, dueOn } }];
    }),
  };
}

function customerFacts(names: Names, customerId: string | null) {
  const customer = customerId ? names.customers.get(customerId) : undefined;
  if (!customer) return {};
  const { name, siteName, prefecture, ownerNames } = customer;
  return { name, siteName, prefecture, ownerNames };
}

function dayOption(value: string) {
  return { value, facts: { holiday: holidayName(value) } };
}
