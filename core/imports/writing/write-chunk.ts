import { setImmediate } from "node:timers/promises";
import { reindexSites, type SearchDocument, writeSearchRows } from "../../customers/index.ts";
import { orderedPair, reasonKeyOf } from "../../duplicates/index.ts";
import { sortKey } from "../../japanese/index.ts";
import type { OperationContext } from "../../kernel/context.ts";
import { EnishiError } from "../../kernel/errors.ts";
import type { Counts } from "../statuses.ts";
import { belongingsOf, importChange } from "./belongings.ts";
import type { Composition, RowOutcome } from "./compose.ts";
import { changeOf, customerRow } from "./customer-row.ts";
import { type Draft, documentOf } from "./draft.ts";
import type { Place } from "./read-ahead.ts";
import { writeRows } from "./write-statement.ts";

/** After so many customers others in this process get their turn. */
const breath = 40;

/** What is to be written of a chunk, and how far the import is with it. */
export interface Chunk {
  importId: string;
  drafts: ReadonlyMap<string, Draft>;
  /** Those of the drafts that the chunk made or changed. */
  touched: readonly Draft[];
  outcomes: readonly RowOutcome[];
  matchKeys: Composition["matchKeys"];
  /** 営業担当 that a list names and that was not given, by row. */
  keptOwners: ReadonlyMap<number, string>;
  applied: number;
  place: Place;
  counts: Counts;
}

/**
 * Writes a chunk in two statements and reports each customer to the audit trail. While the database is busy with the
 * first, this process puts together what search reads, and does what the caller has to do `meanwhile`.
 * Error: `try_again` when somebody changed one of the customers meanwhile.
 */
export async function writeChunk(
  context: OperationContext,
  chunk: Chunk,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const { importId, touched, outcomes, applied, place, counts } = chunk;
  const made = touched.filter((draft) => draft.isNew);
  const changed = touched.filter((draft) => !draft.isNew);
  for (const draft of touched) draft.sort_key = sortKey(draft.name, draft.name_kana);
  const belongings = touched.map((draft) => belongingsOf(draft, context.newId));
  const writing = writeRows(
    context.db,
    { workspaceId: context.workspaceId, importId, now: context.now },
    {
      made: made.map(customerRow),
      changed: changed.map(customerRow),
      names: belongings.flatMap((one) => one.names),
      points: belongings.flatMap((one) => one.points),
      codes: belongings.flatMap((one) => one.codes),
      domains: belongings.flatMap((one) => one.domains),
      owners: belongings.flatMap((one) => one.owners),
      changes: touched.map((draft, at) => importChange(draft, belongings[at]!)),
      matchKeys: chunk.matchKeys.map(({ customerId, key }) => ({ customer_id: customerId, key })),
      pairs: outcomes.flatMap(pairsOf),
      outcomes: outcomes.map((outcome) => outcomeRow(outcome, chunk.keptOwners.get(outcome.row))),
    },
    { applied, place, counts },
  );
  const [written, documents] = await Promise.all([
    writing,
    documentsOf(chunk).then(async (found) => {
      for (const [at, draft] of touched.entries()) context.changed(changeOf(draft, belongings[at]!));
      await meanwhile();
      return found;
    }),
  ]);
  if (written < changed.length) throw new EnishiError("try_again");
  await writeSearchRows(context.db, context.workspaceId, documents);
  for (const draft of changed.filter(namesSites)) {
    await reindexSites(context.db, context.workspaceId, draft.id);
  }
}

/** The search rows of those that are found by something new. */
async function documentsOf({
  drafts,
  touched,
}: Chunk): Promise<{ customerId: string; document: SearchDocument }[]> {
  const documents: { customerId: string; document: SearchDocument }[] = [];
  for (const [at, draft] of touched.entries()) {
    if (at % breath === breath - 1) await setImmediate();
    if (!draft.isNew && !isFoundAnew(draft)) continue;
    documents.push({ customerId: draft.id, document: documentOf(draft, drafts.get(draft.parent_id ?? "")) });
  }
  return documents;
}

/** What search reads of a customer: everything but domains, owners and a few columns. */
function isFoundAnew({ added, old }: Draft): boolean {
  return (
    added.names.length + added.points.length + added.codes.length > 0 || "name_kana" in old || "extra" in old
  );
}

/** Sites are found by the names of their company. */
function namesSites({ housesSites, added, old }: Draft): boolean {
  return housesSites && (added.names.length > 0 || "name_kana" in old);
}

function outcomeRow(outcome: RowOutcome, keptOwner: string | undefined) {
  const { row, status, customerIds, clusterId, personClusterId, match, issues } = outcome;
  return {
    row,
    status,
    customer_ids: customerIds,
    cluster_id: clusterId,
    person_cluster_id: personClusterId,
    match,
    issues:
      keptOwner === undefined ? issues : [...issues, { code: "owner_kept", column: null, value: keptOwner }],
  };
}

/** What people are asked of a review row: is it one of these? */
function pairsOf({ status, customerIds, match }: RowOutcome) {
  if (status !== "review" || !match) return [];
  const own = customerIds[0]!;
  return match.customerIds.map((other) => ({
    ...orderedPair(own, other),
    score: match.score,
    reasons: match.reasons,
    reason_key: reasonKeyOf(match.reasons),
  }));
}
