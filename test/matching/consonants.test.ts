import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../core/japanese/index.ts";
import { consonantsOf, haveSameConsonants } from "../../core/matching/consonants.ts";

test.each([
  ["Green Engineering", "グリーンエンジニアリング"],
  ["VERTEX", "ヴァーテックス"],
  ["Star Logistics", "スターロジスティクス"],
  ["Vision Systems", "ビジョンシステムズ"],
  ["Technology Lab", "テクノロジーラボ"],
  ["Forest Service", "ﾌｫﾚｽﾄｻｰﾋﾞｽ"],
  ["Natural Food", "ナチュラルフード"],
  ["Signal Design", "シグナルデザイン"],
  ["Castle Magnet", "キャッスルマグネット"],
  ["Tower Auto", "タワーオート"],
  ["Rhythm Phoenix", "リズムフェニックス"],
])("hears %s in %s", (english, kana) => {
  expect(haveSameConsonants(foldText(english), foldText(kana))).toBe(true);
});

test.each([
  ["Green Engineering", "ブルーエンジニアリング"],
  ["Star Logistics", "スターロジスティクス物流"],
  ["A", "エー"],
])("does not hear %s in %s", (english, kana) => {
  expect(haveSameConsonants(foldText(english), foldText(kana))).toBe(false);
});

test("reads any text to its end", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(consonantsOf(foldText(text)) ?? "").toMatch(/^[A-Z0-9]*$/);
    }),
  );
});
