import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportView, openList, type RowView } from "../../core/imports/index.ts";
import { writeList } from "../bench/lists.ts";
import { writeWorkbook } from "../imports/reading/write-workbook.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { type Ran, runEnishi, slow, startEnishi } from "./run-enishi.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "enishi 取込-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("enishi import beside a server", () => {
  let enishi: TestEnishi;
  let dataDir: string;
  beforeAll(async () => {
    enishi = await createTestEnishi({ server: null });
    dataDir = join(enishi.folder, "data");
  });
  afterAll(() => enishi.close());

  const applied = async (): Promise<number> =>
    (await enishi.database.query<{ n: number }>("select coalesce(max(applied), 0)::int as n from import"))[0]!
      .n;

  it("says in one equation what became of every row, and writes a report", async () => {
    const list = file(
      "台帳.csv",
      "会社名,電話番号\r\n株式会社甲,03-1111-0001\r\n㈱甲,03-1111-0001\r\n合計,2\r\n",
    );
    const report = join(folder, "結果.jsonl");

    const ran = await runEnishi(dataDir, "import", list, "--purpose", "ご案内", "--report", report);

    expect(ran.err).toBe("");
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("4行 = 新規1 + まとめ1 + 除外2");
    const rows = readFileSync(report, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as RowView);
    expect(rows.map((row) => [row.row, row.status, row.reason])).toEqual([
      [1, "rejected", "header"],
      [2, "created", null],
      [3, "joined", null],
      [4, "rejected", "total"],
    ]);
    expect(rows[1]).toMatchObject({
      company: "株式会社甲",
      companyKey: "甲",
      phone: "+81311110001",
      email: null,
    });
    expect(rows[1]!.clusterId).toBe(rows[2]!.clusterId);
  });

  it("writes the person's own rows with the verdict behind them as a workbook, and never into the list", async () => {
    const list = file(
      "元表.csv",
      "会社名,電話番号,備考\r\n株式会社丁,03-1111-0011,=1+1\r\n㈱丁,03-1111-0011,\r\n株式会社戊,03-1111,<月末>\r\n合計,3\r\n",
    );
    const before = readFileSync(list);
    const report = join(folder, "結果.xlsx");

    const refused = await runEnishi(dataDir, "import", list, "--report", list);
    const ran = await runEnishi(dataDir, "import", list, "--report", report);

    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("元のファイルには書き込みません");
    const nowhere = join(folder, "ない", "結果.xlsx");
    const lost = await runEnishi(dataDir, "import", list, "--dry-run", "--report", nowhere);
    expect(lost.code).toBe(1);
    expect(lost.err).toContain(`${nowhere} に書き込めませんでした`);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(list)).toEqual(before);
    const sheet = strFromU8(unzipSync(readFileSync(report))["xl/worksheets/sheet1.xml"]!);
    expect(sheet).not.toContain("<f>");
    expect(sheet).toMatch(/<c r="C2" s="1" t="inlineStr"><is><t[^>]*>=1\+1</);
    const table = await openList({ name: "結果.xlsx", bytes: report });
    const rows: string[][] = [];
    for await (const row of table.rows()) rows.push(row.raw);
    expect(rows[0]).toEqual(["会社名", "電話番号", "備考", "判定", "根拠", "一致先", "エラー"]);
    expect(rows[1]).toEqual(["株式会社丁", "03-1111-0011", "=1+1", "新規"]);
    expect(rows[2]!.slice(0, 4)).toEqual(["㈱丁", "03-1111-0011", "", "まとめ"]);
    expect(rows[2]![4]).toContain("社名");
    expect(rows[2]![5]).toBe("株式会社丁");
    expect(rows[3]!.slice(2, 4)).toEqual(["<月末>", "新規"]);
    expect(rows[3]![6]).toContain("電話番号として読めません: 03-1111");
    expect(rows[4]).toEqual(["合計", "3", "", "除外", "合計・件数の行"]);
  });

  it("reads the export of a product by its preset, and every sheet of a workbook", async () => {
    const contacts = fileURLToPath(new URL("../plugins/exports/freee.csv", import.meta.url));
    const book = file(
      "台帳.xlsx",
      writeWorkbook([
        {
          name: "目次",
          rows: [
            ["No", "シート名"],
            [1, "得意先"],
          ],
        },
        {
          name: "得意先",
          rows: [
            ["会社名", "TEL"],
            ["株式会社己", "03-1111-0021"],
          ],
        },
        {
          name: "仕入先",
          rows: [
            ["会社名", "TEL"],
            ["株式会社庚", "03-1111-0022"],
          ],
        },
      ]),
    );

    const known = await runEnishi(dataDir, "import", contacts, "--dry-run");
    const named = await runEnishi(dataDir, "import", contacts, "--dry-run", "--preset", "eigth");
    const sheets = await runEnishi(dataDir, "import", book, "--dry-run");

    expect(known.out).toContain("「freee 会計 取引先」の書き出しとして読みます");
    expect(named).toMatchObject({ code: 1, out: "" });
    expect(named.err).toContain("sansan, eight, camcard");
    expect(sheets.out).toContain("シート: 得意先, 仕入先");
    expect(sheets.out).toContain("読まないシート: 目次");
    expect(sheets.out).toContain("4行 = 除外2 + 取り込める行2");
  });

  it("only checks with --dry-run", async () => {
    const list = file(
      "試し.csv",
      "会社名,電話番号\r\n株式会社試,03-1111-0002\r\n株式会社験,03-1111-0003\r\n",
    );

    const ran = await runEnishi(dataDir, "import", list, "--dry-run", "--json");

    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({
      state: "checked",
      counts: { rows: 3, ready: 2, rejected: 1 },
    });
    expect(await enishi.database.query("select 1 from customer where name = '株式会社試'")).toEqual([]);
  });

  it(
    "goes on where it was after every kill, and no row is lost or doubled",
    async () => {
      const list = join(folder, "長い.csv");
      await writeList(list, { rows: 1_500, seed: 7 });
      let kills = 0;
      let ran: Ran | null = null;
      for (let before = 0; !ran; ) {
        const { child, ended } = startEnishi(dataDir, ["import", list, "--json"]);
        const over = ended.then((result) => result);
        for (;;) {
          const done = await Promise.race([over, applied()]);
          if (typeof done === "object") {
            ran = done;
            break;
          }
          if (kills < 2 && done > before) {
            before = done;
            kills++;
            child.kill("SIGKILL");
            await over;
            break;
          }
        }
      }

      expect(kills).toBeGreaterThan(0);
      expect(ran.code).toBe(0);
      const view = JSON.parse(ran.out) as ImportView;
      expect(view.equation.balanced).toBe(true);
      expect(view.counts).toMatchObject({ rows: 1_501, ready: 0, rejected: 1 });
      const [stored] = await enishi.database.query<Record<string, number>>(
        `select count(*) filter (where kind = 'company') as companies,
              count(distinct c.id) filter (where kind = 'company') as distinct_companies,
              (select count(*) from import_row r where r.import_id = $1 and r.status not in ('ready', 'raw')) as rows,
              (select count(distinct code) from customer_code o join customer x on x.id = o.customer_id where x.import_id = $1) as codes,
              (select count(*) from customer_code o join customer x on x.id = o.customer_id where x.import_id = $1) as code_rows
         from customer c where import_id = $1`,
        [view.importId],
      );
      expect(stored).toMatchObject({ companies: view.counts.companies, rows: 1_501 });
      expect(stored!.codes).toBe(stored!.code_rows);
      const again = await runEnishi(dataDir, "import", list, "--json");
      expect((JSON.parse(again.out) as ImportView).counts).toMatchObject({
        unchanged: 1_500,
        created: 0,
        updated: 0,
      });
    },
    slow,
  );

  it("takes an import back and names what it kept", async () => {
    const list = file(
      "戻す.csv",
      "会社名,電話番号\r\n株式会社戻す,03-1111-0004\r\n株式会社残す,03-1111-0005\r\n",
    );
    const view = JSON.parse((await runEnishi(dataDir, "import", list, "--json")).out) as ImportView;
    await enishi.database.query("update customer set version = version + 1 where name = '株式会社残す'");

    const ran = await runEnishi(dataDir, "undo", view.importId);

    expect(ran.code).toBe(0);
    expect(ran.out).toContain("削除 1件");
    expect(ran.out).toContain("株式会社残す");
  });
});

describe("enishi import alone", () => {
  it(
    "comes through a kill of the process that holds the database",
    async () => {
      const dataDir = join(folder, "データ 1");
      mkdirSync(dataDir);
      const list = join(folder, "単独.csv");
      await writeList(list, { rows: 600, seed: 9 });
      const { child, ended } = startEnishi(dataDir, ["import", list]);
      // Its first line is said when the check is done and the rows begin to be applied.
      child.stdout!.once("data", () => child.kill("SIGKILL"));
      expect((await ended).code).toBeNull();

      const ran = await runEnishi(dataDir, "import", list, "--json");

      expect(ran.err).toBe("");
      const view = JSON.parse(ran.out) as ImportView;
      expect(view.equation.balanced).toBe(true);
      expect(view.counts).toMatchObject({ rows: 601, ready: 0 });
      const rows = await runEnishi(dataDir, "import", list, "--json");
      expect((JSON.parse(rows.out) as ImportView).counts).toMatchObject({ unchanged: 600 });
    },
    slow,
  );

  it.each([
    ["empty", "空.csv", "", "空です"],
    ["binary", "ばいなり.csv", new Uint8Array(4_096).map((_, i) => (i * 7) % 32), "表ではありません"],
    ["one column", "一列.csv", "きょうは晴れ\nあしたは雨かもしれない\nあさっては分からない\n", "1列しかなく"],
    ["an old workbook", "古い.xls", Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), ".xlsx"],
  ])("refuses a file that is %s with a sentence and without a trace", async (_, name, content, sentence) => {
    const ran = await runEnishi(join(folder, "データ 2"), "import", file(name, content));

    expect(ran.code).toBe(1);
    expect(ran.err).toContain(sentence);
    expect(ran.err).not.toContain("at ");
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("refuses a file that is not there", async () => {
    const ran = await runEnishi(join(folder, "データ 2"), "import", join(folder, "ない.csv"));

    expect(ran.code).toBe(1);
    expect(ran.err).toContain("ない.csv");
  });
});

describe("enishi columns", () => {
  it("prints one line for each column", async () => {
    const list = file("列.csv", "会社名,電話番号,謎\r\n株式会社甲,03-1111-0001,x\r\n");

    const ran = await runEnishi(join(folder, "データ 3"), "columns", list, "--json");

    expect(ran.code).toBe(0);
    const columns = ran.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(columns).toMatchObject([
      { column: "会社名", field: "company" },
      { column: "電話番号", field: "phone" },
      { column: "謎", field: null },
    ]);
    expect(Object.keys(columns[0]!)).toEqual(["column", "field", "confidence"]);
  });
});
