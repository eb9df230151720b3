import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listImportRows } from "../../core/imports/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { auditOf } from "../support/rows.ts";
import { check, commit, customersNamed, importList, pointsOf } from "./lists.ts";
import { writeWorkbook } from "./reading/write-workbook.ts";

let enishi: TestEnishi;
beforeAll(async () => {
  enishi = await createTestEnishi();
});
afterAll(() => enishi.close());

const rowsOf = async (importId: string) =>
  (await enishi.ask(listImportRows, { importId, limit: 1_000 }, enishi.operator)).items;

describe("a list that comes in", () => {
  it("touches no customer before it is committed", async () => {
    const view = await check(enishi, ["A1,株式会社未確定,,03-1111-2222,,,,"]);

    expect(view.state).toBe("checked");
    expect(view.counts).toMatchObject({ rows: 2, ready: 1, rejected: 1, reasons: { header: 1 } });
    expect(await customersNamed(enishi, "株式会社未確定")).toEqual([]);
  });

  it("accounts for every record in one equation", async () => {
    const view = await importList(enishi, [
      "B1,株式会社算数,,03-2222-0001,,東京都千代田区丸の内1-1-1,,",
      "B1,㈱算数,,03-2222-0001,,東京都千代田区丸の内1-1-1,,",
      ",,,,,,,",
      "合計,2件,,,,,,",
    ]);

    expect(view.state).toBe("committed");
    expect(view.equation.balanced).toBe(true);
    expect(view.counts).toMatchObject({
      rows: 5,
      created: 1,
      joined: 1,
      rejected: 3,
      ready: 0,
      companies: 1,
    });
  });

  it("parts company, site and person, and gives each what is theirs", async () => {
    await importList(enishi, [
      "C1,株式会社分割 大阪支店,山田 太郎,06-6222-0001,taro@bunkatsu.co.jp,大阪府大阪市北区梅田2-2-2,,",
    ]);

    const [company] = await customersNamed(enishi, "株式会社分割");
    const [site] = await customersNamed(enishi, "大阪支店");
    const [person] = await customersNamed(enishi, "山田 太郎");
    expect(site).toMatchObject({ kind: "site", parent_id: company!.id });
    expect(person).toMatchObject({ kind: "person", parent_id: site!.id });
    expect(await pointsOf(enishi, person!.id)).toEqual(["taro@bunkatsu.co.jp"]);
    expect(await pointsOf(enishi, site!.id)).toContain("+81662220001");
    const domains = await enishi.database.query("select domain from customer_domain where customer_id = $1", [
      company!.id,
    ]);
    expect(domains).toEqual([{ domain: "bunkatsu.co.jp" }]);
  });

  it("keeps purpose and source with each customer", async () => {
    await importList(enishi, ["D1,株式会社目的,,,,,,"], { purpose: "納品のご案内", source: "展示会" });

    const [row] = await enishi.database.query(
      "select purpose, source from customer where workspace_id = $1 and name = '株式会社目的'",
      [enishi.workspaceId],
    );
    expect(row).toEqual({ purpose: "納品のご案内", source: "展示会" });
  });

  it("changes nothing when the same file comes again", async () => {
    const rows = [
      "E1,株式会社二度目,佐藤 花子,03-5555-0001,hanako@nidome.co.jp,東京都港区芝1-1-1,,メモ",
      ",株式会社二度目,鈴木 一郎,03-5555-0001,ichiro@nidome.co.jp,東京都港区芝1-1-1,,",
      ",同名商事,,,,東京都港区芝1-1-1,,",
      ",同名商事,,,,大阪府大阪市北区梅田1-1-1,,",
      ",同名商事,,,,,,",
    ];
    const first = await importList(enishi, rows);
    const dump = () =>
      enishi.database.query(
        `select c.id, c.version, (select count(*) from contact_point p where p.customer_id = c.id) as points,
                (select count(*) from customer_name n where n.customer_id = c.id) as names
           from customer c where c.workspace_id = $1 order by c.id`,
        [enishi.workspaceId],
      );
    const before = await dump();

    const second = await importList(enishi, rows);

    expect(first.counts).toMatchObject({ created: 3, joined: 1, review: 1 });
    expect(second.counts).toMatchObject({ unchanged: 5, created: 0, updated: 0, joined: 0, review: 0 });
    expect(await dump()).toEqual(before);
  });

  it("fills what is blank and keeps every other value beside what is there", async () => {
    await importList(enishi, ["F1,株式会社補充,,03-6666-0001,,,,古いメモ"]);

    const view = await importList(enishi, ["F1,㈱補充,,03-6666-0002,,東京都港区芝2-2-2,,新しいメモ"]);

    expect(view.counts).toMatchObject({ updated: 1, created: 0 });
    const [customer] = await customersNamed(enishi, "株式会社補充");
    expect(await pointsOf(enishi, customer!.id)).toEqual(
      expect.arrayContaining(["+81366660001", "+81366660002"]),
    );
    const [row] = await enishi.database.query<{ note: string; prefecture: string }>(
      "select note, prefecture from customer where id = $1",
      [customer!.id],
    );
    expect(row).toEqual({ note: "古いメモ\n新しいメモ", prefecture: "東京都" });
    const names = await enishi.database.query("select kind, name from customer_name where customer_id = $1", [
      customer!.id,
    ]);
    expect(names).toEqual([{ kind: "spelling", name: "㈱補充" }]);
  });

  it("leaves an audit row with before and after for each customer", async () => {
    await importList(enishi, ["G1,株式会社監査,,,,,,"]);
    await importList(enishi, ["G1,株式会社監査,,,,東京都港区芝3-3-3,,"]);

    const [customer] = await customersNamed(enishi, "株式会社監査");
    const trail = await auditOf(enishi, customer!.id);
    expect(trail.map((row) => row.operation)).toEqual(["imports.apply", "imports.apply"]);
    expect(trail[0]).toMatchObject({
      before: null,
      after: { name: "株式会社監査", codes: [{ code: "G1" }] },
    });
    expect(trail[1]!.before).toMatchObject({ prefecture: null });
    expect(trail[1]!.after).toMatchObject({ prefecture: "東京都" });
  });

  it("makes a member without login of a name that nobody here bears", async () => {
    const tanaka = await enishi.member("田中 一郎");

    await importList(enishi, [
      "H1,株式会社甲担当,,,,,田中,",
      "H2,株式会社乙担当,,,,,元山(退職),",
      "H3,株式会社丙担当,,,,,田中,",
      "H4,株式会社丁担当,,,,,元山(退職),",
    ]);

    const owners = await enishi.database.query<{
      customer: string;
      member: string;
      status: string;
      id: string;
    }>(
      `select c.name as customer, m.name as member, m.status, m.id from ownership o
         join customer c on c.id = o.customer_id join member m on m.id = o.member_id
        where o.workspace_id = $1 and c.name like '株式会社_担当' order by c.id`,
      [enishi.workspaceId],
    );
    expect(owners.map((row) => [row.customer, row.member, row.status])).toEqual([
      ["株式会社甲担当", "田中 一郎", "active"],
      ["株式会社乙担当", "元山", "former"],
      ["株式会社丙担当", "田中 一郎", "active"],
      ["株式会社丁担当", "元山", "former"],
    ]);
    expect(owners[0]!.id).toBe(tanaka);
  });

  it("finds what came in by search", async () => {
    await importList(enishi, ["I1,株式会社検索対象,,03-7777-1234,,,,"]);

    const [row] = await enishi.database.query<{ folded: string }>(
      `select s.folded from customer_search s join customer c on c.id = s.customer_id where c.name = '株式会社検索対象'`,
    );
    expect(row!.folded).toContain("検索対象");
    expect(row!.folded).toContain("#0377771234");
    expect(row!.folded).toContain("=i1");
  });

  it("reports each record with its cluster", async () => {
    const view = await importList(enishi, [
      "J1,株式会社報告,高橋 次郎,03-8888-0001 内線12,jiro@houkoku.co.jp,東京都港区芝4-4-4,,",
      "J1,㈱報告 名古屋営業所,,052-888-0001,,愛知県名古屋市中区栄1-1-1,,",
    ]);

    const [title, first, second] = await rowsOf(view.importId);
    expect(title).toMatchObject({
      row: 1,
      status: "rejected",
      rejected: true,
      reason: "header",
      company: null,
    });
    expect(first).toMatchObject({
      row: 2,
      status: "created",
      company: "株式会社報告",
      person: "高橋 次郎",
      phone: "+81388880001",
      ext: "12",
      email: "jiro@houkoku.co.jp",
      prefecture: "東京都",
    });
    expect(second).toMatchObject({ row: 3, status: "joined", clusterId: first!.clusterId });
    expect(second!.customerIds).toHaveLength(2);
  });

  it("reads a list again with corrected columns and remembers them for the next of its shape", async () => {
    const { checkImport, checkFile } = await import("../../core/imports/index.ts");
    const list = (name: string) => ({
      name: "x.csv",
      bytes: Buffer.from(
        [
          "しるし,会社名,電話番号",
          `優良,株式会社${name},03-9999-0001`,
          `普通,有限会社${name},03-9999-0002`,
          "",
        ].join("\r\n"),
      ),
    });
    const first = await checkFile(enishi.core.kernel, list("訂正前"), {}, enishi.operator);

    const corrected = await checkImport(
      enishi.core.kernel,
      first.importId,
      { columns: { しるし: "note" } },
      enishi.operator,
    );
    const next = await checkFile(enishi.core.kernel, list("訂正後"), {}, enishi.operator);

    expect(corrected.columns.find((column) => column.column === "しるし")).toMatchObject({
      field: "note",
      confidence: 1,
    });
    expect(next.columns.find((column) => column.column === "しるし")).toMatchObject({ field: "note" });
    expect(corrected.counts).toMatchObject({ rows: 3, ready: 2 });
    await commit(enishi, corrected.importId);
    expect(await customersNamed(enishi, "株式会社訂正前")).toHaveLength(1);
  });

  it("remembers the corrections of a list without a header too", async () => {
    const { checkFile } = await import("../../core/imports/index.ts");
    const lines = [
      "株式会社無題,03-9999-0031,第一,佐藤 一郎",
      "有限会社無銘,03-9999-0032,第二,鈴木 二郎",
      "",
    ];
    const list = { name: "x.csv", bytes: Buffer.from(lines.join("\r\n")) };

    const said = await checkFile(
      enishi.core.kernel,
      list,
      { columns: { "#3": "department" } },
      enishi.operator,
    );
    const next = await checkFile(enishi.core.kernel, list, {}, enishi.operator);

    expect([said.columns[2]?.field, next.columns[2]?.field]).toEqual(["department", "department"]);
  });

  it("reads a workbook of several sheets again as the sheets that it is", async () => {
    const { checkImport, checkFile } = await import("../../core/imports/index.ts");
    const bytes = writeWorkbook([
      { name: "得意先", rows: [["会社名", "電話番号"], ["株式会社東棟", "03-9999-0011"], []] },
      {
        name: "仕入先",
        rows: [
          ["電話番号", "しるし", "会社名"],
          ["03-9999-0012", "普通", "有限会社西棟"],
        ],
      },
    ]);
    const first = await checkFile(enishi.core.kernel, { name: "x.xlsx", bytes }, {}, enishi.operator);

    const again = await checkImport(
      enishi.core.kernel,
      first.importId,
      { columns: { しるし: "note" } },
      enishi.operator,
    );

    expect(again.parts).toEqual([
      { sheet: "得意先", roles: ["得意先"], rows: 2, preset: null },
      { sheet: "仕入先", roles: ["仕入先"], rows: 2, preset: null },
    ]);
    expect([again.counts, again.sheet]).toEqual([first.counts, first.sheet]);
    await commit(enishi, again.importId);
    const kept = await enishi.database.query(
      "select name, roles, note from customer where workspace_id = $1 and name like '%棟' order by name",
      [enishi.workspaceId],
    );
    expect(kept).toEqual([
      { name: "有限会社西棟", roles: ["supplier"], note: "普通" },
      { name: "株式会社東棟", roles: ["customer"], note: null },
    ]);
  });

  it("keeps cells with letters that the database cannot keep", async () => {
    const view = await importList(enishi, ["K1,株式会社\u0000零,,,,,,\ud800半分"]);

    expect(view.equation.balanced).toBe(true);
  });
});
