import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bankKana,
  romajiToKana,
  sameReading,
  sortKey,
  toHiragana,
  toKatakana,
} from "../../core/japanese/index.ts";

describe("sameReading", () => {
  test.each([
    ["サトウ", "さとう"],
    ["ｻﾄｳ", "サトウ"],
    ["サトウ", "Sato"],
    ["サトウ", "Satoh"],
    ["サトー", "サトウ"],
    ["タナカ　タロウ", "Taro Tanaka"],
    ["ケンイチ", "Kenichi"],
    ["オオタニ ショウヘイ", "Shohei Ohtani"],
    ["ミヅホ", "ミズホ"],
    ["ジュンイチ", "Jun'ichi"],
    ["タナカシヨウジ", "タナカショウジ"],
  ])("hears %s and %s as one", (a, b) => {
    expect(sameReading(a, b)).toBe(true);
    expect(sameReading(b, a)).toBe(true);
  });

  test.each([
    ["オノ", "オオノ"],
    ["サトウ", "サイトウ"],
    ["田中", "タナカ"],
    ["サトウ", "Smith"],
    ["", ""],
  ])("tells %s from %s", (a, b) => {
    expect(sameReading(a, b)).toBe(false);
  });
});

test.each([
  ["Watanabe", "ワタナベ"],
  ["Ohtani Shohei", "オオタニ ショヘイ"],
  ["Tarō", "タロウ"],
  ["Shimbashi", "シンバシ"],
  ["Hattori", "ハットリ"],
  ["Smith", null],
  ["John", null],
  ["", null],
])("writes %s in kana", (text, kana) => {
  expect(romajiToKana(text)).toBe(kana);
});

test("writes names as a bank does", () => {
  expect(bankKana("カブシキガイシャタナカショウジ")).toBe("ｶ)ﾀﾅｶｼﾖｳｼﾞ");
  expect(bankKana("タナカショウジ㈱")).toBe("ﾀﾅｶｼﾖｳｼﾞ(ｶ");
  expect(bankKana("さーばー")).toBe("ｻ-ﾊﾞ-");
});

test("sorts by reading, else by name, without the legal form", () => {
  expect(sortKey("株式会社田中", "カブシキガイシャタナカ")).toBe("たなか");
  expect(sortKey("㈱田中", null)).toBe("田中");
});

test("turns kana back and forth", () => {
  expect(toHiragana("ﾀﾅｶ商事ヴィ")).toBe("たなか商事ゔぃ");
  expect(toKatakana("たなか商事")).toBe("タナカ商事");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."あいうがぱっゃゞ田a ー") }), (text) => {
      expect(toHiragana(toKatakana(text))).toBe(text);
    }),
  );
});
