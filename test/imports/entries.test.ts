import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyRows } from "../../core/imports/apply.ts";
import {
  checkFile,
  checkRows,
  commitImport,
  getImport,
  type ImportView,
  type ListKind,
  listImportRows,
  listKeptCustomers,
  runImport,
  runUndo,
  undoImport,
} from "../../core/imports/index.ts";
import { amendHistory, listHistory, listPurchases } from "../../core/index.ts";
import { sha256 } from "../../core/kernel/ids.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aList, commit, customersNamed, importList } from "./lists.ts";
import { writeWorkbook } from "./reading/write-workbook.ts";

let enishi: TestEnishi;
beforeAll(async () => {
  enishi = await createTestEnishi();
});
afterAll(() => enishi.close());

const activityHeader = "対応日,会社名,先方担当,種別,件名,対応内容,対応者,場所";
const purchaseHeader = "売上日,得意先名,商品コード,商品名,数量,単位,単価,金額,営業担当,納品日,備考";

async function checkEntries(head: string, rows: readonly string[], kind?: ListKind): Promise<ImportView> {
  const list = aList(rows, head);
  return checkFile(enishi.core.kernel, list, { kind, fileHash: sha256(list.bytes) }, enishi.operator);
}

async function importEntries(head: string, rows: readonly string[]): Promise<ImportView> {
  return commit(enishi, (await checkEntries(head, rows)).importId);
}

const rowsOf = async (importId: string) =>
  (await enishi.ask(listImportRows, { importId, limit: 1_000 }, enishi.operator)).items;

async function historyOf(name: string) {
  const [customer] = await customersNamed(enishi, name);
  return (await enishi.ask(listHistory, { customerId: customer!.id, limit: 100 }, enishi.operator)).items;
}

async function purchasesOf(name: string) {
  const [customer] = await customersNamed(enishi, name);
  return (await enishi.ask(listPurchases, { customerId: customer!.id, limit: 100 }, enishi.operator)).items;
}

async function undo(importId: string): Promise<ImportView> {
  await enishi.perform(undoImport, { importId, driver: "caller" }, enishi.operator);
  await runUndo(enishi.core.kernel, importId, enishi.operator);
  return enishi.ask(getImport, { importId }, enishi.operator);
}

const count = async (table: "history_entry" | "purchase" | "customer" | "next_action") => {
  const [row] = await enishi.database.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row!.n;
};

describe("a list of past activities", () => {
  it("puts each row on the history with its own day, author and words", async () => {
    await importList(enishi, ["A1,株式会社履歴,,03-1111-0001,,,,"]);
    const working = await enishi.member("現役花子");
    const view = await importEntries(activityHeader, [
      "令和5年4月3日,㈱履歴,山田 太郎 様,電話,見積の件,単価を下げてほしい,現役花子,",
      "H30.2,株式会社履歴,,訪問,,新年の挨拶,佐藤次郎(退職),本社",
      "2024/5/1 14:30,株式会社履歴新顔,,入電,,在庫の確認,,",
    ]);

    expect(view).toMatchObject({ kind: "activities", state: "committed" });
    expect(view.equation.balanced).toBe(true);
    expect(view.counts).toMatchObject({
      rows: 4,
      updated: 2,
      created: 1,
      rejected: 1,
      entries: 3,
      companies: 1,
    });
    const history = await historyOf("株式会社履歴");
    expect(history).toMatchObject([
      {
        occurredAt: "2023-04-02T15:00:00.000Z",
        precision: "day",
        kind: "call",
        title: "見積の件",
        body: "単価を下げてほしい",
        authorId: working,
        surface: "import",
      },
      {
        occurredAt: "2018-01-31T15:00:00.000Z",
        precision: "month",
        kind: "visit",
        body: "新年の挨拶\n場所: 本社",
        authorName: "佐藤次郎",
      },
    ]);
    const [person] = await customersNamed(enishi, "山田 太郎");
    expect(history[0]!.contactIds).toEqual([person!.id]);
    expect(await historyOf("株式会社履歴新顔")).toMatchObject([
      {
        occurredAt: "2024-05-01T05:30:00.000Z",
        precision: "time",
        kind: "call",
        direction: "in",
        authorId: null,
      },
    ]);
    const former = await enishi.database.query("select status from member where name = '佐藤次郎'");
    expect(former).toEqual([{ status: "former" }]);
  });

  it("makes nobody the owner, plans nothing and leaves the customer's own note alone", async () => {
    const actions = await count("next_action");
    await importEntries(activityHeader, [
      "2023/4/3,株式会社無計画,,電話,,来週火曜に再度電話する約束,記入係,",
    ]);

    const [customer] = await customersNamed(enishi, "株式会社無計画");
    const owners = await enishi.database.query("select 1 from ownership where customer_id = $1", [
      customer!.id,
    ]);
    const [stored] = await enishi.database.query(
      "select note, extra, relation_since from customer where id = $1",
      [customer!.id],
    );
    expect(owners).toEqual([]);
    expect(stored).toEqual({ note: null, extra: {}, relation_since: null });
    expect(await count("next_action")).toBe(actions);
  });

  it("keeps who imported it as the one who wrote it down", async () => {
    const importer = await enishi.member("取込 次郎");
    const list = aList(["2023/4/3,株式会社代筆,,電話,,確認,記入係,"], activityHeader);
    const { importId } = await checkFile(enishi.core.kernel, list, {}, enishi.as(importer));
    await commit(enishi, importId);

    expect(await historyOf("株式会社代筆")).toMatchObject([{ recorderId: importer, authorName: "記入係" }]);
  });

  it("rejects a row whose day does not exist, is missing or is still to come", async () => {
    const { importId } = await importEntries(activityHeader, [
      "2023/2/30,株式会社日付,,電話,,a,,",
      ",株式会社日付,,電話,,b,,",
      "2027/4/1,株式会社日付,,訪問,,c,,",
      "2023/4/1,,,訪問,,d,,",
    ]);

    const rows = (await rowsOf(importId)).slice(1);
    expect(rows.map((row) => [row.reason, row.issues[0]?.code ?? null])).toEqual([
      ["no_date", "no_such_date"],
      ["no_date", null],
      ["no_date", "date_in_future"],
      ["no_identity", null],
    ]);
    expect(await customersNamed(enishi, "株式会社日付")).toEqual([]);
  });

  it("is put once when it comes again, and what a longer list says again is not doubled", async () => {
    const twice = [
      "2023/4/3,株式会社再来,,電話,,留守だった,佐藤,",
      "2023/4/3,株式会社再来,,電話,,留守だった,佐藤,",
    ];
    const first = await importEntries(activityHeader, twice);
    const second = await importEntries(activityHeader, twice);
    const longer = await importEntries(activityHeader, [
      ...twice,
      "2023/4/4,株式会社再来,,電話,,話せた,佐藤,",
    ]);

    expect(first.counts).toMatchObject({ created: 1, joined: 1, entries: 2 });
    expect(second.counts).toMatchObject({ unchanged: 2, entries: 0 });
    expect(longer.counts).toMatchObject({ unchanged: 2, updated: 1, entries: 1 });
    expect((await historyOf("株式会社再来")).map((entry) => entry.body)).toEqual([
      "話せた",
      "留守だった",
      "留守だった",
    ]);
    expect((await rowsOf(longer.importId)).map((row) => row.issues.map((issue) => issue.code))).toEqual([
      [],
      ["told_before"],
      ["told_before"],
      [],
    ]);
  });

  it("goes on where it was cut off", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `2023/4/3,株式会社中断${at % 3},,電話,,話${at},佐藤,`);
    const { importId } = await checkEntries(activityHeader, rows);
    await enishi.perform(commitImport, { importId, driver: "caller" }, enishi.operator);
    const before = await count("history_entry");
    await enishi.perform(applyRows, { importId, from: { pass: 0, row: 0 }, limit: 11 }, enishi.operator);
    const cut = await count("history_entry");
    await enishi.perform(applyRows, { importId, from: { pass: 0, row: 0 }, limit: 11 }, enishi.operator);

    await runImport(enishi.core.kernel, importId, enishi.operator);

    expect(cut - before).toBe(11);
    expect((await count("history_entry")) - before).toBe(30);
    expect(await historyOf("株式会社中断1")).toHaveLength(10);
  });

  it("is taken back entry by entry, but for what somebody changed since", async () => {
    await importList(enishi, ["Q1,株式会社取消,,03-9999-0001,,,,"]);
    const [entries, customers] = [await count("history_entry"), await count("customer")];
    const imported = await importEntries(activityHeader, [
      "2023/4/3,株式会社取消,,電話,,残る,佐藤,",
      "2023/4/4,株式会社取消,取消 人子,電話,,消える,佐藤,",
      "2023/4/5,株式会社取消新顔,新顔 人子,電話,,消える,佐藤,",
    ]);
    const [, amended] = await historyOf("株式会社取消");
    await enishi.perform(amendHistory, { historyId: amended!.id, body: "直した" }, enishi.operator);

    const view = await undo(imported.importId);

    expect(view.counts).toMatchObject({ entriesRemoved: 2, entriesKept: 1 });
    expect(await historyOf("株式会社取消")).toMatchObject([{ body: "直した" }]);
    expect(await customersNamed(enishi, "株式会社取消新顔")).toEqual([]);
    expect(await count("history_entry")).toBe(entries + 1);
    expect(await count("customer")).toBe(customers);
    const kept = await enishi.ask(listKeptCustomers, { importId: imported.importId }, enishi.operator);
    expect(kept.items).toMatchObject([{ name: "株式会社取消", reason: "edited" }]);
  });

  it("keeps a customer of an earlier list that a later one told of", async () => {
    const customers = await importList(enishi, ["R1,株式会社後日,,03-9999-0002,,,,"]);
    await importEntries(activityHeader, ["2023/4/3,株式会社後日,,電話,,話した,佐藤,"]);

    const view = await undo(customers.importId);

    expect(view.counts).toMatchObject({ removed: 0, kept: 1 });
    expect(await historyOf("株式会社後日")).toHaveLength(1);
  });
});

describe("a list of purchases", () => {
  const rows = [
    '2024/5/1,株式会社購買,A-1,ボルト M6,"1,000",本,12.5,"12,500",佐藤,2024/5/10,急ぎ',
    "令和6年5月2日,㈱購買,A-2,ナット,10個,,30,330,,,",
    "R6.6,株式会社購買,A-2,ナット 返品,-2,個,30,△60,,,",
    "2024/7/1,株式会社購買,A-3,座金,5,枚,20,,,,",
    "2024/2/30,株式会社購買,A-3,座金,5,枚,20,100,,,",
    "2024/7/2,株式会社購買,A-3,,,,,,,,",
  ];

  it("keeps item, quantity, unit price and day with the customer, and tells a sum that does not fit", async () => {
    const view = await importEntries(purchaseHeader, rows);

    expect(view).toMatchObject({ kind: "purchases" });
    expect(view.equation.balanced).toBe(true);
    expect(view.counts).toMatchObject({ created: 1, joined: 3, rejected: 3, entries: 4 });
    expect(view.counts.reasons).toMatchObject({ no_date: 1, no_item: 1 });
    expect(await purchasesOf("株式会社購買")).toMatchObject([
      { item: "座金", quantity: 5, unit: "枚", unitPrice: 20, amount: 100, purchasedOn: "2024-07-01" },
      { item: "ナット 返品", quantity: -2, amount: -60, purchasedOn: "2024-06-01", precision: "month" },
      { item: "ナット", quantity: 10, unit: "個", unitPrice: 30, amount: 330, purchasedOn: "2024-05-02" },
      {
        item: "ボルト M6",
        quantity: 1000,
        unit: "本",
        unitPrice: 12.5,
        amount: 12500,
        memberName: "佐藤",
        deliveredOn: "2024-05-10",
        note: "急ぎ\n商品コード: A-1",
        importId: view.importId,
      },
    ]);
    const told = await rowsOf(view.importId);
    expect(told[2]!.issues).toEqual([{ code: "amount_differs", column: "金額", value: "330 ≠ 300" }]);
  });

  it("is put once, and taken back in full", async () => {
    const [purchases, customers] = [await count("purchase"), await count("customer")];
    const mine = rows.map((row) => row.replace("購買", "返却"));
    const first = await importEntries(purchaseHeader, mine);
    const second = await importEntries(purchaseHeader, mine);
    await undo(second.importId);

    expect(second.counts).toMatchObject({ unchanged: 4, entries: 0 });
    expect(await count("purchase")).toBe(purchases + 4);
    expect((await undo(first.importId)).counts).toMatchObject({ entriesRemoved: 4, entriesKept: 0 });
    expect(await count("purchase")).toBe(purchases);
    expect(await count("customer")).toBe(customers);
  });
});

describe("what kind of list it is", () => {
  it("is not remembered of a workbook for the sheet that was another", async () => {
    const customers = [
      ["会社名", "電話番号", "住所"],
      ["株式会社別表", "03-9999-0041", "東京都千代田区丸の内1-1-1"],
    ];
    const { checkFile } = await import("../../core/imports/index.ts");
    const bytes = writeWorkbook([
      { name: "顧客一覧", rows: customers },
      {
        name: "商談履歴",
        rows: [
          ["日付", "会社名", "活動内容"],
          ["2023/4/3", "株式会社別表", "電話した"],
        ],
      },
    ]);
    await checkFile(enishi.core.kernel, { name: "x.xlsx", bytes }, { kind: "activities" }, enishi.operator);

    const next = await checkRows(enishi.core.kernel, { name: "表", rows: customers }, {}, enishi.operator);

    expect(next.kind).toBe("customers");
  });

  it("can be said, and said anew of a list that was checked", async () => {
    const cells = [
      ["日付", "会社名", "備考"],
      ["2023/4/3", "株式会社種別", "雑談"],
    ];
    const plain = await checkRows(enishi.core.kernel, { name: "表", rows: cells }, {}, enishi.operator);
    const { checkImport } = await import("../../core/imports/index.ts");
    const again = await checkImport(
      enishi.core.kernel,
      plain.importId,
      { kind: "activities" },
      enishi.operator,
    );

    expect(plain.kind).toBe("customers");
    expect(again.kind).toBe("activities");
    expect((await commit(enishi, again.importId)).counts).toMatchObject({ entries: 1 });
    expect(await historyOf("株式会社種別")).toMatchObject([{ body: "雑談", kind: "contact" }]);
    const next = await checkRows(enishi.core.kernel, { name: "表", rows: cells }, {}, enishi.operator);
    expect(next.kind).toBe("activities");
  });
});
