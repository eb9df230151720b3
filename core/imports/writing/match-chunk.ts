import { setImmediate } from "node:timers/promises";
import { findAlike, loadMatchRecords } from "../../customers/index.ts";
import type { Statements } from "../../kernel/database.ts";
import {
  companyOfRow,
  decideRows,
  type MatchRecord,
  personOfRow,
  type RowDecision,
  searchKeys,
} from "../../matching/index.ts";
import type { ImportedRow } from "../reading/index.ts";

/** A row that is to be applied. `known`: customers that the same row of the same file became before. */
export interface ReadyRow {
  row: number;
  data: ImportedRow;
  known: readonly string[];
}

/** A row, whom it is about, and what was decided of it. `record.id` is the id of the customer if it is a new one. */
export interface MatchedRow extends ReadyRow {
  record: MatchRecord;
  decision: RowDecision;
}

/** After so many rows others in this process get their turn. */
const breath = 50;

/** Finds out for some hundred rows, in order, which customer each is about. */
export async function matchChunk(
  db: Statements,
  workspaceId: string,
  rows: readonly ReadyRow[],
  newId: () => string,
): Promise<MatchedRow[]> {
  const records: MatchRecord[] = [];
  const keys = [];
  for (const { data } of rows) {
    const record = companyOfRow(data, newId()) ?? personOfRow(data, newId())!;
    records.push(record);
    keys.push(searchKeys(record));
    if (records.length % breath === 0) await setImmediate();
  }
  const alike = await findAlike(db, workspaceId, keys);
  const ids = [...new Set([...alike, ...rows.flatMap(({ known }) => known)])];
  const candidates = await loadMatchRecords(db, workspaceId, ids);
  await setImmediate();
  const incoming = rows.map(({ row, known }, at) => ({ row, known, record: records[at]! }));
  const decisions = decideRows(incoming, candidates);
  return rows.map((row, at) => ({ ...row, record: records[at]!, decision: decisions[at]! }));
}
