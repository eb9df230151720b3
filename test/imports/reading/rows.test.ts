import { describe, expect, it } from "vitest";
import { primaryPhone, readRows } from "../../../core/imports/reading/index.ts";
import { allRows, table } from "./read.ts";

async function rowOf(cells: Record<string, string>) {
  const list = readRows([Object.keys(cells), Object.values(cells)], { today: "2026-11-22" });
  return (await allRows(list))[1]!;
}

describe("rows", () => {
  it("keeps the typed spelling and derives a key without the legal form", async () => {
    const row = await rowOf({ 会社名: "　㈱渡邉　製作所 ", TEL: "03-5550-0101" });

    expect(row).toMatchObject({ company: "㈱渡邉　製作所", companyTyped: "㈱渡邉　製作所", site: null });
    expect(row.companyKey).toBe((await rowOf({ 会社名: "渡辺製作所株式会社", TEL: "" })).companyKey);
  });

  it("parts a branch and a department from the company, white space as typed", async () => {
    expect(await rowOf({ 会社名: "株式会社　田中商事　大阪支店", TEL: "" })).toMatchObject({
      company: "株式会社　田中商事",
      companyTyped: "株式会社　田中商事　大阪支店",
      site: "大阪支店",
    });
    expect(await rowOf({ 会社名: "田中商事㈱購買部", TEL: "" })).toMatchObject({
      company: "田中商事㈱",
      department: "購買部",
    });
  });

  it("reads 千葉 in a column for prefectures as the prefecture, whatever city follows", async () => {
    const row = await rowOf({ 会社名: "あおば商事", 都道府県: "千葉", 市区町村: "市川市", 番地: "八幡1-1" });

    expect(row).toMatchObject({ prefecture: "千葉県", city: "市川市", address: "千葉市川市八幡1-1" });
  });

  it("takes who stands behind the firm in its cell for a person, unless a column names one", async () => {
    const cell = "㈱田中商事 大阪支店　佐藤様";

    expect(await rowOf({ 会社名: cell, TEL: "" })).toMatchObject({
      company: "㈱田中商事",
      site: "大阪支店",
      persons: [{ name: "佐藤" }],
    });
    expect(
      (await rowOf({ 会社名: "㈱田中商事 代表取締役 田中太郎", 氏名: "佐藤花子" })).persons,
    ).toMatchObject([{ name: "佐藤花子" }]);
    expect(await rowOf({ 会社名: "㈱川崎 物流 様", TEL: "" })).toMatchObject({
      company: "㈱川崎 物流",
      persons: [],
    });
    expect(await rowOf({ 会社名: "株式会社　王様 本舗", TEL: "" })).toMatchObject({
      company: "株式会社　王様 本舗",
      persons: [],
    });
    expect(await rowOf({ 会社名: "株式会社田中 / 株式会社佐藤商店", TEL: "" })).toMatchObject({ site: null });
  });

  it("takes a reading inside the name cell for the フリガナ", async () => {
    expect(await rowOf({ 会社名: "田中商事（タナカショウジ）", TEL: "" })).toMatchObject({
      company: "田中商事",
      companyKana: "タナカショウジ",
    });
    expect(await rowOf({ 会社名: "(株)田中", TEL: "" })).toMatchObject({
      company: "(株)田中",
      companyKana: null,
    });
    expect(await rowOf({ 会社名: "㈱丸山〔まるやま〕", TEL: "" })).toMatchObject({ company: "㈱丸山" });
    expect(await rowOf({ 会社名: "丸山サービス(マルヤマサービス)", TEL: "" })).toMatchObject({
      company: "丸山サービス",
    });
    expect(await rowOf({ 会社名: "グリーン（ぐりーん）", TEL: "" })).toMatchObject({ company: "グリーン" });
    for (const addressed of ["株式会社丸山 殿", "株式会社丸山　各位", "株式会社丸山 御 中"])
      expect(await rowOf({ 会社名: addressed, TEL: "" })).toMatchObject({ company: "株式会社丸山" });
  });

  it("takes kana behind a space for the フリガナ where they sound like the name in front", async () => {
    const read = async (text: string) => (await rowOf({ 会社名: text, TEL: "03-5550-0101" })).company;

    expect(await read("㈱光洋食品　コウヨウショクヒン")).toBe("㈱光洋食品");
    expect(await read("株式会社港設備 ﾐﾅﾄｾﾂﾋﾞ")).toBe("株式会社港設備");
    expect(await read("福寿鉄工所㈱　フクジュテッコウショ")).toBe("福寿鉄工所㈱");
    expect(await read("相模リース㈱　サガミリース")).toBe("相模リース㈱");
    expect(await read("㈱田中 テクノサービス")).toBe("㈱田中 テクノサービス");
    expect(await read("三和 サンワホーム")).toBe("三和 サンワホーム");
  });

  it("takes 様 off a firm that is addressed by its legal form, and leaves it to a firm called so", async () => {
    expect(await rowOf({ 会社名: "(有)常盤塗装様" })).toMatchObject({ company: "(有)常盤塗装" });
    expect(await rowOf({ 会社名: "株式会社王様" })).toMatchObject({ company: "株式会社王様" });
    expect(await rowOf({ 会社名: "焼肉の王様" })).toMatchObject({ company: "焼肉の王様" });
  });

  it("takes the day that programs write for no day for none", async () => {
    expect(await rowOf({ 会社名: "あおば商事", 取引開始日: "9999/12/31" })).toMatchObject({
      date: null,
      issues: [{ code: "no_such_date" }],
    });
  });

  it("reads two people of one cell and nobody of ご担当者様", async () => {
    const two = await rowOf({ 会社名: "あおば商事", 先方担当: "山田様・佐藤様" });
    const nobody = await rowOf({ 会社名: "あおば商事", 先方担当: "ご担当者様" });

    expect(two.persons.map(({ name, honorific }) => [name, honorific])).toEqual([
      ["山田", "様"],
      ["佐藤", "様"],
    ]);
    expect(nobody.persons).toEqual([]);
  });

  it("takes a reading on a line of its own for the reading of the name above", async () => {
    const list = readRows([
      ["会社名", "氏名"],
      ["株式会社甲", "山田太郎\n（やまだ たろう）"],
    ]);

    const rows = await allRows(list);

    expect(rows[1]!.persons).toMatchObject([{ name: "山田太郎", kana: "やまだ たろう" }]);
  });

  it("joins 姓 and 名 with their readings", async () => {
    const row = await rowOf({
      姓: "山田",
      名: "太郎",
      セイ: "ヤマダ",
      メイ: "タロウ",
      会社名: "あおば商事",
      役職: "部長",
    });

    expect(row.persons).toEqual([
      {
        name: "山田 太郎",
        family: "山田",
        given: "太郎",
        kana: "ヤマダ タロウ",
        title: "部長",
        department: null,
        honorific: null,
      },
    ]);
  });

  it("puts an extension behind the number, whichever column stands first", async () => {
    const row = await rowOf({ 会社名: "あおば商事", 内線: "2205", TEL: "03-5550-0101" });

    expect(primaryPhone(row)).toMatchObject({ e164: "+81355500101", ext: "2205" });
  });

  it("believes the column of a city, whatever stands in the prefecture's", async () => {
    expect(
      await rowOf({ 会社名: "あおば商事", 都道府県: "香川県", 市区町村: "野々市市", 番地: "三納1-1" }),
    ).toMatchObject({ city: "野々市市" });
  });

  it("puts numbers in order of use and never calls a fax", async () => {
    const row = await rowOf({
      会社名: "あおば商事",
      FAX: "03-5550-0109",
      携帯: "090-1234-5678",
      "TEL/FAX": "TEL:03-5550-0101 FAX:03-5550-0102",
    });
    const faxOnly = await rowOf({ 会社名: "あおば商事", TEL: "", FAX: "03-5550-0109" });

    expect(row.phones.map((phone) => [phone.kind, phone.display])).toEqual([
      ["phone", "03-5550-0101"],
      ["mobile", "090-1234-5678"],
      ["fax", "03-5550-0109"],
      ["fax", "03-5550-0102"],
    ]);
    expect(primaryPhone(row)?.display).toBe("03-5550-0101");
    expect(primaryPhone(faxOnly)).toBeNull();
  });

  it("leaves a rounded number, an impossible date and wrong digits empty, with an issue, and keeps what was typed", async () => {
    const row = await rowOf({
      会社名: "あおば商事",
      TEL: "3.31E+08",
      取引開始日: "2026/2/30",
      法人番号: "5070001000716",
      郵便番号: "12",
    });

    expect(row).toMatchObject({
      phones: [],
      rawPhones: ["3.31E+08"],
      date: null,
      corporateNumber: null,
      postal: null,
    });
    expect(row.issues.map((issue) => issue.code)).toEqual([
      "phone_unreadable",
      "no_such_date",
      "corporate_number_wrong",
      "postal_unreadable",
    ]);
    expect(row.extra).toMatchObject({ 取引開始日: "2026/2/30", 法人番号: "5070001000716", 郵便番号: "12" });
  });

  it("joins a postal code and a phone that stand in columns of their own part by part", async () => {
    const list = table(`
      会社名|〒上3桁|〒下4桁|電話1|電話2|電話3
      ㈱山田商事|100|0005|03|3501|1234
      ㈱青葉工業|60|1|011|231|1234
      ㈱東亜建設|530|0001|06|6345|0011`);
    const rows = (await allRows(list)).slice(1);

    expect(rows.map(({ postal }) => postal)).toEqual(["100-0005", "060-0001", "530-0001"]);
    expect(rows.map(({ phones }) => phones.map(({ e164 }) => e164))).toEqual([
      ["+81335011234"],
      ["+81112311234"],
      ["+81663450011"],
    ]);
  });

  it("puts address columns together and parts them again", async () => {
    const row = await rowOf({
      会社名: "あおば商事",
      都道府県: "三重県",
      市区町村: "四日市市",
      番地: "諏訪町1-5",
      建物名: "あおばビル3F",
    });
    const twice = await rowOf({ 会社名: "あおば商事", 都道府県: "三重県", 住所: "三重県四日市市諏訪町1-5" });

    expect(row).toMatchObject({
      prefecture: "三重県",
      city: "四日市市",
      street: "諏訪町1-5",
      building: "あおばビル3F",
      address: "三重県四日市市諏訪町1-5 あおばビル3F",
    });
    expect(twice.address).toBe("三重県四日市市諏訪町1-5");
  });

  it("keeps every code with its system, roles, and columns nobody knows", async () => {
    const row = await rowOf({
      得意先コード: "00123",
      旧コード: "A-9",
      会社名: "あおば商事",
      取引区分: "得意先・仕入先",
      DM: "×",
    });

    expect(row.codes).toEqual([
      { system: "得意先コード", code: "00123" },
      { system: "旧コード", code: "A-9" },
    ]);
    expect(row.roles).toEqual(["得意先", "仕入先"]);
    expect(row.extra).toEqual({ 取引区分: "得意先・仕入先", DM: "×" });
  });

  it("takes T and 13 digits for the invoice number and the 法人番号 in it", async () => {
    expect(await rowOf({ 会社名: "あおば商事", 登録番号: "T5070001000715" })).toMatchObject({
      invoiceNumber: "T5070001000715",
      corporateNumber: "5070001000715",
    });
  });

  it.each([
    ["formula", "=A1&B1"],
    ["formula", "@SUM(1+1)*cmd|' /C calc'!A0"],
    ["mojibake", "譬ｪ蠑丈ｼ夂､ｾ縺ゅ♀縺ｰ"],
    ["mojibake", "株式会\ufffd\ufffd"],
    ["mojibake", "莠墓ｱ滉ｺｬ讖句膚莠区ｪ蠑丈ｼ夂､ｾ"],
    ["mojibake", "Š”Ž®‰ïŽÐ"],
    ["no_identity", "-"],
  ])("rejects with %s the company %s", async (reason, company) => {
    expect((await rowOf({ 会社名: company, TEL: "03-5550-0101" })).reason).toBe(reason);
  });

  it.each([
    "＠コスメ商会",
    "+81工房",
    "-273℃研究所",
    "?疑問堂",
    "Café Müller GmbH",
    "繧月堂",
    "ｱｵﾊﾞ ｼｮｳｼﾞ",
    "鬼頭ｺｰﾎﾟﾚｰｼｮﾝ",
    "鷲尾ﾃｯｸ",
  ])("keeps the company %s", async (company) => {
    expect((await rowOf({ 会社名: company, TEL: "03-5550-0101" })).reason).toBeNull();
  });

  it('takes ="…" for the text in it, and a formula elsewhere for text', async () => {
    const row = await rowOf({ 会社名: '="あおば商事"', TEL: '="03-5550-0101"', 備考: "=1+1" });

    expect(row).toMatchObject({ company: "あおば商事", note: "=1+1", reason: null });
    expect(row.phones[0]?.e164).toBe("+81355500101");
  });

  it("does not read a foreign number by Japanese rules", async () => {
    const row = await rowOf({
      Company: "Alfreds Futterkiste",
      Phone: "030-0074321",
      "Postal Code": "12209",
      Country: "Germany",
    });

    expect(row).toMatchObject({ phones: [], rawPhones: ["030-0074321"], postal: null, issues: [] });
    expect(row.extra).toMatchObject({ "Postal Code": "12209" });
  });
});
