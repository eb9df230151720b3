import { describe, expect, it } from "vitest";
import { defineImportPreset, readRows } from "../../../core/imports/reading/index.ts";
import { allRows, fieldsOf, table } from "./read.ts";

const SURNAMES = [
  "佐藤",
  "鈴木",
  "田中",
  "高橋",
  "伊藤",
  "山本",
  "渡辺",
  "中村",
  "小林",
  "加藤",
  "吉田",
  "山田",
];

function listWith(header: string, values: (n: number) => string) {
  const rows = SURNAMES.map((_, n) => [`株式会社見本${n}`, `03-5550-01${10 + n}`, values(n)]);
  return readRows([["会社名", "TEL", header], ...rows]);
}

describe("columns", () => {
  it("takes 担当 with few names that repeat for ours, and asks", () => {
    const column = listWith("担当", (n) => SURNAMES[n % 3]!).columns[2]!;

    expect(column).toMatchObject({ field: "owner", ask: true });
  });

  it("takes 担当 with names that hardly repeat for theirs", () => {
    expect(listWith("担当", (n) => `${SURNAMES[n]} 一郎`).columns[2]?.field).toBe("person");
  });

  it("takes 担当者 with 様 for theirs however often a name repeats", () => {
    expect(listWith("担当者", (n) => `${SURNAMES[n % 3]}様`).columns[2]?.field).toBe("person");
  });

  it("takes people under a header nobody knows for people, and few of them that repeat for ours", () => {
    const list = readRows([
      ["依頼者名", "電話", "主任弁護士", "紹介者"],
      ...SURNAMES.map((name, n) => [`${name} 一郎`, `03-5550-01${10 + n}`, SURNAMES[n % 3]!, `${name} 花子`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", "phone", "owner", null]);
  });

  it("leaves what the customer has a column of his own for to him, beside deliveries, issuers and buildings", () => {
    const list = readRows([
      [
        "会社名",
        "住所",
        "電話番号",
        "担当者名",
        "お届け先名",
        "お届け先住所",
        "お届け先電話番号",
        "発行元FAX",
        "お届け先コード",
      ],
      ...SURNAMES.map((name, n) => [
        `株式会社見本${n}`,
        `東京都港区芝${n + 1}-2-3`,
        `03-5550-01${10 + n}`,
        `${name} 一郎`,
        `有限会社別${n}`,
        `大阪府大阪市北区梅田${n + 1}-1`,
        `06-5550-01${10 + n}`,
        "03-5550-0199",
        "",
      ]),
    ]);

    expect(list.columns.slice(0, 8).map(({ field }) => field)).toEqual([
      "company",
      "address",
      "phone",
      "person",
      null,
      null,
      null,
      null,
    ]);
  });

  it("takes whom goods go to for the customer where nobody else is one", () => {
    const list = readRows([
      ["お届け先名", "お届け先住所", "お届け先電話番号"],
      ...SURNAMES.map((name, n) => [`${name} 一郎`, `東京都港区芝${n + 1}-2-3`, `03-5550-01${10 + n}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", "address", "phone"]);
  });

  it("reads names in two parts whoever they are of, and the column of kana as their reading", () => {
    const parts = readRows([
      ["会員姓", "会員名", "会員姓カナ", "会員名カナ", "TEL"],
      ...SURNAMES.map((name, n) => [name, "一郎", "サトウ", "イチロウ", `03-5550-01${10 + n}`]),
    ]);
    const twins = readRows([
      ["氏（全角）", "名（全角）", "氏（漢字）", "名（漢字）", "TEL"],
      ...SURNAMES.map((name, n) => ["サトウ", "イチロウ", name, "一郎", `03-5550-01${10 + n}`]),
    ]);

    expect(parts.columns.map(({ field }) => field)).toEqual([
      "lastName",
      "firstName",
      "personKana",
      "personKana",
      "phone",
    ]);
    expect(twins.columns.map(({ field }) => field)).toEqual([
      "personKana",
      "personKana",
      "lastName",
      "firstName",
      "phone",
    ]);
  });

  it("takes 取引先 over codes for the code of 取引先名, and メーカー for nobody beside who has the machine", () => {
    const coded = readRows([
      ["取引先", "取引先名"],
      ...SURNAMES.map((_, n) => [`T${1001 + n}`, `株式会社見本${n}`]),
    ]);
    const made = readRows([
      ["顧客名", "メーカー"],
      ...SURNAMES.map((name, n) => [`${name} 一郎`, `株式会社見本${n}`]),
    ]);

    expect(coded.columns.map(({ field }) => field)).toEqual(["customerCode", "company"]);
    expect(made.columns.map(({ field }) => field)).toEqual(["person", null]);
  });

  it("takes no firm that somebody else is to the customer for the customer", () => {
    for (const header of ["旧社名", "紹介元", "親会社", "メインバンク", "競合先"]) {
      const rows = SURNAMES.map((name, n) => [`${name} 一郎`, `03-5550-01${10 + n}`, `株式会社${name}商事`]);

      expect(readRows([["氏名", "TEL", header], ...rows]).columns[2]?.field).toBeNull();
    }
  });

  it("takes the firm under the group 会社 and not the one the bill goes to", () => {
    const list = readRows([
      ["その他", "会社", "連絡先"],
      ["請求先名", "名称", "TEL"],
      ...SURNAMES.map((name, n) => [`株式会社${name}本店`, `${name}屋`, `03-5550-01${10 + n}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual([null, "company", "phone"]);
  });

  it("takes 担当者(姓) and 担当者(名) for the parts of a name", () => {
    const list = readRows([
      ["会社名", "担当者(姓)", "担当者(名)"],
      ...SURNAMES.map((name, n) => [`株式会社見本${n}`, name, ["一郎", "花子", "健"][n % 3]!]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "lastName", "firstName"]);
  });

  it("takes kana headers over the names themselves for the company, and フリガナ of people for theirs", () => {
    const firms = readRows([
      ["カイシャメイ", "デンワ"],
      ...SURNAMES.map((name, n) => [`株式会社${name}商店`, `03-5550-01${10 + n}`]),
    ]);
    const people = readRows([
      ["お客様名", "フリガナ", "電話"],
      ...SURNAMES.map((name, n) => [`${name}一郎`, "サトウイチロウ", `03-5550-01${10 + n}`]),
    ]);

    expect(firms.columns.map(({ field }) => field)).toEqual(["company", "phone"]);
    expect(people.columns.map(({ field }) => field)).toEqual(["person", "personKana", "phone"]);
  });

  it("takes 0001 under コード for a code and 1 for the number of the row", () => {
    const codes = (first: (n: number) => string) =>
      readRows([["コード", "会社名"], ...SURNAMES.map((name, n) => [first(n + 1), `株式会社${name}`])])
        .columns[0]?.field;

    expect(codes((n) => String(n).padStart(4, "0"))).toBe("customerCode");
    expect(codes(String)).toBeNull();
  });

  it("takes words nobody knows under a group that says nothing for nothing", () => {
    const list = readRows([
      ["基本情報", "", "取引情報", "", ""],
      ["氏名", "電話", "契約プラン", "同意日", "取引開始日"],
      ...SURNAMES.map((name, n) => [
        `${name} 一郎`,
        `03-5550-01${10 + n}`,
        ["法人", "個人"][n % 2]!,
        `2025/4/${n + 1}`,
        `2024/4/${n + 1}`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", "phone", null, null, "date"]);
  });

  it("takes 予約者名 for the person though 代表者名 stands beside it", () => {
    const list = readRows([
      ["予約者名", "代表者名", "電話"],
      ...SURNAMES.map((name, n) => [`${name} 一郎`, `${name} 花子`, `03-5550-01${10 + n}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", null, "phone"]);
  });

  it("takes よみ beside 宛名 of a firm's people for theirs", () => {
    const list = readRows([
      ["会社名", "会社名よみ", "宛名", "よみ"],
      ...SURNAMES.map((name) => [`株式会社${name}`, "ミホン", `${name}一郎`, "ミホンイチロウ"]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual([
      "company",
      "companyKana",
      "person",
      "personKana",
    ]);
  });

  it("takes the names of machines for no buildings", () => {
    expect(listWith("使用機種", (n) => `C35${20 + n}F`).columns[2]?.field).toBeNull();
  });

  it("takes the husband or wife of somebody for the person only where nobody else is named", () => {
    const spouses = SURNAMES.map((name, n) => [`${name} 一郎`, `${name} 花子`, `03-5550-01${10 + n}`]);
    const fields = (header: string[]) => readRows([header, ...spouses]).columns.map(({ field }) => field);

    expect(fields(["氏名", "配偶者氏名", "電話"])).toEqual(["person", null, "phone"]);
    expect(fields(["整理", "配偶者氏名", "電話"])[1]).toBe("person");
  });

  it("takes weights for no firms, and without a header the texts with some firms among them", () => {
    const names = ["㈱北斗", "みどり", "あけぼの", "ひかり屋", "つばさ"];
    const list = readRows(names.map((name, n) => [name, `${SURNAMES[n]} 一郎`, `03-5550-01${10 + n}`]));

    expect(listWith("月間使用量", (n) => `${n + 10} kg`).columns[2]?.field).toBeNull();
    expect(list.columns.map(({ field }) => field)).toEqual(["company", "person", "phone"]);
  });

  it("takes the place of the work for no building of the customer", () => {
    expect(listWith("現場名", (n) => `${SURNAMES[n]}マンション新築`).columns[2]?.field).toBeNull();
  });

  it("takes whoever checks the records for nobody", () => {
    expect(listWith("確認者", (n) => SURNAMES[n % 3]!).columns[2]?.field).toBeNull();
  });

  it("takes the firm and not the school beside it", () => {
    const list = readRows([
      ["学校名", "勤務先名", "電話"],
      ...SURNAMES.map((name, n) => ["緑小学校", `${name}の店`, `03-5550-01${10 + n}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual([null, "company", "phone"]);
  });

  it("takes the prefectures of a sales area for no address", () => {
    expect(listWith("営業エリア", (n) => ["東京", "千葉", "埼玉"][n % 3]!).columns[2]?.field).toBeNull();
  });

  it("takes whoever wrote a record for nobody of the customer", () => {
    expect(listWith("作成者", (n) => SURNAMES[n % 3]!).columns[2]?.field).toBeNull();
  });

  it("takes 住所2 behind a city for the block, though many have a building in it", () => {
    const list = readRows([
      ["会社名", "都道府県", "市区町村", "住所2"],
      ...SURNAMES.map((name, n) => [`株式会社${name}`, "愛知県", "豊田市", `本町${n + 1}-2 ${name}ビル3F`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "prefecture", "city", "street"]);
  });

  it("takes no places for people, though many are surnames too", () => {
    const places = ["上野", "大塚", "目黒", "渋谷", "品川", "池田"];

    expect(listWith("エリア名", (n) => places[n % 6]!).columns[2]?.field).toBeNull();
  });

  it("takes a charge of a kind nobody listed for ours or theirs by its contents", () => {
    expect(listWith("担当SE", (n) => SURNAMES[n % 3]!).columns[2]?.field).toBe("owner");
    expect(listWith("担当インストラクター", (n) => SURNAMES[n % 3]!).columns[2]?.field).toBe("owner");
    expect(listWith("宣伝担当", (n) => `${SURNAMES[n]} 一郎`).columns[2]?.field).toBe("person");
  });

  it("takes 住所1 with nothing but prefectures for the prefecture, and a second one with buildings for the building", () => {
    const list = readRows([
      ["屋号", "住所1", "住所2", "住所（下段）"],
      ...SURNAMES.map((name, n) => [
        `${name}工房`,
        n % 2 ? "千葉県" : "埼玉県",
        n % 2 ? "市川市八幡1-2-3" : "さいたま市大宮区桜木町1-2",
        `第一ビル${n}階`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "prefecture", "street", "building"]);
  });

  it("takes whom we sell to for the firm, not where the bill and the goods go", () => {
    const list = readRows([
      ["得意先", "TEL", "請求先名称", "納品先名"],
      ...SURNAMES.map((_, n) => [`株式会社見本${n}`, `03-5550-01${10 + n}`, "", `見本${n}倉庫`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "phone", null, null]);
  });

  it("takes 荷主担当者 for theirs, 施主 over people for a person, and 登録番号 of cars for none of ours", () => {
    const list = readRows([
      ["荷主名", "荷主担当者", "TEL"],
      ...SURNAMES.map((name, n) => [`株式会社見本${n}`, `${name} 一郎`, `03-5550-01${10 + n}`]),
    ]);
    const owners = readRows([
      ["施主", "TEL", "登録番号"],
      ...SURNAMES.map((name, n) => [`${name} 一郎`, `03-5550-01${10 + n}`, "品川 300 あ 12-34"]),
    ]);

    expect(list.columns[1]!.field).toBe("person");
    expect(owners.columns.map(({ field }) => field)).toEqual(["person", "phone", null]);
  });

  it("takes a word of beginning, of a sum or of a number in a header nobody knows for a hint, if the contents agree", () => {
    const list = readRows([
      ["家主様名", "家主番号", "管理受託日", "管理料累計", "検査日", "送金先番号", "間取り合計", "棚番号"],
      ...SURNAMES.map((name, n) => [
        `${name} 一郎`,
        `0${1007 + n * 7}`,
        `2020/4/${n + 1}`,
        `${n + 1}20,000`,
        `2020/5/${n + 1}`,
        n % 2 ? "みずほ" : "ゆうちょ",
        "3LDK",
        `${n + 1}`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual([
      "person",
      "customerCode",
      "date",
      "amount",
      null,
      null,
      null,
      null,
    ]);
  });

  it("takes 物件担当者 with few names for ours, and 受託番号 like a date for none of ours", () => {
    const list = readRows([
      ["オーナー様名", "代表取締役名", "物件担当者", "受託番号", "受託日"],
      ...SURNAMES.map((name, n) => [
        `${name} 一郎`,
        "",
        ["千葉", "福島", "田中"][n % 3]!,
        `2019-0${n + 10}`,
        `2020/4/${n + 1}`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual([
      "person",
      expect.not.stringMatching("title"),
      "owner",
      "customerCode",
      "date",
    ]);
  });

  it("takes headers that a program made up for none, and looks at the contents", () => {
    const list = readRows([
      ["列1", "列2", "列3"],
      ...SURNAMES.map((name, n) => [`株式会社見本${n}`, `${name} 一郎`, `03-5550-01${10 + n}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "person", "phone"]);
  });

  it("takes お客様名（カナ） under お客様名（漢字） of people for a person's reading", () => {
    const list = readRows([
      ["お客様名（漢字）", "お客様名（カナ）", "電話"],
      ...SURNAMES.map((name, n) => [
        `${name} 一郎`,
        n % 2 ? "ミヤケイチロウ" : "モリイチロウ",
        `03-5550-01${10 + n}`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", "personKana", "phone"]);
  });

  it("takes ご所属 over firms for the firm, and サイト over terms of payment for none of ours", () => {
    const list = readRows([
      ["氏名", "ご所属", "サイト"],
      ...SURNAMES.map((name, n) => [`${name} 一郎`, `株式会社見本${n}`, n % 2 ? "60日" : "翌月末"]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", "company", null]);
  });

  it("takes フリガナ of two words for a person's, whoever stands beside it", () => {
    const column = listWith("フリガナ", (n) => ["ミヤケ タロウ", "モリ ケイ", "ツチヤ メグミ"][n % 3]!)
      .columns[2]!;

    expect(column.field).toBe("personKana");
  });

  it("lets the neighbours tell whose 担当者 and カナ名 are where the group above says nothing", () => {
    const list = table(`
      基本情報|||取引||
      会社名|氏名|カナ名|担当者|ﾕｳﾋﾞﾝNo|備考
      あおば商事|山田太郎|ヤマダタロウ|佐藤|100-0001|
      しらかば工業|木村一郎|キムライチロウ|鈴木|100-0002|
      みなと食品|高木花子|タカギハナコ|佐藤|100-0003|
      北斗電機|森次郎|モリジロウ|鈴木|100-0004|`);

    expect(list.columns.map(({ field }) => field)).toEqual([
      "company",
      "person",
      "personKana",
      "owner",
      "postal",
      "note",
    ]);
  });

  it("takes カナ名 before 氏名 for the firm's where it reads firms", () => {
    const list = table(`
      会社名|CD|カナ名|氏名|TEL
      青葉運輸|A01|アオバウンユ|山田太郎|03-5550-0101
      白樺工業|A04|シラカバコウギョウ|木村一郎|03-5550-0102
      港食品|A05|ミナトショクヒン|高木花子|03-5550-0103`);

    expect(fieldsOf(list).カナ名).toBe("companyKana");
  });

  it("takes numbers that go up by one beside the customers' codes for row numbers, wherever they begin", () => {
    const list = table(`
      No.|得意先コード|会社名|TEL
      12|A001|あおば商事|03-5550-0101
      13|A007|しらかば工業|03-5550-0102
      14|A009|みなと食品|03-5550-0103`);

    expect(fieldsOf(list)).toMatchObject({ "No.": null, 得意先コード: "customerCode" });
  });

  it("tells 担当 and 担当者 apart when a list has both", () => {
    const list = table(`
      会社名|担当|担当者|TEL
      あおば商事|佐藤|山田太郎|03-5550-0101
      しらかば工業|鈴木|木村一郎|03-5550-0102
      みなと食品|佐藤|高木花子|03-5550-0103
      三和電機|佐藤|中島健|03-5550-0104
      北斗印刷|鈴木|上田進|03-5550-0105`);

    expect(fieldsOf(list)).toMatchObject({ 担当: "owner", 担当者: "person" });
  });

  it("reads フリガナ for the name it stands beside", () => {
    const list = table(`
      氏名|フリガナ|会社名|フリガナ
      山田太郎|ヤマダタロウ|あおば商事|アオバショウジ`);

    expect(list.columns.map((one) => one.field)).toEqual(["person", "personKana", "company", "companyKana"]);
  });

  it("never takes 資本金 for an amount", () => {
    const list = table(`
      会社名|資本金（千円）|従業員数|年商（百万円）
      あおば商事|10,000|12|350`);

    expect(fieldsOf(list)).toEqual({
      会社名: "company",
      "資本金（千円）": null,
      従業員数: null,
      "年商（百万円）": "amount",
    });
  });

  it("takes the day the relationship began among several dates", () => {
    const list = table(`
      会社名|登録日|取引開始日|最終取引日|設立日
      あおば商事|2020/1/1|2001/4/1|2026/1/1|1980/1/1`);

    expect(fieldsOf(list)).toMatchObject({
      登録日: null,
      取引開始日: "date",
      最終取引日: null,
      設立日: null,
    });
  });

  it("believes contents that can be nothing else more than the header", () => {
    const list = table(`
      会社名|アドレス|連絡先
      あおば商事|a@example.jp|03-5550-0101
      しらかば工業|b@example.jp|03-5550-0102
      みなと食品|c@example.jp|03-5550-0103`);

    expect(fieldsOf(list)).toMatchObject({ アドレス: "email", 連絡先: "phone" });
  });

  it("counts serial numbers as no code", () => {
    const list = table(`
      No.|会社名|TEL
      1|あおば商事|03-5550-0101
      2|しらかば工業|03-5550-0102
      3|みなと食品|03-5550-0103`);

    expect(fieldsOf(list)["No."]).toBeNull();
  });

  it("takes a list of people with only names and mails for people", async () => {
    const list = table(`
      顧客名|メール
      山田 太郎|yamada@example.jp
      佐藤 花子|sato@example.jp`);

    const rows = (await allRows(list)).slice(1);

    expect(rows.map((row) => [row.company, row.persons[0]?.name, row.reason])).toEqual([
      [null, "山田 太郎", null],
      [null, "佐藤 花子", null],
    ]);
  });

  it("tells firms from people in one column of customers", async () => {
    const list = table(`
      お客様名|電話
      株式会社あおば|03-5550-0101
      山田 太郎|090-1234-5678
      佐藤　花子様|080-1234-5678
      ㈲しらかば|03-5550-0102`);

    const rows = (await allRows(list)).slice(1);

    expect(rows.map((row) => row.company)).toEqual(["株式会社あおば", null, null, "㈲しらかば"]);
    expect(rows.map((row) => row.persons[0]?.name ?? null)).toEqual([null, "山田 太郎", "佐藤 花子", null]);
  });

  it("reads ticks under 得意先 and 仕入先 as roles", async () => {
    const list = table(`
      会社名|得意先|仕入先|TEL
      あおば商事|○||03-5550-0101
      しらかば工業||○|03-5550-0102
      みなと食品|○|○|03-5550-0103`);

    expect((await allRows(list)).map((row) => row.roles)).toEqual([
      [],
      ["得意先"],
      ["仕入先"],
      ["得意先", "仕入先"],
    ]);
  });

  it("lets people correct columns by header or number", async () => {
    const rows = [
      ["会社名", "担当", "TEL", "メモ2"],
      ["あおば商事", "佐藤", "03-5550-0101", "大口"],
    ];

    const list = readRows(rows, { columns: { 担当: "owner", "#4": "title", TEL: null } });

    expect(fieldsOf(list)).toEqual({ 会社名: "company", 担当: "owner", TEL: null, メモ2: "title" });
    expect(list.columns[1]?.confidence).toBe(1);
    expect((await allRows(list))[1]).toMatchObject({
      ownerName: "佐藤",
      title: "大口",
      phones: [],
      extra: { TEL: "03-5550-0101" },
    });
  });

  it("takes 自宅 for the address and the phone of a list that knows no others", () => {
    const preset = defineImportPreset({
      id: "cards",
      product: "Cards",
      source: "none",
      signatures: [["自宅住所"]],
      columns: {
        自宅郵便番号: "homePostal",
        自宅住所: "homeAddress",
        自宅電話: "homePhone",
        会社住所: "address",
      },
    });
    const fields = (headers: string[], row: string[]) =>
      readRows([headers, row], { presets: [preset] }).columns.map(({ field }) => field);
    const headers = ["氏名", "自宅郵便番号", "自宅住所", "自宅電話"];
    const row = ["佐藤 一郎", "101-0052", "東京都千代田区神田小川町1-2", "03-5550-0101"];

    expect(fields(headers, row)).toEqual(["person", "postal", "address", "phone"]);
    expect(fields([...headers, "会社住所"], [...row, "東京都港区芝1-2-3"])).toEqual([
      "person",
      null,
      null,
      "phone",
      "address",
    ]);
  });

  it("takes numbers of something else for no code beside the customers' own, and for no postal code", () => {
    const list = readRows([
      ["お客様番号", "会社名", "メーター番号", "労働保険番号"],
      ...SURNAMES.map((_, n) => [
        `C-${300 + n * 7}`,
        `株式会社見本${n}`,
        `${81234 + n * 31}`,
        `${5288285 + n * 77}`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["customerCode", "company", null, null]);
  });

  it("takes a mail column with nothing but yes and no for none", () => {
    expect(listWith("Accepts Email Marketing", (n) => (n % 2 ? "yes" : "no")).columns[2]?.field).toBeNull();
  });

  it("takes the single 担 and 係 of a narrow list for a charge", () => {
    expect(listWith("担", (n) => SURNAMES[n % 3]!).columns[2]?.field).toBe("owner");
    expect(listWith("係", (n) => SURNAMES[n % 4]!).columns[2]?.field).toBe("owner");
  });

  it("takes ticket numbers for no days, though their header has a beginning in it", () => {
    const list = readRows([
      ["会社名", "番号開始", "契約年月日"],
      ...SURNAMES.map((_, n) => [`株式会社見本${n}`, `${4100000 + n * 113}`, `2019/4/${n + 1}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", null, "date"]);
  });

  it("takes a sum of last year with its unit for the amount under a header nobody listed", () => {
    const column = listWith("前年出荷額（千円）", (n) => `${n + 1},500`).columns[2];

    expect(column).toMatchObject({ field: "amount", unit: "千円" });
  });

  it("takes 住所・ビル名 over whole addresses for the address", () => {
    const list = listWith("住所・ビル名", (n) => `東京都千代田区神田小川町${n + 1}-2-3 見本ビル2F`);

    expect(list.columns[2]?.field).toBe("address");
  });

  it("tells by its contents whose 氏名 stands under the group 担当", () => {
    const list = readRows([
      ["お客様", "", "連絡先", "担当"],
      ["会社名", "お名前", "TEL", "氏名"],
      ...SURNAMES.map((name, n) => [
        `株式会社見本${n}`,
        `${name} 一郎`,
        `03-5550-01${10 + n}`,
        SURNAMES[n % 3]!,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "person", "phone", "owner"]);
  });

  it("takes 住所1, 住所2 and 住所3 for prefecture, city and street where that is what they hold", () => {
    const list = readRows([
      ["会社名", "住所1", "住所2", "住所3"],
      ...SURNAMES.map((_, n) => [
        `株式会社見本${n}`,
        "東京都",
        n % 2 ? "千代田区" : "府中市",
        `本町${n + 1}-2-3`,
      ]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "prefecture", "city", "street"]);
  });

  it("takes prefectures under a header nobody knows for no part of addresses that have their own", () => {
    const list = (address: (n: number) => string) =>
      readRows([
        ["会社名", "所在地", "所轄庁"],
        ...SURNAMES.map((_, n) => [`株式会社見本${n}`, address(n), n % 2 ? "東京都" : "大阪府"]),
      ]).columns.map(({ field }) => field);

    expect(list((n) => `神奈川県川崎市幸区堀川町${n + 1}`)).toEqual(["company", "address", null]);
    expect(list((n) => `府中市本町${n + 1}-2`)).toEqual(["company", "address", "prefecture"]);
  });

  it("takes 東 and 西 of a district for no people", () => {
    expect(listWith("ブロック", (n) => (n % 2 ? "東" : "西")).columns[2]?.field).toBeNull();
  });

  it("takes 被保険者名 for the person where nobody else is named, and lets it be where somebody is", () => {
    const rows = SURNAMES.map((name, n) => [`${name} 一郎`, `03-5550-01${10 + n}`, `${name} 花子`]);

    expect(readRows([["被保険者名", "電話", "続柄"], ...rows]).columns[0]?.field).toBe("person");
    expect(readRows([["被保険者名", "電話", "契約者氏名"], ...rows]).columns[0]?.field).toBeNull();
  });

  it("reads 施主様カナ as the reading of 施主様名 where the clients are people", () => {
    const list = readRows([
      ["施主様名", "施主様カナ", "電話"],
      ...SURNAMES.map((name, n) => [`${name}一郎`, "サトウ イチロウ", `03-5550-01${10 + n}`]),
    ]);

    expect(list.columns.map(({ field }) => field)).toEqual(["person", "personKana", "phone"]);
  });

  it("takes 名前 beside 姓 for the given name, and for the whole where it has both", () => {
    const given = table(`
      会社名|姓|名前
      ㈱山田商事|森|翔太
      ㈱青葉工業|林|花子
      ㈱東亜建設|野口|一郎`);
    const whole = table(`
      会社名|姓|名前
      ㈱山田商事|森|森 翔太
      ㈱青葉工業|林|林 花子
      ㈱東亜建設|野口|野口 一郎`);

    expect(fieldsOf(given)).toMatchObject({ 姓: "lastName", 名前: "firstName" });
    expect(fieldsOf(whole)).toMatchObject({ 名前: "person" });
  });

  it("takes round thousands of many sizes without a header for money, and counts for nothing of the kind", () => {
    const amounts = [77_160_000, 900_000, 6_230_000, 48_970_000, 15_500_000];
    const list = readRows(
      amounts.map((amount, n) => [
        `株式会社見本${n}`,
        `03-5550-01${10 + n}`,
        String(amount),
        String(n * 37 + 11),
      ]),
    );

    expect(list.columns.map(({ field }) => field).slice(0, 3)).toEqual(["company", "phone", "amount"]);
    expect(list.columns[3]?.field).not.toBe("amount");
  });

  it("takes 郵便物送付先 with addresses below for the address", () => {
    const list = listWith("郵便物送付先", (n) => `東京都千代田区神田小川町${n + 1}-2-3`);

    expect(list.columns[2]?.field).toBe("address");
  });

  it("refuses corrections of columns or fields that do not exist", () => {
    const open = (columns: Record<string, never>) => () =>
      readRows([["会社名"], ["あおば商事"]], { columns });

    expect(open({ 担当: "owner" as never })).toThrowError(
      expect.objectContaining({ code: "column_not_found" }),
    );
    expect(open({ 会社名: "firm" as never })).toThrowError(
      expect.objectContaining({ code: "unknown_field" }),
    );
  });

  it("gives lists of one shape one fingerprint, whatever their rows and the order of columns", () => {
    const a = readRows([
      ["会社名", "TEL"],
      ["あおば商事", "03-5550-0101"],
    ]);
    const b = readRows([
      ["ＴＥＬ", "会社名"],
      ["06-5550-0201", "みなと食品"],
    ]);
    const c = readRows([
      ["会社名", "FAX"],
      ["あおば商事", "03-5550-0101"],
    ]);

    expect(b.fingerprint).toBe(a.fingerprint);
    expect(c.fingerprint).not.toBe(a.fingerprint);
  });
});
