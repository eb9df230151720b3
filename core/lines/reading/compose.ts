import { addDays, nextBusinessDay, onBusinessDay } from "../../japanese/index.ts";
import type { MemberMention } from "./find-members.ts";
import { lastDayOf, parts } from "./month-math.ts";
import { readSegment, type SegmentReading } from "./read-segment.ts";
import type { Scene } from "./scene.ts";
import type { SegmentAction } from "./segment-actions.ts";
import { subjectsOf } from "./segment-subjects.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { Subject } from "./subjects.ts";
import type { Day, LineEntry, LineNextAction, Question, Reading } from "./types.ts";
import { underVerb } from "./under-verb.ts";
import type { LineVerb } from "./verbs.ts";

type Asked<T> = T extends { id: string } ? Omit<T, "id"> : never;
type Draft = Omit<Reading, "text" | "kind" | "questions"> & { questions: Asked<Question>[] };

/** Puts the line together: a row for each customer, the next actions, and every open question on one card. */
export function entryReading(scene: Scene, verb: LineVerb | null): Omit<Reading, "text"> {
  const draft: Draft = { entries: [], nextActions: [], questions: [] };
  for (const segment of segmentsOf(scene)) addSegment(draft, scene, segment, verb);
  const questions = draft.questions.map((question, index) => ({
    ...question,
    id: `q${index + 1}`,
  })) as Question[];
  return { ...draft, questions, kind: canBeKept(draft) ? "entry" : "draft" };
}

function addSegment(draft: Draft, scene: Scene, segment: Segment, verb: LineVerb | null): void {
  const reading = underVerb(readSegment(scene, segment, verb), verb, scene);
  const subjects = subjectsOf(scene, segment, reading.people);
  const first = draft.entries.length;
  const owners = scene.members.filter(({ role }) => role === "owner");
  const owner = owners.find(({ members }) => members.length === 1)?.members[0]?.id ?? null;
  const actors = scene.members.filter(({ role }) => role === "actor");
  const actor = actors.find(({ members }) => members.length === 1)?.members[0]?.id ?? null;
  const companions = scene.members.filter(({ role }) => role === "companion");
  subjects.forEach((subject) => {
    draft.entries.push(entryFor(subject, reading, scene, owner, actor, companions));
  });
  const entries = subjects.map((_, index) => first + index);
  askWho(draft, subjects, first);
  if (reading.when) draft.questions.push({ kind: "occurred", ...reading.when, entries });
  // A message that was taken for a colleague must reach them, so what it asks for is no mere suggestion.
  const others = owners.some(({ members }) => !members.some(({ id }) => id === scene.context.authorId));
  for (const one of verb?.is === "message" && others ? passedOn(reading.actions) : reading.actions)
    addAction(draft, scene, one, subjects, first, owner ?? actor ?? scene.context.authorId);
  if (first > 0) return;
  for (const mention of [...owners, ...actors, ...companions]) {
    if (mention.members.length > 1) draft.questions.push(whichMember(mention, entries));
  }
}

function entryFor(
  subject: Subject,
  reading: SegmentReading,
  scene: Scene,
  owner: string | null,
  actor: string | null,
  companions: readonly MemberMention[],
): LineEntry {
  const { authorId } = scene.context;
  const taken = reading.entry.historyKind === "message" || reading.entry.direction === "in";
  const strangers = reading.people
    .filter((mention) => !mention.people.some(({ id }) => subject.personIds.includes(id)))
    .map(({ text }) => text.trim());
  const counterpart = [
    ...strangers,
    ...(reading.entry.counterpartText ? [reading.entry.counterpartText] : []),
  ];
  return {
    customerId: subject.customerId,
    personIds: subject.personIds,
    ...reading.entry,
    counterpartText: counterpart.length > 0 ? counterpart.join("、") : null,
    suggestions: [...reading.entry.suggestions],
    flags: [...reading.entry.flags],
    // A message taken for somebody is that person's contact, written down by the one who picked up the telephone.
    authorId: actor ?? (owner && taken ? owner : authorId),
    recorderId: authorId,
    memberIds: companions.flatMap(({ members }) => (members.length === 1 ? [members[0]!.id] : [])),
  };
}

// 折り返し不要 must be heard of, too.
function passedOn(actions: readonly SegmentAction[]): SegmentAction[] {
  if (actions.length > 0)
    return actions.map((one) => ({ ...one, action: { ...one.action, suggested: false } }));
  const title = "伝言の確認";
  return [
    {
      action: { kind: "follow", title, due: null, asTyped: "", shifted: null, suggested: false },
      question: null,
    },
  ];
}

function askWho(draft: Draft, subjects: readonly Subject[], first: number): void {
  subjects.forEach((subject, index) => {
    if (subject.customerId !== null) return;
    const entry = first + index;
    draft.questions.push(
      subject.candidates.length > 0
        ? { kind: "customer", text: subject.text, customerIds: subject.candidates, entry }
        : { kind: "unknown_customer", text: subject.text, entry },
    );
  });
}

function addAction(
  draft: Draft,
  scene: Scene,
  one: SegmentAction,
  subjects: readonly Subject[],
  first: number,
  ownerId: string,
): void {
  const from = draft.nextActions.length;
  subjects.forEach((subject, index) => {
    const action: LineNextAction = {
      ...one.action,
      entry: first + index,
      customerId: subject.customerId,
      ownerId,
    };
    draft.nextActions.push(action);
  });
  if (!one.question) return;
  const nextActions = subjects.map((_, index) => from + index);
  const candidates = one.question.reason === "missing" ? usualDays(scene) : one.question.candidates;
  draft.questions.push({ kind: "due", ...one.question, candidates, nextActions });
}

// いつまで? with nothing to go by: tomorrow, in a week, at the end of the month, all on business days.
function usualDays(scene: Scene): Day[] {
  const { today } = scene;
  const { calendar } = scene.context;
  const { year, month } = parts(today);
  const days = [
    nextBusinessDay(today, calendar),
    onBusinessDay(addDays(today, 7), "previous", calendar),
    onBusinessDay(lastDayOf(year, month), "previous", calendar),
  ];
  return [...new Set(days.filter((day) => day > today))].sort();
}

function whichMember(mention: MemberMention, entries: number[]): Asked<Question> {
  return {
    kind: "member",
    text: mention.text,
    memberIds: mention.members.map(({ id }) => id),
    entries,
    role: mention.role === "companion" ? "companion" : "owner",
  };
}

/** False when neither history nor a plan could be kept before a person answers. */
function canBeKept(draft: Draft): boolean {
  const nobody = draft.questions.filter(({ kind }) => kind === "unknown_customer").length;
  if (draft.entries.length === nobody) return false;
  if (draft.entries.some(({ historyKind }) => historyKind !== null)) {
    return !draft.questions.some((one) => one.kind === "occurred" && one.reason === "no_such_date");
  }
  const impossible = draft.questions.some((one) => one.kind === "due" && one.reason === "no_such_date");
  return !(impossible && draft.nextActions.every(({ due }) => due === null));
}
