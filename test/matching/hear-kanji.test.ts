import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../core/japanese/index.ts";
import { areMistakable, hearKanji } from "../../core/matching/hear-kanji.ts";
import { readingKey } from "../../core/matching/reading-key.ts";

function hear(written: string, spoken: string): number | null {
  return hearKanji(foldText(written), readingKey(spoken)!);
}

test.each([
  ["高塚光学", "タカツカコウガク"],
  ["高塚光学", "TAKATSUKA KOGAKU"],
  ["ひなた弁当", "ﾋﾅﾀﾍﾞﾝﾄｳ"],
  ["学校", "ガッコウ"],
  ["古川", "ふるかわ"],
  ["小早川", "コバヤカワ"],
  ["佐々木", "ササキ"],
  ["慎一", "Shinichi"],
  ["大谷", "Otani"],
])("hears %s in %s", (written, spoken) => {
  expect(hear(written, spoken)).toBe(0);
});

test.each([
  ["東陽精機", "トウヨウコウギョウ"],
  ["太郎", "ハナコ"],
  ["古川", "フルカワグミ"],
])("does not hear %s in %s", (written, spoken) => {
  expect(hear(written, spoken)).toBeNull();
});

test("counts the kanji that nobody can read", () => {
  expect(hear("鱻川", "センガワ")).toBe(1);
});

test("knows which kanji a slip may put in another's place", () => {
  expect(areMistakable("裕", "祐")).toBe(true);
  expect(areMistakable("太", "大")).toBe(true);
  expect(areMistakable("健", "花")).toBe(false);
});

test("comes to an end with any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const heard = hearKanji(foldText(text), readingKey("トウヨウセイキ")!);
      expect(heard === null || heard >= 0).toBe(true);
    }),
  );
});
