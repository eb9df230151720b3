import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openList, primaryPhone, readRows } from "../../../core/imports/reading/index.ts";
import { toDelimited } from "./generate.ts";
import { type OtherGold, otherList } from "./other-hands.ts";
import { allRows } from "./read.ts";

type Row = Awaited<ReturnType<typeof allRows>>[number];

/** Counts what is right of each field over many lists. */
function createTally() {
  const counts: Record<string, { seen: number; right: number }> = {};
  return {
    take(field: string, want: unknown, got: unknown) {
      const count = (counts[field] ??= { seen: 0, right: 0 });
      count.seen++;
      if (JSON.stringify(want ?? null) === JSON.stringify(got ?? null)) count.right++;
    },
    shares: () =>
      Object.entries(counts).map(([field, { seen, right }]) => [field, right / seen] as [string, number]),
  };
}

function fieldsOfRow(row: Row): Omit<OtherGold, "reason"> {
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

describe("lists by other hands", () => {
  it("gets at least 99 in 100 of every field, every empty cell, every reject and every column right", async () => {
    const tally = createTally();
    let truePositives = 0;
    let rejectsGiven = 0;
    let rejectsMeant = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const made = otherList(seed, [12, 40, 150][seed % 3]!);
      const list = readRows(made.records);
      const rows = await allRows(list);
      expect(rows).toHaveLength(made.records.length);
      made.columns.forEach(({ field }, index) => {
        tally.take("columns", field, list.columns[index]?.field);
      });
      made.gold.forEach((gold, at) => {
        const row = rows[at]!;
        tally.take("reason", gold.reason, row.reason);
        if (row.reason) rejectsGiven++;
        if (gold.reason) rejectsMeant++;
        if (gold.reason && row.reason === gold.reason) truePositives++;
        if (gold.reason || row.reason) return;
        const read = fieldsOfRow(row) as Record<string, unknown>;
        for (const field of Object.keys(read))
          tally.take(field, (gold as unknown as Record<string, unknown>)[field], read[field]);
      });
    }

    for (const [field, share] of tally.shares()) expect(share, field).toBeGreaterThanOrEqual(0.99);
    expect((2 * truePositives) / (rejectsGiven + rejectsMeant)).toBeGreaterThanOrEqual(0.99);
  });

  it.each([
    ["utf-8 with a mark", ",", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["CP932", ",", (text: string) => iconv.encode(text, "cp932")],
    ["CP932 with tabs", "\t", (text: string) => iconv.encode(text, "cp932")],
    ["EUC-JP", ";", (text: string) => iconv.encode(text, "eucjp")],
    ["UTF-16", "\t", (text: string) => iconv.encode(text, "utf-16le", { addBOM: true })],
    ["UTF-16 the other way round", ",", (text: string) => iconv.encode(text, "utf-16be", { addBOM: true })],
  ])("reads the same of a file in %s as of its cells", async (_, delimiter, encode) => {
    for (const seed of [3, 4, 5, 14]) {
      const made = otherList(seed, 60);
      // What CP932 and EUC-JP have no letter for is no matter of the reader.
      const lacking = delimiter === ";" ? /[\ufffd髙﨑栁①㈱㈲]/g : /\ufffd/g;
      const records = made.records.map((cells) =>
        cells.map((cell) => iconv.decode(iconv.encode(cell, "cp932"), "cp932").replace(lacking, "高")),
      );
      const bytes = encode(toDelimited(records, delimiter));

      const rows = await allRows(await openList({ name: "list.csv", bytes }));

      const plain = await allRows(readRows(records));
      expect(rows.map(({ raw: _raw, ...row }) => row)).toEqual(plain.map(({ raw: _raw, ...row }) => row));
    }
  });
});
