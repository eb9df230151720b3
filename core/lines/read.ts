import { namedCustomer } from "../history/index.ts";
import { wallTime } from "../kernel/clock.ts";
import type { QueryContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { calendarOf } from "../next-actions/index.ts";
import { bookFor } from "../profile/index.ts";
import { withCustomer } from "./edit-reading.ts";
import { type Book, type LineContext, type Reading, readLine } from "./reading/index.ts";

/** A line, by whom and when it was typed. */
export interface Typed {
  text: string;
  /** What stood behind the command, when the surface has taken it off the line. */
  verb: string | undefined;
  authorId: string;
  at: Date;
}

/** Reads a line against the customers, people and colleagues of the workspace. */
export async function readTyped(context: QueryContext, typed: Typed): Promise<Reading> {
  const { text, verb } = typed;
  return readLine(text, await bookFor(context, text), lineContext(context, typed), verb);
}

/**
 * Reads a line that a surface already knows the customer of (the button of a profile, the card of a mail): nobody is
 * asked whom it is about, and whatever was typed is at least a note. Error: `customer_not_found`.
 */
export async function readAbout(context: QueryContext, typed: Typed, customerId: string): Promise<Reading> {
  const { text, verb, authorId } = typed;
  const known = await readKnown(context, customerId);
  const { members } = await bookFor(context, text);
  const book: Book = { ...known.book, members };
  const asTyped = readLine(text, book, lineContext(context, typed), verb);
  const reading = namesThem(asTyped)
    ? asTyped
    : { ...readLine(`${known.name} ${text}`, book, lineContext(context, typed), verb), text };
  return certain(reading, known.id, authorId, wallTime(typed.at, context.workspace.timeZone));
}

function lineContext(context: QueryContext, { authorId, at }: Typed): LineContext {
  const { timeZone } = context.workspace;
  return { now: wallTime(at, timeZone), authorId, calendar: calendarOf(context.workspace) };
}

function namesThem(reading: Reading): boolean {
  return reading.kind !== "unknown" && reading.entries.some((entry) => entry.customerId !== null);
}

function certain(reading: Reading, customerId: string, authorId: string, now: string): Reading {
  if (reading.kind === "unknown" || reading.kind === "lookup" || reading.entries.length === 0) {
    return noteOf(reading.text, customerId, authorId, now);
  }
  const asked = reading.questions.flatMap((question) =>
    question.kind === "customer" || question.kind === "unknown_customer" ? (question.entry ?? []) : [],
  );
  return asked.reduce((sure, entry) => entryOf(withCustomer(sure, entry, customerId)), reading);
}

// The customer was all that a draft waited for, unless a day is in doubt too.
function entryOf(reading: Reading): Reading {
  return reading.kind === "draft" && reading.questions.length === 0 ? { ...reading, kind: "entry" } : reading;
}

/** Everything that was typed, as a note of this moment. */
export function noteOf(text: string, customerId: string, authorId: string, now: string): Reading {
  return {
    kind: "entry",
    text,
    nextActions: [],
    questions: [],
    entries: [
      {
        customerId,
        personIds: [],
        counterpartText: null,
        historyKind: "note",
        direction: "unknown",
        result: null,
        occurredAt: { from: now, to: null, precision: "time", label: null },
        authorId,
        recorderId: authorId,
        memberIds: [],
        body: text.trim(),
        flags: [],
        suggestions: [],
      },
    ],
  };
}

interface KnownRow {
  id: string;
  kind: "company" | "site" | "person";
  name: string;
  nameKana: string | null;
  parentId: string | null;
  title: string | null;
  department: string | null;
  prefecture: string | null;
  isIt: boolean;
}

// The customer, its sites and the people of them: the whole book of a line that is about it.
async function readKnown(context: QueryContext, customerId: string) {
  const rows = await context.db.query<KnownRow>(
    `with recursive ${namedCustomer("$2")}, family as (
       select id, 0 as depth from named where state = 'active'
       union
       select c.id, f.depth + 1 from family f
         join customer c on c.workspace_id = $1 and c.parent_id = f.id and c.state = 'active' where f.depth < 2
     )
     select c.id, c.kind, c.name, c.name_kana as "nameKana", c.parent_id as "parentId", c.title, c.department,
            c.prefecture, c.id = (select id from named where state = 'active' limit 1) as "isIt"
       from customer c where c.workspace_id = $1 and c.id in (select id from family) order by c.sort_key, c.id`,
    [context.workspaceId, customerId],
  );
  const it = rows.find((row) => row.isIt);
  if (!it) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  const names = (row: KnownRow) => (row.nameKana ? [row.nameKana] : []);
  return {
    id: it.id,
    name: it.name,
    book: {
      customers: rows
        .filter((row) => row.isIt || row.kind !== "person")
        .map((row) => ({ ...row, names: names(row), ownerIds: [] })),
      people: rows
        .filter((row) => !row.isIt && row.kind === "person")
        .map((row) => ({ ...row, names: names(row), customerId: row.parentId ?? it.id })),
    },
  };
}
