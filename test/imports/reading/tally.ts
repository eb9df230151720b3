import { primaryPhone, readRows } from "../../../core/imports/reading/index.ts";
import type { OtherGold, OtherList } from "./other-hands.ts";
import { allRows } from "./read.ts";

/** How much of each field was read right, and F1 of the rejects. */
export interface Tally {
  take(made: OtherList): Promise<void>;
  /** Field → share of the cells that are right, empty ones included; `columns` and `reason` among them. */
  shares(): Record<string, number>;
  rejectsF1(): number;
}

/** Reads lists and holds them against their gold. */
export function createTally(): Tally {
  const counts: Record<string, { seen: number; right: number }> = {};
  const rejects = { given: 0, meant: 0, right: 0 };
  const count = (field: string, want: unknown, got: unknown) => {
    const one = counts[field] ?? { seen: 0, right: 0 };
    counts[field] = one;
    one.seen++;
    if (JSON.stringify(want ?? null) === JSON.stringify(got ?? null)) one.right++;
  };
  return {
    async take(made) {
      const list = readRows(made.records);
      const rows = await allRows(list);
      if (rows.length !== made.records.length) throw new Error("a record is not accounted for");
      made.columns.forEach(({ field }, index) => {
        count("columns", field, list.columns[index]?.field);
      });
      made.gold.forEach((gold, at) => {
        const row = rows[at]!;
        count("reason", gold.reason, row.reason);
        if (row.reason) rejects.given++;
        if (gold.reason) rejects.meant++;
        if (gold.reason && row.reason === gold.reason) rejects.right++;
        if (gold.reason || row.reason) return;
        for (const [field, got] of Object.entries(fieldsOfRow(row)))
          count(field, gold[field as keyof OtherGold], got);
      });
    },
    shares: () =>
      Object.fromEntries(Object.entries(counts).map(([field, { seen, right }]) => [field, right / seen])),
    rejectsF1: () => (2 * rejects.right) / (rejects.given + rejects.meant),
  };
}

function fieldsOfRow(row: Awaited<ReturnType<typeof allRows>>[number]): Omit<OtherGold, "reason"> {
  const phone = primaryPhone(row);
  return {
    company: row.company,
    person: row.persons.map((one) => one.name.replace(/\s+/g, " ")),
    email: row.emails[0] ?? null,
    phone: phone?.e164 ?? null,
    ext: phone?.ext ?? null,
    postal: row.postal,
    prefecture: row.prefecture,
    city: row.city,
    date: row.date,
    amount: row.amount,
    owner: row.ownerName,
  };
}
