import type { Change } from "../../kernel/context.ts";
import type { Belongings } from "./belongings.ts";
import type { Draft } from "./draft.ts";

/** A draft as a row of `customer`. What is null is left out: it is null where it is read, and need not travel. */
export function customerRow(draft: Draft): Record<string, unknown> {
  const { id, kind, parent_id, name, match_key, sort_key, import_id, version } = draft;
  const row: Record<string, unknown> = { id, kind, name, match_key, sort_key, version };
  if (parent_id !== null) row.parent_id = parent_id;
  if (import_id !== null) row.import_id = import_id;
  for (const [column, value] of Object.entries(valuesOf(draft))) if (value !== null) row[column] = value;
  return row;
}

function valuesOf(draft: Draft) {
  const { name_kana, honorific, department, title, roles, corporate_number, invoice_number } = draft;
  const { prefecture, city, url, note, relation_since, amount, extra, purpose, source } = draft;
  const house = {
    corporate_number,
    invoice_number,
    prefecture,
    city,
    url,
    note,
    relation_since,
    amount,
    extra,
  };
  return { name_kana, honorific, department, title, roles, ...house, purpose, source };
}

/** What the audit trail says of a customer that was made or changed. */
export function changeOf(draft: Draft, { owners }: Belongings): Change {
  const { names, points, codes } = draft.added;
  const after: Record<string, unknown> = draft.isNew ? filled(draft) : {};
  if (!draft.isNew) {
    for (const column of Object.keys(draft.old)) after[column] = draft[column as keyof Draft];
  }
  if (names.length > 0) after.aliases = names.map((one) => one.name);
  if (points.length > 0) after.contactPoints = points.map(({ kind, value }) => ({ kind, value }));
  if (codes.length > 0) after.codes = codes;
  if (owners.length > 0) after.owners = draft.added.owners;
  const before = draft.isNew ? null : draft.old;
  return { entity: "customer", entityId: draft.id, customerId: draft.id, before, after };
}

function filled(draft: Draft): Record<string, unknown> {
  const { kind, parent_id, name, import_id } = draft;
  const told: Record<string, unknown> = { kind, name, import_id };
  if (parent_id) told.parent_id = parent_id;
  for (const [column, value] of Object.entries(valuesOf(draft))) {
    if (value !== null && (typeof value !== "object" || Object.keys(value).length > 0)) told[column] = value;
  }
  return told;
}
