import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldLoose, foldText, grams, queryGrams } from "../../core/japanese/index.ts";

describe("foldText", () => {
  test.each([
    ["渡邉製作所", "渡辺製作所"],
    ["渡邊", "渡辺"],
    ["髙橋", "高橋"],
    ["山﨑", "山崎"],
    ["齋藤", "斉藤"],
    ["齊藤", "斎藤"],
    ["𠮷野家", "吉野家"],
    ["濵田", "浜田"],
    ["澤田", "沢田"],
    ["國井", "国井"],
    ["櫻井", "桜井"],
    ["嶋田", "島田"],
    ["佐々木", "佐佐木"],
    ["いすゞ", "いすず"],
    ["ﾜﾀﾅﾍﾞ", "わたなべ"],
    ["ショウジ", "シヨウジ"],
    ["サーバー", "サーバ"],
    ["サ－ビス", "サービス"],
    ["ＡＢＣ　Ｃｏ．", "abc co"],
    ["田中・商事", "田中商事"],
    ["田\u00a0中\u200b商事", "田中商事"],
    ["Suprêmes délices", "supremes delices"],
    ["㈱㍻", "(株)平成"],
  ])("meets %s and %s in one key", (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  test.each([
    ["田中工業", "田中興業"],
    ["オノ", "オオノ"],
    ["ハラ", "バラ"],
    ["三和", "サンワ"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        expect(foldLoose(foldLoose(text))).toBe(foldLoose(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("keeps one space between words in the loose form", () => {
    expect(foldLoose("　田中　 商事\n大阪 ")).toBe("田中 商事 大阪");
  });
});

describe("grams", () => {
  test("gives each one- and two-character gram once", () => {
    expect(grams("たなたな").sort()).toEqual(["た", "たな", "な", "なた"]);
  });

  test("needs all pairs of a query, or its single character", () => {
    expect(queryGrams("田中商")).toEqual(["田中", "中商"]);
    expect(queryGrams("田")).toEqual(["田"]);
    expect(queryGrams("　・")).toEqual([]);
  });

  test("finds every part of a text by the grams of the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."田中商事ｱｲ髙𠮷aB・ー 々"), minLength: 2, maxLength: 12 }),
        fc.nat(11),
        (text, at) => {
          const part = [...foldText(text)].slice(at % 5, (at % 5) + 3).join("");
          const all = new Set(grams(text));
          for (const gram of queryGrams(part)) expect(all.has(gram)).toBe(true);
        },
      ),
    );
  });
});
