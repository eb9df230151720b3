import type { BusinessCalendar } from "../../japanese/index.ts";

/** A day on the wall calendar, `YYYY-MM-DD`. */
export type Day = string;

/** A half-open range of the tidied line, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Who and what the line may be about; loaded by the caller, in order of relevance (own customers first). */
export interface Book {
  customers: BookCustomer[];
  people: BookPerson[];
  members: BookMember[];
}

export interface BookCustomer {
  id: string;
  kind: "company" | "site" | "person";
  name: string;
  /** Aliases, former names, nicknames, readings. */
  names: string[];
  parentId: string | null;
  ownerIds: string[];
  prefecture: string | null;
}

/** A person on the customer's side (先方担当). */
export interface BookPerson {
  id: string;
  /** The company or site they belong to. */
  customerId: string;
  name: string;
  names: string[];
  title: string | null;
  department: string | null;
}

export interface BookMember {
  id: string;
  name: string;
  names: string[];
  slackUserId: string | null;
  active: boolean;
}

export interface LineContext {
  /** Local wall time `YYYY-MM-DDTHH:mm` in the workspace's zone. */
  now: string;
  authorId: string;
  /** Closed days of the company; 土日祝 and 12/29–1/3 when absent. */
  calendar?: BusinessCalendar;
}

export type HistoryKind =
  | "call"
  | "visit"
  | "visitor"
  | "meeting"
  | "mail"
  | "fax"
  | "contact"
  | "note"
  | "won"
  | "lost"
  | "message";

export type Direction = "out" | "in" | "unknown";
export type ContactResult = "reached" | "absent" | "voicemail";
export type NextActionKind = "promise" | "follow" | "appointment";

/** When it happened. `from` and `to` are `YYYY-MM-DD` for precision `day`, else `YYYY-MM-DDTHH:mm`. */
export interface Occurrence {
  from: string;
  to: string | null;
  precision: "time" | "day" | "part";
  /** The words for a part of a day or week, e.g. 朝, 先週. */
  label: string | null;
}

export interface Due {
  date: Day;
  time: string | null;
  precision: "time" | "day" | "week" | "month" | "none";
}

/**
 * What the surface may offer beside the entry; never done by itself.
 * caution: mark as 要注意 · master_data: a proposal to change terms, confidence or owner · calendar: 予定に入れる ·
 * revisit: 再訪? · deal: which 案件 or a new one · channel: chips 電話/訪問/メール · visit_date: 訪問日は?
 */
export interface Suggestion {
  kind: "caution" | "master_data" | "calendar" | "revisit" | "deal" | "channel" | "visit_date";
  text: string;
  due?: Due;
}

export interface LineEntry {
  customerId: string | null;
  personIds: string[];
  /** Whom they met, as typed, when the book does not know them. */
  counterpartText: string | null;
  /** null: no history, only a next action. */
  historyKind: HistoryKind | null;
  direction: Direction;
  result: ContactResult | null;
  occurredAt: Occurrence | null;
  authorId: string;
  recorderId: string;
  /** 同行. */
  memberIds: string[];
  body: string;
  /** 直行, 直帰, 至急. */
  flags: string[];
  suggestions: Suggestion[];
}

export interface LineNextAction {
  /** Index into `entries`. */
  entry: number | null;
  customerId: string | null;
  kind: NextActionKind;
  title: string;
  /** null: no day was typed, or it cannot be told before the question about it is answered. */
  due: Due | null;
  asTyped: string;
  /** The day that was meant before closed days were stepped over, and why: a holiday's name, 土曜, 日曜 or 休業日. */
  shifted: { from: Day; because: string } | null;
  ownerId: string;
  /** true: ask before keeping it. */
  suggested: boolean;
}

export type DateDoubt = "holiday" | "no_such_date" | "missing" | "ambiguous";

/** `text` is what was typed; indexes point into `entries` and `nextActions` that wait for the answer. */
export type Question =
  | { id: string; kind: "customer"; text: string; customerIds: string[]; entry: number }
  | {
      id: string;
      kind: "member";
      text: string;
      memberIds: string[];
      entries: number[];
      role: "companion" | "owner";
    }
  | { id: string; kind: "due"; text: string; candidates: Day[]; reason: DateDoubt; nextActions: number[] }
  | { id: string; kind: "occurred"; text: string; candidates: Day[]; reason: DateDoubt; entries: number[] }
  | { id: string; kind: "unknown_customer"; text: string; entry: number | null };

export type ReadingKind = "entry" | "done" | "lookup" | "draft" | "unknown";

export interface Reading {
  /** done: 済 …; lookup: only a name; draft: nothing can be kept as history or plan before a question is answered. */
  kind: ReadingKind;
  entries: LineEntry[];
  nextActions: LineNextAction[];
  /** All of them fit on one card. */
  questions: Question[];
  /** The line exactly as typed. */
  text: string;
}
