import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { findCandidates } from "./matching/candidates.ts";
import { importRef } from "./shapes.ts";
import { sqlJson } from "./sql-json.ts";
import type { Counts } from "./statuses.ts";
import { addCounts, holdForWriting, type StoredImport } from "./stored.ts";
import { type RowData, unpackRow } from "./view.ts";
import { chunkKeys } from "./writing/chunk-keys.ts";
import { composeChunk, type ReadyRow, type RowOutcome } from "./writing/compose.ts";
import type { Draft } from "./writing/draft.ts";
import { assignOwners } from "./writing/owners.ts";
import { writeChunk } from "./writing/write-chunk.ts";

export const Progress = z.object({ total: z.int(), applied: z.int(), done: z.boolean() });
export type Progress = z.output<typeof Progress>;

/**
 * Applies the next rows of an import. `after` is how far it was when the call was made: a call that comes late finds it
 * further and does nothing. Inside core only: `runImport` drives it.
 * Errors: `import_not_found`, `import_not_running`, `try_again`.
 */
export const applyRows = defineOperation({
  name: "imports.apply",
  summary: "Apply the next rows of a running import.",
  input: importRef.extend({ after: z.int().min(0), limit: z.int().min(1).max(5_000) }),
  output: Progress,
  permission: "imports.write",
  async run(context, { importId, after, limit }) {
    const stored = await holdForWriting(context.db, context.workspaceId, importId);
    if (stored.state !== "running") throw new EnishiError("import_not_running", { state: stored.state });
    const { total, applied } = stored;
    if (applied !== after || applied >= total) return { total, applied, done: applied >= total };
    const rows = await readReady(context, stored, limit);
    const reached = rows.length < limit ? total : rows.at(-1)!.row;
    const counts = rows.length > 0 ? await applyChunk(context, stored, rows) : stored.counts;
    await context.db.query(
      "update import set applied = $3, counts = $4 where workspace_id = $1 and id = $2",
      [context.workspaceId, importId, reached, JSON.stringify(counts)],
    );
    return { total, applied: reached, done: reached >= total };
  },
});

/** The next rows that are ready, with what the same row of the same file became when it was imported before. */
async function readReady(
  context: OperationContext,
  stored: StoredImport,
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
      where r.workspace_id = $1 and r.import_id = $2 and r.row > $3 and r.status = 'ready'
      order by r.row limit $4`,
    [context.workspaceId, stored.id, stored.applied, limit, stored.fileHash, stored.sheet],
  );
  return rows.map(({ row, data, known }) => ({ row, data: unpackRow(row, data), known: known ?? [] }));
}

async function applyChunk(
  context: OperationContext,
  stored: StoredImport,
  rows: ReadyRow[],
): Promise<Counts> {
  const candidates = await findCandidates(context.db, context.workspaceId, chunkKeys(rows));
  const { drafts, outcomes } = composeChunk(rows, candidates, {
    importId: stored.id,
    origin: { purpose: stored.purpose, source: stored.source },
    newId: context.newId,
  });
  const owned = outcomes.map((outcome, index) => ({ outcome, ownerName: rows[index]!.data.ownerName }));
  const kept = await assignOwners(context, stored.id, owned);
  const touched = await writeChunk(context, stored.id, drafts);
  await writeOutcomes(context, stored.id, outcomes, kept);
  if (touched.length > 0) {
    context.emit("imports.applied", {
      importId: stored.id,
      created: touched.filter((draft) => draft.isNew).map((draft) => draft.id),
      updated: touched.filter((draft) => !draft.isNew).map((draft) => draft.id),
    });
  }
  return addCounts(stored.counts, countsOf(outcomes, touched));
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

async function writeOutcomes(
  context: OperationContext,
  importId: string,
  outcomes: readonly RowOutcome[],
  kept: ReadonlyMap<number, string>,
): Promise<void> {
  const rows = outcomes.map(({ row, status, customerIds, clusterId, personClusterId, alike }) => ({
    row,
    status,
    customer_ids: customerIds,
    cluster_id: clusterId,
    person_cluster_id: personClusterId,
    issues: [
      ...(alike?.ids ?? []).map((id) => ({
        code: "maybe_same",
        column: alike!.reasons.join(","),
        value: id,
      })),
      ...(kept.has(row) ? [{ code: "owner_kept", column: null, value: kept.get(row)! }] : []),
    ],
  }));
  // An upsert goes straight to the row by its key; an update joined with a list of rows is planned by guess.
  await context.db.query(
    `insert into import_row (workspace_id, import_id, row, raw, status, customer_ids, cluster_id, person_cluster_id, issues)
     select $1, $2, row, '{}', status, customer_ids, cluster_id, person_cluster_id, issues
       from json_populate_recordset(null::import_row, $3)
     on conflict (workspace_id, import_id, row) do update
        set status = excluded.status, customer_ids = excluded.customer_ids, cluster_id = excluded.cluster_id,
            person_cluster_id = excluded.person_cluster_id, issues = import_row.issues || excluded.issues`,
    [context.workspaceId, importId, sqlJson(rows)],
  );
}
