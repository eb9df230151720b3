import { describe, expect, test } from "vitest";
import { splitSite } from "../../core/japanese/index.ts";

describe("splitSite", () => {
  test.each([
    ["田中商事 大阪支店", "田中商事", "大阪支店", null],
    ["田中商事㈱大阪営業所", "田中商事㈱", "大阪営業所", null],
    ["田中商事大阪支店", "田中商事", "大阪支店", null],
    ["田中商事（大阪支店）", "田中商事", "大阪支店", null],
    ["Japan Green Energy 本社", "Japan Green Energy", "本社", null],
    ["Studio 88 横浜工場", "Studio 88", "横浜工場", null],
    ["田中商事株式会社　本社", "田中商事株式会社", "本社", null],
    ["田中商事(株)本社工場", "田中商事(株)", "本社工場", null],
    ["三菱UFJ銀行新宿支店", "三菱UFJ銀行", "新宿支店", null],
    ["田中商事㈱ 物流センター", "田中商事㈱", "物流センター", null],
    ["田中商事㈱／大阪支店", "田中商事㈱", "大阪支店", null],
    ["焼肉 アルファ／大阪支店", "焼肉 アルファ", "大阪支店", null],
    ["焼肉 アルファ 大阪支店", "焼肉 アルファ", "大阪支店", null],
    ["Sakura Trading Co., Ltd. 関西営業所", "Sakura Trading Co., Ltd.", "関西営業所", null],
    ["株式会社田中商事 購買部", "株式会社田中商事", null, "購買部"],
    ["田中商事購買部", "田中商事", null, "購買部"],
    ["田中商事㈱大阪支店購買部", "田中商事㈱", "大阪支店", "購買部"],
    ["㈱田中商事 東京支店 営業第一課", "㈱田中商事", "東京支店", "営業第一課"],
    ["株式会社NIMBUS Sports 佐賀支社", "株式会社NIMBUS Sports", "佐賀支社", null],
    ["株式会社NIMBUS Bakery岸和田出張所", "株式会社NIMBUS Bakery", "岸和田出張所", null],
    ["株式会社青木眼鏡所沢工場", "株式会社青木眼鏡", "所沢工場", null],
    ["株式会社明和米穀千代田店", "株式会社明和米穀", "千代田店", null],
    ["有限会社山陽ネット津営業所", "有限会社山陽ネット", "津営業所", null],
  ])("parts %s", (name, company, site, department) => {
    expect(splitSite(name)).toEqual({ company, site, department });
  });

  test.each([
    "㈱ 大東 書店",
    "新星商事㈱（旧・昭和倉庫）",
    "(株)岸和田 保険事務所",
    "麺処 神田製作所",
    "㈱丸栄 酒店",
    "株式会社日立製作所",
    "株式会社福島商店",
    "松江書店",
    "野村総合研究所",
    "株式会社野村総合研究所",
    "山田税理士事務所",
    "山田 税理士事務所",
    "渡辺製作所",
    "田中倶楽部",
    "田中 倶楽部",
    "日本物流センター",
    "田中物流",
    "横浜支店",
    "株式会社 企画室",
    "山田 設計室",
    "山田商店 阿部",
    "田中商事",
  ])("leaves %s whole", (name) => {
    expect(splitSite(name)).toEqual({ company: name, site: null, department: null });
  });
});

test("leaves two partners of an office whole", () => {
  expect(splitSite("株式会社山田／佐藤事務所")).toMatchObject({
    company: "株式会社山田／佐藤事務所",
    site: null,
  });
});
