import { emptyRow, type ImportedRow, primaryPhone } from "./reading/imported-row.ts";
import type { RowIssue } from "./reading/index.ts";
import type { ImportView, RowView } from "./shapes.ts";
import { equationOf } from "./statuses.ts";
import type { StoredImport } from "./stored.ts";

export function importView(stored: StoredImport): ImportView {
  const { id, version: _, createdById: __, total, applied, undone, ...rest } = stored;
  return {
    ...rest,
    importId: id,
    equation: equationOf(stored.counts),
    progress: { total, applied, undone },
    createdAt: stored.createdAt.toISOString(),
    committedAt: stored.committedAt?.toISOString() ?? null,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
  };
}

export interface StoredRow {
  row: number;
  raw: string[];
  data: RowData | null;
  status: RowView["status"];
  reason: string | null;
  issues: RowIssue[];
  customerIds: string[];
  clusterId: string | null;
  personClusterId: string | null;
  match: RowView["match"];
  entryId: string | null;
}

/** What was read of a row, without what is empty and without what the table has columns for. */
export type RowData = Partial<ImportedRow>;

const ownColumns = new Set(["row", "raw", "status", "reason", "issues"]);

export function packRow(row: ImportedRow): RowData {
  const packed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row)) {
    if (value === null || ownColumns.has(field)) continue;
    if (typeof value === "object" && Object.keys(value).length === 0) continue;
    packed[field] = value;
  }
  return packed;
}

export function unpackRow(row: number, data: RowData): ImportedRow {
  return { ...emptyRow({ row, cells: [] }), ...data };
}

export function rowView(stored: StoredRow): RowView {
  const rejected = stored.status === "rejected";
  const data = unpackRow(stored.row, (!rejected && stored.data) || {});
  const phone = primaryPhone(data);
  const entry = data.activity ?? data.purchase;
  const names = data.persons.map((person) => person.name);
  return {
    row: stored.row,
    status: stored.status,
    reason: stored.reason,
    rejected,
    company: data.company,
    companyKey: data.companyKey,
    person: names.length > 1 ? names : (names[0] ?? null),
    email: data.emails[0] ?? null,
    phone: phone?.e164 ?? null,
    ext: phone?.ext ?? null,
    postal: data.postal,
    prefecture: data.prefecture,
    city: data.city,
    date: entry ? entry.date : data.date,
    amount: data.purchase ? data.purchase.amount : data.amount,
    clusterId: stored.clusterId,
    personClusterId: stored.personClusterId,
    customerIds: stored.customerIds,
    match: stored.match,
    entryId: stored.entryId,
    issues: stored.issues,
    raw: stored.raw,
  };
}
