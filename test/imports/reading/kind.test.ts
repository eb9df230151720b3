import { describe, expect, it } from "vitest";
import { type ListKind, openList, openWhole, readRows } from "../../../core/imports/reading/index.ts";
import { writeWorkbook } from "./write-workbook.ts";

const kindOf = (header: string, ...rows: string[]) =>
  readRows([header, ...rows].map((line) => line.split(","))).kind;

const ENTRIES: [ListKind, string, string][] = [
  ["activities", "対応日,会社名,対応内容", "2023/4/3,株式会社青空,話した"],
  ["activities", "訪問日,訪問先,先方担当,内容,訪問者", "R5.4.3,株式会社青空,山田,話した,佐藤"],
  ["activities", "日付,取引先,件名,詳細,方法,記入者", "2023年5月,㈲山,挨拶,伺った,訪問,佐藤"],
  [
    "activities",
    "活動日時,顧客名,電話番号,活動種別,活動内容",
    "2023-04-03 10:00,㈱海,03-1111-2222,電話,話した",
  ],
  [
    "activities",
    "Date,Company,Contact,Type,Subject,Notes",
    "2023-04-03,Acme Inc,John Smith,Call,Hello,said hi",
  ],
  ["activities", "会社名,商談日,商談メモ", "株式会社青空,45019,話した"],
  ["purchases", "売上日,得意先名,商品名,数量,単価,金額", "2024/5/1,株式会社青空,ボルト,10,5,50"],
  ["purchases", "氏名,購入日,購入商品,個数", "山田 花子,令和6年5月1日,茶,2個"],
  [
    "purchases",
    "注文日,注文番号,会社名,住所,電話番号,品目,数量,金額",
    "2024/5/1,1,㈱海,東京都港区芝1-1-1,03-1111-2222,茶,2,500",
  ],
  ["purchases", "Order Date,Customer,Product,Quantity,Unit Price", "2020-04-01,Acme Inc,Pen,3,100"],
];

const CUSTOMERS: [string, string][] = [
  ["会社名,電話番号,住所,取引開始日,備考", "株式会社青空,03-1111-2222,東京都港区芝1-1-1,2020/4/1,よい"],
  ["会社名,担当者,登録日,メモ", "株式会社青空,佐藤,2020/4/1,よい"],
  ["会社名,日付,備考", "株式会社青空,2020/4/1,よい"],
  ["会社名,最終訪問日,訪問内容", "株式会社青空,2020/4/1,話した"],
  ["得意先名,担当者,訪問日,備考", "株式会社青空,佐藤,2020/4/1,よい"],
  ["名刺交換日,会社名,氏名,メモ", "2020/4/1,株式会社青空,山田 太郎,展示会"],
  ["会社名,初回購入日,購入商品,年間売上", "株式会社青空,2020/4/1,茶,500"],
  ["会社名,事業内容,設立日,売上高", "株式会社青空,茶の販売,2020/4/1,500"],
  ["会社名,次回訪問日,件名", "株式会社青空,2027/4/1,見積"],
  [
    "日付,会社名,氏名,電話番号,メール,問い合わせ区分,備考",
    "2020/4/1,㈱海,山田,03-1111-2222,a@umi.jp,資料請求,急ぎ",
  ],
];

describe("what the rows of a list are", () => {
  it.each(ENTRIES)("is told as %s by %s", (kind, header, row) => {
    expect(kindOf(header, row)).toBe(kind);
  });

  it.each(CUSTOMERS)("stays customers under %s", (header, row) => {
    expect(kindOf(header, row)).toBe("customers");
  });

  it("keeps customers and activities of one workbook apart", async () => {
    const customers = {
      name: "顧客",
      rows: [
        ["会社名", "電話番号"],
        ["株式会社青空", "03-1111-2222"],
      ],
    };
    const activities = {
      name: "履歴",
      rows: [
        ["対応日", "会社名", "対応内容"],
        ["2023/4/3", "株式会社青空", "話した"],
      ],
    };
    const source = { name: "台帳.xlsx", bytes: writeWorkbook([customers, activities]) };

    const both = await openWhole(source);
    const one = await openWhole(source, { sheet: "履歴" });

    expect([both.kind, both.sheet, both.skipped]).toEqual(["customers", "顧客", ["履歴"]]);
    expect([one.kind, one.sheet]).toEqual(["activities", "履歴"]);
  });

  it("is customers for every example", async () => {
    for (const name of ["tokuisaki_daicho.csv", "edinet_codelist_3000.csv"]) {
      const path = new URL(`../../../examples/${name}`, import.meta.url).pathname;

      expect((await openList({ name, bytes: path })).kind).toBe("customers");
    }
  });
});
