import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeGrams, keysOf, mailGrams, searchDocument, startGrams } from "../../core/customers/index.ts";
import { foldText, queryGrams } from "../../core/japanese/index.ts";

describe("searchDocument", () => {
  it("keeps names without the common legal forms, but says which other form it is", () => {
    expect(searchDocument({ name: "㈱サンワ" }).folded).toBe(" さんわ ");
    expect(searchDocument({ name: "医療法人みどり会" }).folded).toBe(" みどり会 医療法人 ");
  });

  it("marks codes, numbers and addresses, so that one is never taken for another", () => {
    const { folded, grams } = searchDocument(
      { name: "丸八" },
      ["A-01"],
      ["+81312345678"],
      ["Info@Maru.Example"],
    );
    expect(folded).toBe(" 丸八 まるはち =a01 #0312345678 @info@maru.example ");
    expect(grams).toEqual(expect.arrayContaining(["丸", "丸八", "^丸八", "=a01", "#0312", "#5678", "@inf"]));
  });

  it("finds a site by its company's name too", () => {
    const { folded } = searchDocument({
      name: "大阪支店",
      houseNames: ["田中商事株式会社", "タナカショウジ"],
    });
    expect(folded).toContain(" 田中商事大阪支店 ");
  });

  it("reads the common words of a name whose reading nobody typed, and guesses nothing where somebody did", () => {
    expect(searchDocument({ name: "株式会社田中鋲螺" }).folded).toBe(" 田中鋲螺 たなか ");
    expect(searchDocument({ name: "鈴木 一郎" }).grams).toEqual(expect.arrayContaining(["すず", "^すず"]));
    expect(searchDocument({ name: "東海林商店", nameKana: "ショウジショウテン" }).folded).not.toContain(
      "とうかい",
    );
  });

  it("sorts by reading where it is known", () => {
    expect(
      searchDocument({ name: "株式会社渡邉製作所", nameKana: "カ）ワタナベセイサクショ" }).sortKey,
    ).toMatch(/^わたなべ/);
  });

  it("holds every part of every name that is put in", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 30 }),
        fc.nat(30),
        fc.nat(30),
        (name, from, length) => {
          const document = searchDocument({ name: "甲", aliases: [name] });
          const part = [...foldText(name)].slice(from, from + length + 1).join("");
          if (part === "" || !document.folded.includes(part)) return;
          for (const gram of queryGrams(part)) expect(document.grams).toContain(gram);
        },
      ),
    );
  });

  it("never has an empty gram", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string()),
        fc.array(fc.string()),
        fc.array(fc.string()),
        (name, a, b, c) => {
          expect(searchDocument({ name }, a, b, c).grams).not.toContain("");
        },
      ),
    );
  });
});

it("gives one key to spellings of one company name", () => {
  expect(keysOf("㈱髙橋工務店")[0]).toBe(keysOf("高橋工務店 株式会社")[0]);
});

it("cuts codes and addresses into windows of three, a short code not at all", () => {
  expect(codeGrams("10234")).toEqual(["=102", "=023", "=234"]);
  expect(codeGrams("7")).toEqual(["=7"]);
  expect(mailGrams("a@b.jp")).toEqual(["@a@b", "@@b.", "@b.j", "@.jp"]);
});

it("takes the first pair of a name and every pair of a text", () => {
  expect(startGrams("田中商事", 1)).toEqual(["^田中"]);
  expect(startGrams("田中商事")).toEqual(["^田中", "^中商", "^商事"]);
});
