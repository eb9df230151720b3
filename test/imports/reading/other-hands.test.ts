import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openList, readRows } from "../../../core/imports/reading/index.ts";
import { toDelimited } from "./generate.ts";
import { otherList } from "./other-hands.ts";
import { allRows } from "./read.ts";
import { createTally } from "./tally.ts";

describe("lists by other hands", () => {
  it("gets at least 99 in 100 of every field, every empty cell, every reject and every column right", async () => {
    const tally = createTally();
    for (let seed = 1; seed <= 120; seed++) await tally.take(otherList(seed, [12, 40, 150][seed % 3]!));

    for (const [field, share] of Object.entries(tally.shares()))
      expect(share, field).toBeGreaterThanOrEqual(0.99);
    expect(tally.rejectsF1()).toBeGreaterThanOrEqual(0.99);
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
