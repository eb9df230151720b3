import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAmount, parseNumeral } from "../../core/japanese/index.ts";

describe("parseAmount", () => {
  test.each([
    ["1,200", 1200],
    ["¥1,200", 1200],
    ["￥１，２００", 1200],
    ["\\1,200", 1200],
    ["1,200円", 1200],
    ["¥1,200-", 1200],
    ["￥1,200.-", 1200],
    ["1,200 JPY", 1200],
    ["金1,200円也", 1200],
    ["1,200円(税込)", 1200],
    ["(税込)1,200円", 1200],
    ["約1,200円", 1200],
    ["年間 約500万円", 5_000_000],
    ["年1,200円", 1200],
    ["1,200円/年", 1200],
    ['"1,200"', 1200],
    ["1、200", 1200],
    ["∆1,200", -1200],
    ["3億円強", 300_000_000],
    ["1,200円 ※概算", 1200],
    ["1,200(円)", 1200],
    ["1,200円（消費税込）", 1200],
    ["1234.5", 1234.5],
    ["0", 0],
    ["1.2千円", 1200],
    ["1,234千円", 1_234_000],
    ["120万", 1_200_000],
    ["120万円", 1_200_000],
    ["12万3456円", 123_456],
    ["1億2,000万円", 120_000_000],
    ["1億2千万円", 120_000_000],
    ["3千5百万円", 35_000_000],
    ["1.5億", 150_000_000],
    ["1.005億", 100_500_000],
    ["10百万円", 10_000_000],
    ["三百五十万円", 3_500_000],
    ["金壱百万円也", 1_000_000],
    ["△1,200", -1200],
    ["▲ 1,200", -1200],
    ["-1,200", -1200],
    ["−1,200", -1200],
    ["(1,200)", -1200],
    ["（１，２００）円", -1200],
    ["¥-1,200", -1200],
    ["△(1,200)", -1200],
  ])("reads %s", (text, yen) => {
    expect(parseAmount(text)).toBe(yen);
  });

  test.each([
    "",
    "-",
    "無料",
    "円",
    "千",
    "$100",
    "3.31E+08",
    "100〜200万円",
    "1,2345",
    "1.234.567",
    "1 234",
    "1000円/月",
    "2026/4/1",
    "万億",
  ])("takes %j for no amount", (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  test("uses the unit of the column only where the cell has none", () => {
    expect(parseAmount("1,234", { unit: "千円" })).toBe(1_234_000);
    expect(parseAmount("1,234円", { unit: "千円" })).toBe(1234);
    expect(parseAmount("5", { unit: "売上（単位：百万円）" })).toBe(5_000_000);
    expect(parseAmount("△5", { unit: "万円" })).toBe(-50_000);
  });

  test("reads back every whole amount in each notation", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (yen) => {
        const grouped = yen.toLocaleString("en-US");
        expect(parseAmount(`¥${grouped}`)).toBe(yen);
        expect(parseAmount(`▲${grouped}円`)).toBe(-yen);
        expect(parseAmount(`${yen}万円`)).toBe(yen * 10_000);
      }),
    );
  });

  test("never throws and never answers NaN", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789,.¥円千万億百△()-E壱三 ") }), (text) => {
        expect(parseAmount(text)).not.toBeNaN();
      }),
      { numRuns: 3000 },
    );
  });
});

test("reads numerals in kanji", () => {
  expect(parseNumeral("二〇二六")).toBe(2026);
  expect(parseNumeral("二十三")).toBe(23);
  expect(parseNumeral("千二百")).toBe(1200);
  expect(parseNumeral("百千")).toBeNull();
});
