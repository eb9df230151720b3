import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyKey, splitLegalForm } from "../../core/japanese/index.ts";

describe("splitLegalForm", () => {
  test.each([
    ["株式会社田中商事", "田中商事", "株式会社", "front"],
    ["田中商事株式会社", "田中商事", "株式会社", "back"],
    ["㈱田中商事", "田中商事", "株式会社", "front"],
    ["(株)田中商事", "田中商事", "株式会社", "front"],
    ["（株）　田中商事", "田中商事", "株式会社", "front"],
    ["田中商事(株", "田中商事", "株式会社", "back"],
    ["株）田中商事", "田中商事", "株式会社", "front"],
    ["株 式 会 社 田中商事", "田中商事", "株式会社", "front"],
    ["株式會社田中商事", "田中商事", "株式会社", "front"],
    ["有限会社丸八", "丸八", "有限会社", "front"],
    ["丸八㈲", "丸八", "有限会社", "back"],
    ["合同会社西友", "西友", "合同会社", "front"],
    ["(同)西友", "西友", "合同会社", "front"],
    ["一般社団法人日本協会", "日本協会", "一般社団法人", "front"],
    ["(一社)日本協会", "日本協会", "一般社団法人", "front"],
    ["医療法人社団　青葉会", "青葉会", "医療法人", "front"],
    ["(医)青葉会", "青葉会", "医療法人", "front"],
    ["医療法人（社団）青葉会", "青葉会", "医療法人", "front"],
    ["医)社団 青葉会", "青葉会", "医療法人", "front"],
    ["社福)　あおば会", "あおば会", "社会福祉法人", "front"],
    ["学)青葉学園", "青葉学園", "学校法人", "front"],
    ["丸八電機 株)", "丸八電機", "株式会社", "back"],
    ["丸八電機㈱ 殿", "丸八電機", "株式会社", "back"],
    ["学校法人青山学院", "青山学院", "学校法人", "front"],
    ["ＮＰＯ法人みらい", "みらい", "特定非営利活動法人", "front"],
    ["社会福祉法人あおば会", "あおば会", "社会福祉法人", "front"],
    ["税理士法人はやぶさ", "はやぶさ", "税理士法人", "front"],
    ["東京家具協同組合", "東京家具", "協同組合", "back"],
    ["カ)タナカ", "タナカ", "株式会社", "front"],
    ["ｶ)ﾀﾅｶｼﾖｳｼﾞ", "ﾀﾅｶｼﾖｳｼﾞ", "株式会社", "front"],
    ["タナカ(カ", "タナカ", "株式会社", "back"],
    ["ユ）マルハチ", "マルハチ", "有限会社", "front"],
    ["ド)セイユウ", "セイユウ", "合同会社", "front"],
    ["カブシキガイシャタナカ", "タナカ", "株式会社", "front"],
    ["ﾀﾅｶｶﾌﾞｼｷｶﾞｲｼｬ", "ﾀﾅｶ", "株式会社", "back"],
    ["アクセンチュア　カブシキ　カイシャ", "アクセンチュア", "株式会社", "back"],
    ["Tanaka Trading Co.,Ltd.", "Tanaka Trading", "株式会社", "back"],
    ["TANAKA CO., LTD", "TANAKA", "株式会社", "back"],
    ["Tanaka Trading Ｃｏ．，Ｌｔｄ．", "Tanaka Trading", "株式会社", "back"],
    ["田中工業 Co., Ltd.", "田中工業", "株式会社", "back"],
    ["Tanaka K.K.", "Tanaka", "株式会社", "back"],
    ["K.K. Tanaka", "Tanaka", "株式会社", "front"],
    ["Acme, Inc.", "Acme", "株式会社", "back"],
    ["Acme LLC", "Acme", "合同会社", "back"],
    ["Alfreds Futterkiste GmbH", "Alfreds Futterkiste", "GmbH", "back"],
    ["田中商事株式会社 御中", "田中商事", "株式会社", "back"],
    ["田中商事㈱大阪支店", "田中商事 大阪支店", "株式会社", "back"],
  ])("parts %s", (name, core, form, position) => {
    expect(splitLegalForm(name)).toEqual({ core, form, position });
  });

  test.each([
    "田中商店",
    "KKR",
    "王様",
    "Company",
    "東京農業協同組合",
    "株木建設",
    "有田焼窯元",
    "Procter & Gamble",
    "NASA",
  ])("leaves %s whole", (name) => {
    expect(splitLegalForm(name)).toEqual({ core: name, form: null, position: null });
  });

  test("takes 様 for an honorific only behind a form or a space", () => {
    expect(splitLegalForm("株式会社王様").core).toBe("王様");
    expect(splitLegalForm("田中商事㈱様").core).toBe("田中商事");
  });

  test("keeps the typed spelling of the core", () => {
    expect(splitLegalForm("㈱髙﨑　ｻﾝﾜ①").core).toBe("髙﨑　ｻﾝﾜ①");
  });
});

describe("companyKey", () => {
  test("is one for every way to write a company", () => {
    const spellings = [
      "株式会社渡邉製作所",
      "渡辺製作所㈱",
      "(株)渡邊製作所",
      "渡邉　製作所",
      "渡辺製作所 御中",
    ];

    expect(new Set(spellings.map(companyKey))).toEqual(new Set(["渡辺製作所"]));
  });

  test("leaves a former name in brackets out", () => {
    expect(companyKey("新星商事（旧：田中商事）")).toBe(companyKey("新星商事"));
    expect(companyKey("旧軽井沢ホテル")).toBe("旧軽井沢ほてる");
  });

  test("is empty when nothing but a form was written", () => {
    for (const name of ["株式会社", "㈱", "", " ", "（有）"]) expect(companyKey(name)).toBe("");
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => typeof companyKey(name) === "string"),
      { numRuns: 2000 },
    );
  });
});
