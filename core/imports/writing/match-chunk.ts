import { setImmediate } from "node:timers/promises";
import { findAlike, loadMatchRecords } from "../../customers/index.ts";
import type { Statements } from "../../kernel/database.ts";
import {
  companyOfRow,
  decidingRows,
  type MatchRecord,
  personOfRow,
  type RowDecision,
  type SearchKeys,
  searchKeys,
} from "../../matching/index.ts";
import type { ImportedRow } from "../reading/index.ts";
import { canWait } from "./pass.ts";

/** A row that is to be applied. `known`: customers that the same row of the same file became before. */
export interface ReadyRow {
  row: number;
  data: ImportedRow;
  known: readonly string[];
}

/** A row made ready for the matching. `record.id` is the id of the customer if it is a new one. */
export interface PreparedRow extends ReadyRow {
  record: MatchRecord;
  keys: SearchKeys;
}

/** A row, whom it is about, and what was decided of it. */
export interface MatchedRow extends PreparedRow {
  decision: RowDecision;
}

/** After so many rows others in this process get their turn. */
const breath = 50;

/** Reads rows as the matching sees them; asks the database nothing. */
export async function prepareRows(rows: readonly ReadyRow[], newId: () => string): Promise<PreparedRow[]> {
  const prepared: PreparedRow[] = [];
  for (const row of rows) {
    const record = companyOfRow(row.data, newId()) ?? personOfRow(row.data, newId())!;
    prepared.push({ ...row, record, keys: searchKeys(record) });
    if (prepared.length % breath === 0) await setImmediate();
  }
  return prepared;
}

/** Rows whose customer is found, and those that come again in the last pass. */
export interface MatchedChunk {
  matched: MatchedRow[];
  postponed: PreparedRow[];
}

/** Finds out for some hundred rows of a pass, in order, which customer each is about. */
export async function matchChunk(
  db: Statements,
  workspaceId: string,
  rows: readonly PreparedRow[],
  pass: number,
): Promise<MatchedChunk> {
  const keys = rows.map((row) => row.keys);
  const alike = await findAlike(db, workspaceId, keys);
  const ids = [...new Set([...alike, ...rows.flatMap(({ known }) => known)])];
  const candidates = await loadMatchRecords(db, workspaceId, ids);
  await setImmediate();
  const matched: MatchedRow[] = [];
  const postponed: PreparedRow[] = [];
  const waits = ({ data }: PreparedRow) => canWait(data, pass);
  let at = 0;
  for (const decision of decidingRows(rows, candidates, waits)) {
    const row = rows[at++]!;
    if (decision.verdict === "review" && waits(row)) postponed.push(row);
    else matched.push({ ...row, decision });
    if (at % breath === 0) await setImmediate();
  }
  return { matched, postponed };
}
