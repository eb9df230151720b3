import type { RecognizedColumn } from "./columns.ts";
import { entryLabel, entryRank, entryUses } from "./entry-labels.ts";
import { fieldOf, MANY, type Use } from "./fields.ts";
import type { ListKind } from "./list-kinds.ts";

/** What belongs to one entry of a list of entries, and to no customer. */
const OF_ENTRY: Record<Exclude<ListKind, "customers">, ReadonlySet<Use>> = {
  activities: new Set<Use>(["date", "time", "subject", "activity", "note", "owner"]),
  purchases: new Set<Use>([
    "date",
    "deliveryDate",
    "item",
    "quantity",
    "unit",
    "unitPrice",
    "amount",
    "note",
    "owner",
  ]),
};

export function isOfEntry(kind: ListKind, use: Use | null): boolean {
  return kind !== "customers" && use !== null && OF_ENTRY[kind].has(use);
}

/** A number of a slip or of goods is no customer's code. */
const CUSTOMERS =
  /得意先|取引先|顧客|会社|企業|法人|お?客|会員|仕入先|請求先|納入先|customer|client|account|company/;

/**
 * The columns of a list of entries: those that say something of the entry are taken from the customer, of whom the
 * others speak. The header decides; nobody writes 様 behind a colleague.
 */
export function columnsOfKind(columns: readonly RecognizedColumn[], kind: ListKind): RecognizedColumn[] {
  if (kind === "customers") return [...columns];
  const labels = columns.map((one) => entryLabel(one.column));
  const uses = columns.map((one, index) => (isForeign(one, labels[index]!, kind) ? null : one.use));
  const named = new Set<number>();
  for (const use of entryUses(kind)) {
    const ranked = columns
      .map(({ index }) => ({ index, rank: rankOf(index, use) }))
      .filter((one): one is { index: number; rank: number } => one.rank !== null)
      .sort((a, b) => a.rank - b.rank || a.index - b.index);
    for (const { index } of MANY.has(use) ? ranked : ranked.slice(0, 1)) {
      uses[index] = use;
      named.add(index);
    }
    // What only seemed to be it, or says the same a second time, is told with the entry.
    if (named.size > 0 && ranked.length > 0 && !MANY.has(use)) {
      uses.forEach((one, index) => {
        if (one === use && index !== ranked[0]!.index) uses[index] = null;
      });
    }
  }
  return columns.map((one, index) => {
    const use = uses[index]!;
    if (use === one.use) return one;
    return { ...one, use, field: fieldOf(use), ask: false, confidence: use === null ? 0.5 : 0.9 };
  });

  function rankOf(index: number, use: Use): number | null {
    if (named.has(index)) return null;
    const { samples } = columns[index]!;
    if (use === "owner" && samples.some((cell) => /(様|さま|殿)$/.test(cell))) return null;
    return entryRank(kind as "activities", use, labels[index]!);
  }
}

/** What the reader of customers took for the customer's: a slip's number, 区分, an amount of this one activity. */
function isForeign({ use }: RecognizedColumn, label: string, kind: ListKind): boolean {
  if (use === "customerCode") return !CUSTOMERS.test(label);
  if (use === "role" || use === "date" || use === "note") return true;
  return use === "amount" && kind === "activities";
}
