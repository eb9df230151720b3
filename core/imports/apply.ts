import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { importRef } from "./shapes.ts";
import { countAnew } from "./statistics.ts";
import { addCounts, type HeldImport, holdForWriting, type StoredImport } from "./stored.ts";
import { type RowData, unpackRow } from "./view.ts";
import { loadCandidates } from "./writing/candidates.ts";
import { composeChunk, type RowOutcome } from "./writing/compose.ts";
import { type Draft, isTouched } from "./writing/draft.ts";
import { composeEntries } from "./writing/entries.ts";
import {
  type MatchedRow,
  matchChunk,
  type PreparedRow,
  prepareRows,
  type ReadyRow,
} from "./writing/match-chunk.ts";
import { nameKeyOf } from "./writing/name-key.ts";
import { assignOwners } from "./writing/owners.ts";
import { DOUBTFUL_PASS, PASSES } from "./writing/pass.ts";
import { type Ahead, isSamePlace, keepAhead, Place, takeAhead } from "./writing/read-ahead.ts";
import { writeChunk } from "./writing/write-chunk.ts";
import { writeEntries } from "./writing/write-entries.ts";

export const Progress = z.object({
  total: z.int(),
  applied: z.int(),
  /** Where the next rows are. */
  place: Place,
  done: z.boolean(),
  /** Whether others wait while a chunk is written: the embedded database answers one at a time. */
  oneAtATime: z.boolean(),
  /** Milliseconds for which the chunk was at work. */
  took: z.number(),
});
export type Progress = z.output<typeof Progress>;

/**
 * Applies the next rows of an import. `from` is how far it was when the call was made: a call that comes late finds it
 * further and does nothing. Null: wherever it is. Inside core only: `runImport` drives it.
 * Errors: `import_not_found`, `import_not_running`, `try_again`.
 */
export const applyRows = defineOperation({
  name: "imports.apply",
  summary: "Apply the next rows of a running import.",
  input: importRef.extend({ from: Place.nullable(), limit: z.int().min(1).max(5_000) }),
  output: Progress,
  permission: "imports.write",
  async run(context, { importId, from, limit }) {
    const began = performance.now();
    const took = () => performance.now() - began;
    const stored = await holdForWriting(context.db, context.workspaceId, importId);
    if (stored.state !== "running") throw new EnishiError("import_not_running", { state: stored.state });
    const { total, applied, oneAtATime } = stored;
    const place = { pass: stored.pass, row: stored.reached };
    if ((from && !isSamePlace(from, place)) || applied >= total) {
      return { total, applied, place, oneAtATime, done: applied >= total, took: took() };
    }
    const next = takeAhead(importId, place) ?? (await readNext(context, stored, place, limit));
    const reached = await applyChunk(context, stored, next, limit);
    return { total, applied: reached, place: next.place, oneAtATime, done: reached >= total, took: took() };
  },
});

async function readNext(
  context: OperationContext,
  stored: HeldImport,
  from: Place,
  limit: number,
): Promise<Ahead> {
  const { rows, pass, place } = await readReady(context, stored, from, limit);
  return { from, rows: await prepareRows(rows, context.newId), pass, place };
}

/** The next rows that are ready, of the first pass that has any; none when all are applied. */
async function readReady(
  context: OperationContext,
  stored: StoredImport,
  from: Place,
  limit: number,
): Promise<{ rows: ReadyRow[]; pass: number; place: Place }> {
  for (let { pass, row } = from; pass < PASSES; pass++, row = 0) {
    const rows = await readPass(context, stored, { pass, row }, limit);
    const isOver = rows.length < limit;
    const place = isOver ? { pass: pass + 1, row: 0 } : { pass, row: rows.at(-1)!.row };
    if (rows.length > 0) return { rows, pass, place };
  }
  return { rows: [], pass: PASSES, place: { pass: PASSES, row: 0 } };
}

/** The next rows of a pass, with what the same row of the same file became when it was imported before. */
async function readPass(
  context: OperationContext,
  stored: StoredImport,
  { pass, row: after }: Place,
  limit: number,
): Promise<ReadyRow[]> {
  const rows = await context.db.query<{ row: number; data: RowData; known: string[] | null }>(
    `select r.row, r.data,
            (select p.customer_ids from import_row p
              where p.workspace_id = $1 and p.row = r.row and p.import_id = (
                select i.id from import i
                 where i.workspace_id = $1 and i.file_hash = $5 and $5 <> '' and i.id <> $2 and i.state = 'committed'
                   and i.sheet is not distinct from $6
                 order by i.id desc limit 1)) as known
       from import_row r
      where r.workspace_id = $1 and r.import_id = $2 and r.row > $3 and r.status = 'ready' and r.pass = $7
      order by r.row limit $4`,
    [context.workspaceId, stored.id, after, limit, stored.fileHash, stored.sheet, pass],
  );
  return rows.map(({ row, data, known }) => ({ row, data: unpackRow(row, data), known: known ?? [] }));
}

/** Applies rows, after which the import is at `place`. Gives how many of all rows are applied then. */
async function applyChunk(
  context: OperationContext,
  stored: HeldImport,
  { rows, pass, place }: Ahead,
  limit: number,
): Promise<number> {
  const importId = stored.id;
  const { matched, postponed } = await matchChunk(context.db, context.workspaceId, rows, pass);
  if (postponed.length > 0) await postpone(context, importId, postponed);
  const candidates = await loadCandidates(
    context.db,
    context.workspaceId,
    matched.flatMap(({ decision }) => (decision.verdict === "same" ? [decision.id] : [])),
    contactKeys(matched),
  );
  const { drafts, outcomes, matchKeys } = await composeChunk(matched, candidates, {
    importId,
    origin: { purpose: stored.purpose, source: stored.source },
    newId: context.newId,
  });
  const named = outcomes.map((outcome, at) => ({ outcome, ownerName: matched[at]!.data.ownerName }));
  const keptOwners = await assignOwners(context, importId, named);
  const entries = await composeEntries(
    context,
    stored,
    outcomes.map((outcome, at) => ({ outcome, data: matched[at]!.data })),
  );
  const touched = [...drafts.values()].filter(isTouched);
  const counts = addCounts(stored.counts, {
    ...countsOf(outcomes, touched),
    entries: entries?.byRow.size ?? 0,
  });
  const next = await readReady(context, stored, place, limit);
  const applied =
    next.rows.length > 0 ? Math.min(stored.total - counts.ready, stored.total - 1) : stored.total;
  const chunk = { importId, drafts, touched, outcomes, matchKeys, keptOwners, applied, place, counts };
  await writeChunk(context, chunk, async () => {
    const ready = await prepareRows(next.rows, context.newId);
    keepAhead(importId, { ...next, from: place, rows: ready });
  });
  if (entries) await writeEntries(context, importId, entries);
  if (counts.companies + counts.sites + counts.people > FORGOTTEN * Math.max(stored.customersCounted, 10)) {
    await countAnew(context.db);
  }
  if (touched.length > 0) {
    context.emit("imports.applied", {
      importId,
      created: touched.filter((draft) => draft.isNew).map((draft) => draft.id),
      updated: touched.filter((draft) => !draft.isNew).map((draft) => draft.id),
    });
  }
  return applied;
}

/** Rows of which people would be asked come again behind all others. */
async function postpone(
  context: OperationContext,
  importId: string,
  rows: readonly PreparedRow[],
): Promise<void> {
  await context.db.query(
    "update import_row set pass = $4 where workspace_id = $1 and import_id = $2 and row = any($3::int[])",
    [context.workspaceId, importId, rows.map(({ row }) => row), DOUBTFUL_PASS],
  );
}

/** The planner is told when a list has brought so many times the customers that it knows of. */
const FORGOTTEN = 4;

/** Keys of the people whom the rows name in companies that are there. */
function contactKeys(rows: readonly MatchedRow[]): string[] {
  const people = rows.flatMap(({ data, decision }) => (decision.verdict === "same" ? data.persons : []));
  return [...new Set(people.map((person) => nameKeyOf(person.name)))];
}

function countsOf(outcomes: readonly RowOutcome[], touched: readonly Draft[]) {
  const rows = (status: string) => outcomes.filter((outcome) => outcome.status === status).length;
  const made = (kind: string) => touched.filter((draft) => draft.isNew && draft.kind === kind).length;
  return {
    ready: -outcomes.length,
    created: rows("created"),
    updated: rows("updated"),
    unchanged: rows("unchanged"),
    joined: rows("joined"),
    review: rows("review"),
    companies: made("company"),
    sites: made("site"),
    people: made("person"),
  };
}
