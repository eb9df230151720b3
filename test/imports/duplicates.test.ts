import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkFile, listImportRows, type RowView } from "../../core/imports/index.ts";
import { APART, generateCompanies, LEVELS } from "../matching/generate.ts";
import { measurePairs } from "../matching/measure.ts";
import { recordsCsv } from "../matching/records-csv.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { commit } from "./lists.ts";

let enishi: TestEnishi;
beforeEach(async () => {
  enishi = await createTestEnishi();
});
afterEach(() => enishi.close());

test("a generated list comes in with nearly all duplicates joined, at every level, and no neighbours", async () => {
  const { records, gold, pairs, apart } = generateCompanies(700, 20261122);

  const rows = await importBytes("generated.csv", recordsCsv(records));

  const clusterOf = new Map(records.map(({ id }, at) => [id, rows[at + 1]!.clusterId!]));
  const isJoined = ({ a, b }: { a: string; b: string }) => clusterOf.get(a) === clusterOf.get(b);
  expect(measurePairs(clusterOf, gold).f1).toBeGreaterThanOrEqual(0.97);
  for (const level of LEVELS) {
    const all = pairs.filter((pair) => pair.level === level);
    expect(all.filter(isJoined).length / all.length, level).toBeGreaterThanOrEqual(0.9);
  }
  for (const kind of APART) {
    const all = apart.filter((pair) => pair.kind === kind);
    expect(all.filter(isJoined), kind).toEqual([]);
  }
});

test("the same list in another order, sent later, finds the customers that are there", async () => {
  const { records } = generateCompanies(150, 7);
  const first = await importBytes("first.csv", recordsCsv(records));

  const again = await importBytes("again.csv", recordsCsv([...records].reverse()));

  const known = new Set(first.flatMap((row) => row.customerIds));
  const strangers = again.filter((row) => !row.rejected && !row.customerIds.every((id) => known.has(id)));
  // What people were asked of stays open: those few stand apart until somebody answers.
  expect(strangers.length).toBeLessThanOrEqual(again.length * 0.03);
  expect(strangers.filter((row) => row.status !== "review")).toEqual([]);
});

test("the distorted people of FEBRL are found", async () => {
  const gold = new Map(
    fixture("febrl/febrl1.gold.csv")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",") as [string, string]),
  );

  const rows = await importBytes("febrl1.csv", fixture("febrl/febrl1.csv"));

  const found = new Map(rows.map((row) => [String(row.row), row.personClusterId ?? `row ${row.row}`]));
  const measured = measurePairs(new Map([...found].filter(([row]) => gold.has(row))), gold);
  expect(measured.f1).toBeGreaterThanOrEqual(0.95);
  expect(measured.precision).toBeGreaterThanOrEqual(0.99);
});

test("a row that says little finds its customer among rows that say more further down, and the list is told from its top", async () => {
  const address = "東京都中央区日本橋1-2-3";
  const rows = await importBytes(
    "丸八.csv",
    [
      "会社名,TEL,メール,住所",
      "丸八,03-5555-0101,,",
      `株式会社丸八商店,03-5555-0202,info@maruhachi-shoten.co.jp,${address}`,
      `株式会社丸八商店,03-5555-0101,eigyo@maruhachi-shoten.co.jp,${address}`,
      "",
    ].join("\r\n"),
  );

  expect(rows.slice(1).map((row) => row.status)).toEqual(["created", "joined", "joined"]);
  expect(new Set(rows.slice(1).map((row) => row.clusterId)).size).toBe(1);
  const [short, made, third] = rows.slice(1);
  expect(short!.match).toBeNull();
  expect(made!.match?.reasons.map((reason) => reason.code)).toContain("phone");
  expect(third!.match?.reasons.map((reason) => reason.code)).toContain("domain");
  const [company] = await enishi.database.query("select name from customer where kind = 'company'");
  expect(company).toEqual({ name: "株式会社丸八商店" });
});

test("a contact whom a company has from an earlier list is a word for it", async () => {
  const head = "会社名,先方担当者,住所\r\n";
  const [yokohama, kobe] = ["神奈川県横浜市中区本町1-1", "兵庫県神戸市中央区本町2-2"];
  const known = await importBytes(
    "known.csv",
    `${head}㈱山川塗料,永井 蓮,${yokohama}\r\n㈱海野塗料,永井 蓮,${kobe}\r\n`,
  );

  const rows = await importBytes(
    "new.csv",
    `${head}㈱山川塗,永井 蓮,${yokohama}\r\n㈱海野塗,木村 葵,${kobe}\r\n`,
  );

  expect(rows[1]!.clusterId).toBe(known[1]!.clusterId);
  expect(rows[2]!.status).toBe("review");
});

test("a review row says in words whom it may be, and asks once", async () => {
  const head = "会社名,電話番号,住所\r\n";
  await importBytes("known.csv", `${head}株式会社山川精機,045-111-2222,神奈川県横浜市中区本町1-1\r\n`);

  const rows = await importBytes(
    "new.csv",
    `${head}有限会社山川精機,045-111-2222,神奈川県横浜市中区本町1-1\r\n`,
  );

  const [row] = rows.filter((one) => one.status === "review");
  expect(row!.match!.reasons.map((reason) => reason.code)).toEqual(
    expect.arrayContaining(["name_same", "phone", "other_legal_form"]),
  );
  const pairs = await enishi.database.query<{ a: string; b: string; state: string }>(
    "select a_id as a, b_id as b, state from duplicate_pair where workspace_id = $1",
    [enishi.workspaceId],
  );
  expect(pairs).toEqual([
    {
      a: [row!.clusterId, row!.match!.customerIds[0]].sort()[0],
      b: [row!.clusterId, row!.match!.customerIds[0]].sort()[1],
      state: "open",
    },
  ]);
});

test("a list comes to its end of which people must be asked about every row", async () => {
  const head = "会社名,電話番号,住所\r\n";
  const lines = (form: string) =>
    [..."青赤白黒金銀山川海野森林松竹梅桜春夏秋冬東西南北朝昼夕夜星月"].flatMap((one, at) =>
      ["塗料", "精機", "食品", "運輸", "電器", "建材", "書房", "薬局"].map((trade, n) => {
        const number = String(at * 8 + n).padStart(4, "0");
        return `${form}${one}${one}${trade},045-111-${number},神奈川県横浜市中区本町${at + 1}-${n + 1}\r\n`;
      }),
    );
  await importBytes("known.csv", head + lines("株式会社").join(""));

  const rows = await importBytes("new.csv", head + lines("有限会社").join(""));

  expect(rows.slice(1).map((row) => row.status)).toEqual(Array(240).fill("review"));
});

async function importBytes(name: string, text: string): Promise<RowView[]> {
  const { importId } = await checkFile(
    enishi.core.kernel,
    { name, bytes: Buffer.from(text) },
    {},
    enishi.operator,
  );
  await commit(enishi, importId);
  const rows: RowView[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await enishi.ask(listImportRows, { importId, limit: 1_000, cursor }, enishi.operator);
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

function fixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");
}
