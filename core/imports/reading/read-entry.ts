import { type Day, parseNumeral } from "../../japanese/index.ts";
import { amountOf } from "../../purchases/index.ts";
import { activityOf } from "./activity-words.ts";
import type { RecognizedColumn } from "./columns.ts";
import { EntryCells } from "./entry-cells.ts";
import { isOfEntry } from "./entry-columns.ts";
import { type ImportedRow, rejectRow } from "./imported-row.ts";
import { normalizeLabel } from "./labels.ts";
import type { ListKind } from "./list-kinds.ts";

interface EntryContext {
  today?: Day | undefined;
  unit: string | null;
}

/**
 * Makes the reader of what a row says of its entry; `row` has been read for its customer. Columns nobody knows are told with
 * the entry, not with the customer. A row without a day is rejected: an entry cannot stand nowhere in time.
 */
export function createEntryReader(
  kind: ListKind,
  columns: readonly RecognizedColumn[],
  context: EntryContext,
): (row: ImportedRow, cells: readonly string[]) => ImportedRow {
  if (kind === "customers") return (row) => row;
  const own = columns.filter((column) => isOfEntry(kind, column.use));
  const take = kind === "activities" ? takeActivity : takePurchase;
  return (row, cells) => {
    if (row.status === "rejected") return row;
    const entry = new EntryCells(row, own, cells);
    take(row, entry, context);
    row.extra = {};
    row.ownerName = null;
    return row;
  };
}

function takeActivity(row: ImportedRow, entry: EntryCells, { today }: EntryContext): void {
  const typed = entry.text("date") ?? "";
  const read = entry.date("date", today);
  if (!read || read.precision === "year") {
    if (read) entry.refuse("date", "date_unreadable");
    rejectRow(row, "no_date");
    return;
  }
  const word = entry.text("activity");
  const told = word === null ? null : activityOf(word);
  const byHeader = activityOf(normalizeLabel(entry.header("date")));
  if (word !== null && (told === null || told.telling))
    entry.aside.push(`${entry.header("activity")}: ${word}`);
  const time = timeIn(entry.text("time") ?? "") ?? timeIn(typed);
  row.activity = {
    date: read.date,
    precision: read.precision,
    time: read.precision === "day" ? time : null,
    kind: told?.kind ?? byHeader?.kind ?? "contact",
    direction: told ? told.direction : null,
    title: entry.text("subject"),
    body: lines(entry.texts("note"), entry.aside, extraOf(row)) ?? "",
    author: entry.text("owner") ?? row.ownerName,
  };
}

function takePurchase(row: ImportedRow, entry: EntryCells, { today, unit }: EntryContext): void {
  const delivered = entry.date("deliveryDate", today);
  const read = entry.date("date", today) ?? (entry.text("date") === null ? delivered : null);
  if (!read) {
    rejectRow(row, "no_date");
    return;
  }
  const counted = quantityIn(entry);
  const unitPrice = entry.amount("unitPrice", unit);
  const product = amountOf(counted.quantity, unitPrice);
  const amount = entry.amount("amount", unit);
  if (entry.text("item") === null && amount === null && product === null) {
    rejectRow(row, "no_item");
    return;
  }
  if (amount !== null && product !== null && !isSum(amount, product, entry.header("amount"))) {
    entry.refuse("amount", "amount_differs", `${amount} ≠ ${product}`);
  }
  row.purchase = {
    date: read.date,
    precision: read.precision,
    deliveredOn: delivered?.precision === "day" ? delivered.date : null,
    item: entry.text("item"),
    ...counted,
    unitPrice,
    amount: amount ?? product,
    note: lines(entry.texts("note"), entry.aside, extraOf(row)),
    author: entry.text("owner") ?? row.ownerName,
  };
}

/** 「10個」 is ten and 個; a column for the unit comes before that. */
function quantityIn(entry: EntryCells): { quantity: number | null; unit: string | null } {
  const typed = entry.text("quantity");
  const unit = entry.text("unit");
  if (typed === null) return { quantity: null, unit };
  const found = /^([-−△▲]?)\s*([\d,]+(?:\.\d+)?)\s*(\D{0,10})$/.exec(typed.normalize("NFKC").trim());
  const number = found ? parseNumeral(found[2]!) : null;
  if (!found || number === null) {
    entry.refuse("quantity", "quantity_unreadable");
    return { quantity: null, unit };
  }
  return { quantity: found[1] === "" ? number : -number, unit: unit ?? (found[3]!.trim() || null) };
}

/** Fractions of a yen are rounded in any way; a sum that includes 消費税 (8 or 10 %) says so in its header. */
function isSum(amount: number, product: number, header: string): boolean {
  const rates = /税込/.test(header) ? [1, 1.08, 1.1] : [1];
  return rates.some((rate) => Math.abs(amount - product * rate) < 1);
}

/** "14:30" of 「2024/5/1 14:30」 and 「午後2時半」; midnight is how programs write a day, and an instant has its own zone. */
function timeIn(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const found =
    /(午前|午後|[ap]\.?m\.?)?\s*(?<!\d)(\d{1,2})(?::|時)(\d{1,2}|半)?(?:\D.*?([ap]\.?m\.?))?/i.exec(text);
  if (!found) return null;
  const half = `${found[1] ?? ""}${found[4] ?? ""}`;
  const hours = Number(found[2]) + (/午後|p/i.test(half) && Number(found[2]) < 12 ? 12 : 0);
  const minutes = found[3] === "半" ? 30 : Number(found[3] ?? 0);
  if (hours > 23 || minutes > 59 || (hours === 0 && minutes === 0)) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function extraOf(row: ImportedRow): string[] {
  return Object.entries(row.extra).map(([header, value]) => `${header}: ${value}`);
}

function lines(...parts: string[][]): string | null {
  return parts.flat().join("\n") || null;
}
