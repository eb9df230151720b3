import type { z } from "zod";
import type { logHistory } from "../history/index.ts";
import { instantOf } from "../kernel/clock.ts";
import type { addNextAction } from "../next-actions/index.ts";
import type { LineEntry, LineNextAction, Question, Reading } from "./reading/index.ts";

export type EntryInput = z.input<typeof logHistory.input>;
export type ActionInput = z.input<typeof addNextAction.input>;

const TITLE = 300;

/**
 * What an entry of a reading is to be on the history: null while it is not known whose or when it is, for a line that
 * is only a plan, and for a draft.
 */
export function entryInput(
  reading: Reading,
  index: number,
  timeZone: string,
  groupId: string | null,
): EntryInput | null {
  const entry = reading.entries[index];
  if (!entry || reading.kind !== "entry") return null;
  const { historyKind, customerId, occurredAt } = entry;
  if (!historyKind || !customerId || !occurredAt || isAsked(reading, index)) return null;
  return {
    customerId,
    kind: historyKind,
    direction: isSpoken(historyKind) ? entry.direction : null,
    result: entry.result,
    occurredAt: instantOf(occurredAt.from, timeZone).toISOString(),
    occurredUntil: occurredAt.to && instantOf(occurredAt.to, timeZone).toISOString(),
    precision: occurredAt.precision,
    authorId: entry.authorId,
    contactIds: entry.personIds,
    memberIds: entry.memberIds,
    body: bodyOf(entry),
    flags: [],
    groupId,
  };
}

/** The name of a member or of one of their people; undefined when nobody knows it. */
export type NameOf = (id: string) => string | undefined;

/** What a next action of a reading is to be: null when it is only suggested. It waits for answers as 要確認. */
export function actionInput(reading: Reading, index: number, nameOf: NameOf): ActionInput | null {
  const action = reading.nextActions[index];
  if (!action || action.suggested || reading.kind !== "entry") return null;
  const due = action.due && action.due.precision !== "none" ? action.due : null;
  return {
    customerId: action.customerId,
    kind: action.kind,
    title: titleOf(reading, action, nameOf),
    dueOn: due?.date ?? null,
    dueTime: due?.time ?? null,
    duePrecision: due?.precision ?? "none",
    ownerId: action.ownerId,
    asTyped: action.asTyped,
    needsReview: waits(reading, index, action),
    // The reader, or the person, has already stepped over closed days.
    keepDay: true,
  };
}

/** True when a question about the action itself, its customer or its owner is not answered. */
export function waits(reading: Reading, index: number, action: LineNextAction): boolean {
  return reading.questions.some((question) => isAbout(question, index, action.entry));
}

function isAbout(question: Question, index: number, entry: number | null): boolean {
  switch (question.kind) {
    case "due":
      // いつまで? is asked, not required: a promise without a day is one.
      return question.reason !== "missing" && question.nextActions.includes(index);
    case "member":
      return question.role === "owner" && entry !== null && question.entries.includes(entry);
    case "customer":
    case "unknown_customer":
      return question.entry === entry;
    case "occurred":
      return false;
  }
}

function isAsked(reading: Reading, index: number): boolean {
  return reading.questions.some(
    (question) => question.kind === "occurred" && question.entries.includes(index),
  );
}

function isSpoken(kind: string): boolean {
  return kind === "call" || kind === "mail" || kind === "fax" || kind === "message" || kind === "contact";
}

// What the book does not know, and 直行 or 直帰, must not be lost: it stands behind the text.
function bodyOf(entry: LineEntry): string {
  return withDetails(entry.body, [entry.counterpartText, ...entry.flags]);
}

// A line that is only a plan has no history: who is met, who comes along and how stands with the plan.
function titleOf(reading: Reading, action: LineNextAction, nameOf: NameOf): string {
  const entry = action.entry === null ? undefined : reading.entries[action.entry];
  const title = entry?.historyKind === null ? planOf(action.title, entry, nameOf) : action.title;
  return [...title].slice(0, TITLE).join("") || reading.text.trim().slice(0, TITLE);
}

function planOf(title: string, entry: LineEntry, nameOf: NameOf): string {
  const said = entry.body && !title.includes(entry.body) ? `${title} ${entry.body}` : title;
  const names = [...entry.personIds, ...entry.memberIds].map((id) => nameOf(id) ?? null);
  return withDetails(said, [...names, entry.counterpartText, ...entry.flags]);
}

function withDetails(text: string, details: readonly (string | null)[]): string {
  const more = details.filter((detail) => detail && !text.includes(detail));
  return [text, ...(more.length > 0 ? [`(${more.join(" ")})`] : [])].filter(Boolean).join(" ");
}
