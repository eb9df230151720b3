import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openList, primaryPhone } from "../../core/imports/reading/index.ts";
import { addressBooks } from "../../core/plugins/address-books/index.ts";
import { bookkeeping } from "../../core/plugins/bookkeeping/index.ts";
import { businessCards } from "../../core/plugins/business-cards/index.ts";
import { corporateRegister } from "../../core/plugins/corporate-register/index.ts";
import { salesTools } from "../../core/plugins/sales-tools/index.ts";
import { allRows } from "../imports/reading/read.ts";

const exports = fileURLToPath(new URL("exports/", import.meta.url));
const presets = [addressBooks(), businessCards(), bookkeeping(), salesTools(), corporateRegister()].flatMap(
  (plugin) => plugin.importPresets ?? [],
);

const open = (id: string, options: object = {}) =>
  openList({ name: `${id}.csv`, bytes: `${exports}${id}.csv` }, { presets, ...options });

/** What the first customer of each export says. */
const FIRST: Record<string, Record<string, unknown>> = {
  "google-contacts": {
    company: "株式会社青葉商事",
    person: "佐々木 さくら",
    kana: "ササキ サクラ",
    title: "課長",
    department: "購買部",
    emails: ["sakura@aoba.example.jp", "sasaki@aoba.example.jp"],
    phone: "+81312345678",
    fax: "+81312345679",
    postal: "100-0005",
    prefecture: "東京都",
    city: "千代田区",
    street: "丸の内1-1-1",
    note: "毎月20日締め",
  },
  outlook: {
    company: "山田製作所株式会社",
    companyKana: "ヤマダセイサクショ",
    person: "山田 太郎",
    title: "部長",
    emails: ["yamada@example.co.jp"],
    phone: "+81663450001",
    fax: "+81663450002",
    postal: "530-0001",
    city: "大阪市北区",
    street: "梅田3-1-3",
  },
  "outlook-ja": {
    company: "㈱髙砂電機",
    companyKana: "タカサゴデンキ",
    person: "鈴木 花子",
    kana: "スズキ ハナコ",
    title: "主任",
    phone: "+81521234567",
    fax: "+81521234568",
    postal: "460-0008",
    city: "名古屋市中区",
    building: "栄ビル5F",
  },
  fudemame: {
    company: "有限会社みどり印刷",
    person: "高橋 一郎",
    kana: "タカハシ　イチロウ",
    title: "専務",
    phone: "+81453334444",
    postal: "220-0011",
    city: "横浜市西区",
    building: "高島ビル3階",
  },
  eight: {
    company: "株式会社ヒカリ物産",
    person: "小林 直子",
    department: "海外営業部",
    phone: "+81921112222",
    fax: "+81921112223",
    city: "福岡市博多区",
    date: "2024-03-05",
  },
  sansan: {
    company: "光陽システム株式会社",
    person: "伊藤 誠",
    kana: "イトウ マコト",
    title: "本部長",
    phone: "+81322223333",
    fax: "+81322223334",
    owner: "佐藤 健",
    date: "2023-11-20",
  },
  camcard: {
    company: "双葉金属(株)",
    person: "渡辺 隆",
    phone: "+81677770001",
    fax: "+81677770002",
    city: "大阪市中央区",
    date: "2022-08-01",
  },
  freee: {
    company: "若葉食品",
    companyKana: "ワカバショクヒン",
    person: "森 恵",
    department: "経理部",
    owner: null,
    emails: ["mori@wakaba.example.jp"],
    phone: "+81829112222",
    postal: "738-0025",
    prefecture: "広島県",
    city: "廿日市市",
    building: "平良ビル2F",
    invoiceNumber: "T7000012050002",
    code: "T0012",
    site: null,
  },
  "money-forward": {
    company: "栄光硝子株式会社",
    person: "長谷川 まり",
    title: "課長",
    emails: ["mari@eiko.example.jp", "keiri@eiko.example.jp"],
    prefecture: "北海道",
    city: "札幌市中央区",
    building: "北一条ビル",
    code: "C-77",
  },
  yayoi: {
    company: "北斗運輸有限会社",
    companyKana: "ﾎｸﾄｳﾝﾕ",
    person: "清水 剛",
    owner: null,
    title: "係長",
    phone: "+81593520001",
    city: "四日市市",
    building: "諏訪ビル",
    amount: null,
    code: "000123",
    site: null,
  },
  kintone: {
    company: "三和プラント株式会社",
    person: "加藤 智子",
    department: "工務部",
    owner: null,
    phone: "+81611112222",
    date: null,
    note: "定期点検あり",
  },
  cybozu: {
    company: "みどり商会",
    companyKana: "みどりしょうかい",
    person: "中村 由美",
    kana: "なかむら ゆみ",
    owner: "加藤 大輔",
    phone: "+81344445555",
    fax: "+81344440001",
    city: "千代田区",
    code: "00001",
    amount: null,
  },
  hubspot: {
    company: "アルファ工業株式会社",
    person: "吉田 健太",
    owner: "佐藤 健",
    phone: "+81399990001",
    city: "新宿区",
    date: "2024-05-07",
    code: null,
  },
  salesforce: {
    company: "大和電機株式会社",
    person: "斎藤 美咲",
    owner: "田中 優",
    phone: "+81822220001",
    fax: "+81822220002",
    postal: "730-0011",
    city: "広島市中区",
    amount: 1_200_000_000,
    date: "2021-07-09",
    note: "更新は4月",
  },
  nta: {
    company: "ＨＩＮＯＤＥ１７合同会社",
    companyKana: "ヒノデジュウナナ",
    corporateNumber: "1010003035297",
    postal: "104-0031",
    prefecture: "東京都",
    city: "中央区",
    date: null,
  },
};

describe("import presets", () => {
  it.each(Object.entries(FIRST))(
    "knows an export of %s by its columns and reads it",
    async (id, expected) => {
      const list = await open(id);
      const row = (await allRows(list)).find((one) => one.status === "data")!;

      const person = row.persons[0];
      const read: Record<string, unknown> = {
        ...row,
        person: person?.name.replace(/\s+/g, " ") ?? null,
        kana: person?.kana ?? null,
        owner: row.ownerName,
        phone: primaryPhone(row)?.e164 ?? null,
        fax: row.phones.find((phone) => phone.kind === "fax")?.e164 ?? null,
        code: row.codes[0]?.code ?? null,
      };
      expect(list.preset).toBe(id);
      expect(Object.fromEntries(Object.keys(expected).map((key) => [key, read[key]]))).toEqual(expected);
      expect(row.issues).toEqual([]);
    },
  );

  it("has a fixture for every preset, and a source for every header", () => {
    expect(
      readdirSync(exports)
        .map((file) => file.replace(/\.\w+$/, ""))
        .sort(),
    ).toEqual(presets.map((preset) => preset.id).sort());
    for (const preset of presets) expect(preset.source.length, preset.id).toBeGreaterThan(20);
  });

  it("takes the columns of a register without a header by their place and names the others", async () => {
    const list = await open("nta");
    const rows = await allRows(list);

    expect(list.headerRow).toBeNull();
    expect(list.columns[1]).toMatchObject({ column: "#2", field: "corporateNumber", confidence: 0.99 });
    expect(rows.map((row) => row.reason)).toEqual([null, null, null]);
    expect(rows[0]!.extra).toMatchObject({ assignmentDate: "2021-07-14" });
  });

  it("uses home for a person of whom no company is known", async () => {
    const rows = await allRows(await open("fudemame"));

    expect(rows[2]).toMatchObject({
      company: null,
      postal: "910-0001",
      prefecture: "福井県",
      city: "福井市",
    });
    expect(primaryPhone(rows[2]!)?.e164).toBe("+81776223333");
  });

  it("reads the standard layout of 筆まめ, whose second address and joint names follow as they are", async () => {
    const header =
      "姓,名,敬称,セイ,メイ,タグ,誕生日,性別,顧客コード,メモ,勤務先名,勤務先カナ,部署名1,部署名2,役職,住所1-分類,住所1-郵便番号,住所1-都道府県,住所1-市区町村,住所1-地名番地,住所1-ビル名,住所1-最寄り駅,住所2-分類,住所2-郵便番号,住所2-都道府県,住所2-市区町村,住所2-地名番地,住所2-ビル名,住所2-最寄り駅,TEL1-分類,TEL1-番号,TEL2-分類,TEL2-番号,EMAIL1-分類,EMAIL1-アドレス,WEB1-分類,WEB1-URL,連名1-姓,連名1-名,連名1-敬称,連名1-セイ,連名1-メイ,連名1-誕生日,連名1-性別";
    const card =
      "岡本,恵,様,オカモト,メグミ,取引先,1970/4/2,女,F-12,年賀状,有限会社しおさい食堂,シオサイショクドウ,営業部,,店長,会社,413-0011,静岡県,熱海市,田原本町1-1,駅前ビル2F,熱海,自宅,410-0801,静岡県,沼津市,大手町2-2,,沼津,FAX,0557-81-0002,会社,0557-81-0001,会社,megumi@shiosai.example.jp,,,岡本,進,様,オカモト,ススム,,男";
    const bytes = iconv.encode(`${header}\r\n${card}\r\n`, "cp932");

    const list = await openList({ name: "住所録.csv", bytes }, { presets });
    const rows = await allRows(list);

    expect(list.preset).toBe("fudemame");
    expect(rows[1]).toMatchObject({
      company: "有限会社しおさい食堂",
      companyKana: "シオサイショクドウ",
      postal: "413-0011",
      prefecture: "静岡県",
      city: "熱海市",
      building: "駅前ビル2F",
    });
    expect(rows[1]!.persons).toMatchObject([{ name: "岡本 恵", title: "店長" }]);
    expect(primaryPhone(rows[1]!)?.e164).toBe("+81557810001");
    expect(rows[1]!.codes).toMatchObject([{ code: "F-12" }]);
  });

  it("leaves other lists alone, and is used for any list when it is named", async () => {
    const bytes = Buffer.from(
      "会社名,担当者名,電話番号,CCメールアドレス\r\n甲商事,山田 太郎,03-1111-2222,a@b.jp\r\n",
    );

    const alone = await openList({ name: "a.csv", bytes }, { presets });
    const named = await openList({ name: "a.csv", bytes }, { presets, preset: "money-forward" });

    expect(alone.preset).toBeNull();
    expect(named.preset).toBe("money-forward");
    expect(named.columns.find((one) => one.column === "CCメールアドレス")?.confidence).toBe(0.99);
  });

  it("does not take a ledger of one's own for a product because of a common word", async () => {
    const bytes = Buffer.from("取引先ID,取引先名,電話\r\nA-1,甲商事,03-1111-2222\r\n");

    const list = await openList({ name: "a.csv", bytes }, { presets });

    expect(list.preset).toBeNull();
    expect(list.columns[0]).toMatchObject({ field: "customerCode" });
  });

  it("lets a correction win over a preset", async () => {
    const list = await open("freee", { columns: { 営業担当者名: "owner" } });

    expect(list.columns.find((one) => one.column === "営業担当者名")).toMatchObject({ field: "owner" });
  });

  it("names the presets there are when the one asked for is unknown", async () => {
    await expect(open("eight", { preset: "nowhere" })).rejects.toMatchObject({
      code: "preset_not_found",
      params: { preset: "nowhere", known: expect.stringContaining("sansan") },
    });
  });
});
