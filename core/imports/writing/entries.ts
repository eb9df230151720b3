import { instantOf } from "../../kernel/clock.ts";
import type { OperationContext } from "../../kernel/context.ts";
import type { ImportedRow } from "../reading/index.ts";
import type { StoredImport } from "../stored.ts";
import type { RowOutcome } from "./compose.ts";
import { membersNamed } from "./owners.ts";
import { findTold, keyOfEntry, type TableOfEntries } from "./told-entries.ts";

/** A row of `history_entry` or `purchase`, columns as they are called in SQL. */
export interface EntryRow {
  id: string;
  customer_id: string;
  external_id: string;
  [column: string]: unknown;
}

/** What the rows of a chunk put on the history, or among the purchases; `byRow` holds those that are new. */
export interface Entries {
  table: TableOfEntries;
  byRow: Map<number, EntryRow>;
}

/**
 * The entries that the rows of a chunk become, each once however often its list comes. Authors whom nobody knows become
 * members without a login. Marks the outcome of each row that brings one. Null for a list of customers.
 */
export async function composeEntries(
  context: OperationContext,
  stored: StoredImport,
  rows: readonly { data: ImportedRow; outcome: RowOutcome }[],
): Promise<Entries | null> {
  if (stored.kind !== "activities" && stored.kind !== "purchases") return null;
  const table = stored.kind === "activities" ? "history_entry" : "purchase";
  const names = rows.map(({ data }) => (data.activity ?? data.purchase)?.author ?? "");
  const membersOf = await membersNamed(context, stored.id, names);
  const drafts = rows.flatMap(({ data, outcome }, at) => {
    const base = {
      id: context.newId(),
      customer_id: outcome.party.id,
      external_id: `import:${stored.fileHash || stored.id}:${stored.sheet ?? ""}:${outcome.row}`,
      recorder_id: stored.createdById,
    };
    const members = membersOf(names[at]!);
    const more = data.activity
      ? historyColumns(context, stored, data.activity, members, outcome.contactIds)
      : data.purchase && purchaseColumns(stored, data.purchase, members);
    return more ? [{ outcome, entry: { ...base, ...more } as EntryRow }] : [];
  });
  const told = await findTold(
    context,
    stored.id,
    table,
    drafts.map(({ entry }) => entry),
  );
  const byRow = new Map<number, EntryRow>();
  for (const { outcome, entry } of drafts) {
    if (told.ids.has(entry.external_id)) continue;
    if (told.keys.has(keyOfEntry(table, entry))) {
      outcome.issues.push({ code: "told_before", column: null, value: null });
      continue;
    }
    byRow.set(outcome.row, entry);
    if (outcome.status === "unchanged") outcome.status = "updated";
  }
  return { table, byRow };
}

function historyColumns(
  context: OperationContext,
  stored: StoredImport,
  activity: NonNullable<ImportedRow["activity"]>,
  [author, ...others]: readonly string[],
  contactIds: readonly string[],
) {
  const { date, precision, time, kind, direction, title, body } = activity;
  return {
    kind,
    direction,
    occurred_at: instantOf(time ? `${date}T${time}` : date, context.workspace.timeZone).toISOString(),
    precision: time ? "time" : precision,
    author_id: author ?? null,
    member_ids: others,
    contact_ids: contactIds,
    title,
    body,
    ref_type: "import",
    ref_id: stored.id,
  };
}

function purchaseColumns(
  stored: StoredImport,
  purchase: NonNullable<ImportedRow["purchase"]>,
  [member]: readonly string[],
) {
  const { item, quantity, unit, unitPrice, amount, date, precision, deliveredOn, note } = purchase;
  return {
    item,
    quantity,
    unit,
    unit_price: unitPrice,
    amount,
    purchased_on: date,
    precision,
    delivered_on: deliveredOn,
    note,
    member_id: member ?? null,
    import_id: stored.id,
  };
}
