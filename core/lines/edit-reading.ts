import type { Day } from "../japanese/index.ts";
import type { Due, LineEntry, LineNextAction, Question, Reading } from "./reading/index.ts";

/** Changes to a reading: pure, each returns a new one. What the change answers is no longer asked. */

export function withCustomer(reading: Reading, entry: number, customerId: string): Reading {
  return {
    ...reading,
    entries: replaced(reading.entries, entry, { customerId }),
    nextActions: reading.nextActions.map((action) =>
      action.entry === entry ? { ...action, customerId } : action,
    ),
    questions: without(
      reading,
      (question) =>
        (question.kind === "customer" || question.kind === "unknown_customer") && question.entry === entry,
    ),
  };
}

/** The member that a name meant: who came along, or whose it is. Null: nobody of them. */
export function withMember(
  reading: Reading,
  question: Extract<Question, { kind: "member" }>,
  memberId: string | null,
): Reading {
  const among = new Set(question.entries);
  const answered = { ...reading, questions: without(reading, ({ id }) => id === question.id) };
  if (!memberId) return answered;
  if (question.role === "owner") {
    return {
      ...answered,
      nextActions: reading.nextActions.map((action) =>
        action.entry !== null && among.has(action.entry) ? { ...action, ownerId: memberId } : action,
      ),
    };
  }
  return {
    ...answered,
    entries: reading.entries.map((entry, index) =>
      among.has(index) ? { ...entry, memberIds: [...new Set([...entry.memberIds, memberId])] } : entry,
    ),
  };
}

/** The day by which it is due; the time that was typed stays. Null: no day. */
export function withDueDay(reading: Reading, indexes: readonly number[], date: Day | null): Reading {
  const among = new Set(indexes);
  return {
    ...reading,
    nextActions: reading.nextActions.map((action, index) =>
      among.has(index) ? { ...action, due: dueOn(action.due, date), shifted: null } : action,
    ),
    questions: settled(reading, "due", among),
  };
}

/** The day on which it happened, or will: what lies ahead of `today` is a plan and no history. */
export function withOccurredDay(
  reading: Reading,
  indexes: readonly number[],
  date: Day,
  today: Day,
  titleOf: (entry: LineEntry) => string,
): Reading {
  const among = new Set(indexes);
  const answered: Reading = {
    ...reading,
    entries: reading.entries.map((entry, index) =>
      among.has(index) ? { ...entry, occurredAt: on(entry, date) } : entry,
    ),
    questions: settled(reading, "occurred", among),
  };
  return date > today ? planned(answered, indexes, titleOf) : answered;
}

/** Turns entries that have not happened yet into appointments of the same day and time. */
export function planned(
  reading: Reading,
  indexes: readonly number[],
  titleOf: (entry: LineEntry) => string,
): Reading {
  const plans = indexes.flatMap((index): LineNextAction[] => {
    const entry = reading.entries[index];
    if (!entry?.historyKind || !entry.occurredAt) return [];
    const [date, time] = entry.occurredAt.from.split("T") as [Day, string | undefined];
    const exact = entry.occurredAt.precision === "time" && time ? time : null;
    return [
      {
        entry: index,
        customerId: entry.customerId,
        kind: "appointment",
        title: titleOf(entry),
        due: { date, time: exact, precision: exact ? "time" : "day" },
        asTyped: "",
        shifted: null,
        ownerId: entry.authorId,
        suggested: false,
      },
    ];
  });
  return {
    ...reading,
    entries: reading.entries.map((entry, index) =>
      indexes.includes(index) ? { ...entry, historyKind: null, occurredAt: null } : entry,
    ),
    nextActions: [...reading.nextActions, ...plans],
  };
}

/** Entries whose moment lies on a day after `today`. */
export function aheadOf(reading: Reading, today: Day): number[] {
  return reading.entries.flatMap((entry, index) =>
    entry.historyKind && entry.occurredAt && entry.occurredAt.from.slice(0, 10) > today ? [index] : [],
  );
}

export function withEntry(reading: Reading, entry: number, changed: Partial<LineEntry>): Reading {
  return { ...reading, entries: replaced(reading.entries, entry, changed) };
}

export function withAction(reading: Reading, index: number, changed: Partial<LineNextAction>): Reading {
  const nextActions = replaced(reading.nextActions, index, changed);
  const asked = changed.due === undefined ? reading.questions : settled(reading, "due", new Set([index]));
  return { ...reading, nextActions, questions: asked };
}

function dueOn(due: Due | null, date: Day | null): Due | null {
  if (!date) return { date: "", time: null, precision: "none" };
  const time = due?.time ?? null;
  return { date, time, precision: time ? "time" : "day" };
}

function on(entry: LineEntry, date: Day): LineEntry["occurredAt"] {
  const there = entry.occurredAt;
  if (!there || there.precision === "day") return { from: date, to: null, precision: "day", label: null };
  const time = there.from.split("T")[1];
  return {
    ...there,
    from: time ? `${date}T${time}` : date,
    to: there.to && `${date}T${there.to.split("T")[1]}`,
  };
}

// A question about several is over when none of them waits any longer.
function settled(reading: Reading, kind: "due" | "occurred", answered: ReadonlySet<number>): Question[] {
  return reading.questions.flatMap((question): Question[] => {
    if (question.kind !== kind) return [question];
    if (question.kind === "due") {
      const nextActions = question.nextActions.filter((index) => !answered.has(index));
      return nextActions.length > 0 ? [{ ...question, nextActions }] : [];
    }
    if (question.kind === "occurred") {
      const entries = question.entries.filter((index) => !answered.has(index));
      return entries.length > 0 ? [{ ...question, entries }] : [];
    }
    return [question];
  });
}

function without(reading: Reading, answered: (question: Question) => boolean): Question[] {
  return reading.questions.filter((question) => !answered(question));
}

function replaced<T>(list: readonly T[], at: number, changed: Partial<T>): T[] {
  return list.map((one, index) => (index === at ? { ...one, ...changed } : one));
}
