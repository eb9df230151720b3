import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sniffDelimiter, splitRecords, splitText } from "../../../core/imports/reading/delimited.ts";
import { toDelimited } from "./generate.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "田", '"', ",", "\n", "\r", " ", "1", "=") });
const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

async function inPieces(text: string, size: number): Promise<string[][]> {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
  const rows: string[][] = [];
  for await (const batch of splitRecords(pieces, ",")) rows.push(...batch.map((record) => record.cells));
  return rows;
}

describe("delimited text", () => {
  it("reads back whatever was written, quotes and line breaks included", () => {
    fc.assert(
      fc.property(records, (rows) => {
        expect(splitText(toDelimited(rows), ",")).toEqual(rows);
      }),
    );
  });

  it("leaves out the mark with which programs of the time of DOS end a file", async () => {
    expect(splitText("a,b\r\n1,2\r\n\x1a", ",")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(await inPieces("a,b\r\n1,2\r\n\x1a", 4)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("agrees with csv-parse", () => {
    fc.assert(
      fc.property(records, (rows) => {
        const text = toDelimited(rows);
        expect(splitText(text, ",")).toEqual(
          parse(text, { relax_column_count: true, skip_empty_lines: false }),
        );
      }),
    );
  });

  it("reads the same however the text is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
        expect(await inPieces(toDelimited(rows), size)).toEqual(rows);
      }),
    );
  });

  it("never loses a letter of text without quotes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", ",", "\n", "田", "'") }), (text) => {
        const whole = text.endsWith("\n") || text === "" ? text : `${text}\n`;
        expect(
          splitText(text, ",")
            .map((cells) => `${cells.join(",")}\n`)
            .join(""),
        ).toBe(whole);
      }),
    );
  });

  it("keeps quotes inside bare cells and inside sloppily quoted ones", () => {
    expect(splitText('会社,="03-1",12"画面\n"12"画面",次\n', ",")).toEqual([
      ["会社", '="03-1"', '12"画面'],
      ['12"画面', "次"],
    ]);
  });

  it("takes a quote that is never closed for a letter instead of the rest of the file", () => {
    const text = `会社,備考\nあおば,"閉じない\n${"しらかば,ふつう\n".repeat(500)}`;

    const rows = splitText(text, ",");

    expect(rows).toHaveLength(502);
    expect(rows[1]).toEqual(["あおば", '"閉じない']);
  });

  it("refuses a record that never ends before it fills the memory", async () => {
    async function* endless() {
      while (true) yield "あ".repeat(65_536);
    }
    const read = async () => {
      for await (const _ of splitRecords(endless(), ","));
    };

    await expect(read()).rejects.toMatchObject({ code: "record_too_long", params: { row: "1" } });
  });

  it("counts blank lines as records", () => {
    expect(splitText("a,b\n\n\nc,d", ",")).toEqual([["a", "b"], [""], [""], ["c", "d"]]);
  });

  it.each([
    [",", "会社,電話\n㈱あおば;本店,03\n"],
    ["\t", "会社\t電話, FAX\n㈱あおば\t03\n"],
    [";", "会社;電話\n㈱あおば;03,04\n㈱みなと;05\n"],
  ])("finds %j by looking", (delimiter, text) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});
