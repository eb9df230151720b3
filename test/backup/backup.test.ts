import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restore, takeBackup } from "../../core/backup/index.ts";
import { addNextAction, logHistory, mergeDuplicates, searchCustomers } from "../../core/index.ts";
import { tableRules } from "../../core/nouns.ts";
import { importList } from "../imports/lists.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let office: TestEnishi;
let lines: string[];

beforeAll(async () => {
  office = await createTestEnishi();
  const sato = await office.member("佐藤", "manager", { email: "sato@example.jp" });
  await importList(office, [
    "B1,株式会社控え,山田 太郎,03-1111-0001,taro@hikae.co.jp,東京都港区芝1-1-1,佐藤,\u2028行の区切り\u2029と「\\」と 𠮷野家",
    "B2,㈱控え商会,山田 花子,03-1111-0002,hanako@hikae-shokai.co.jp,,佐藤,",
    "B3,<!channel>,,03-1111-0003,,,,=HYPERLINK(1)",
  ]);
  const ids = await customerIds(office);
  const author = office.as(sato);
  await office.perform(logHistory, { customerId: ids[0]!, kind: "call", body: "単価の件\n来週また" }, author);
  await office.perform(
    addNextAction,
    { customerId: ids[0]!, title: "見積を出す", dueOn: "2026-12-01", kind: "promise" },
    author,
  );
  await office.perform(mergeDuplicates, { keepId: ids[0]!, mergeId: ids[1]! }, author);
  await office.core.kernel.flush();
  lines = await backupOf(office);
});

afterAll(() => office.close());

async function customerIds({ database, workspaceId }: TestEnishi): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    "select id from customer where workspace_id = $1 and kind = 'company' order by name desc",
    [workspaceId],
  );
  return rows.map(({ id }) => id);
}

async function backupOf(
  { database }: TestEnishi,
  workspaceId: string = office.workspaceId,
): Promise<string[]> {
  let text = "";
  await takeBackup(database, tableRules, { workspaceId, now: office.clock.now() }, async (line) => {
    text += line;
  });
  return text.split("\n").slice(0, -1);
}

async function* given(some: readonly string[]) {
  yield* some;
}

const bring = (house: TestEnishi, some: readonly string[]) =>
  restore(house.database, tableRules, given(some));

/** Everything of a workspace, rows in an order of their own. */
const content = (some: readonly string[]) => some.slice(1).sort();

async function withHouse(work: (house: TestEnishi) => Promise<void>, server?: null): Promise<void> {
  const house = await createTestEnishi(server === null ? { server } : {});
  try {
    await work(house);
  } finally {
    await house.close();
  }
}

describe("a backup", () => {
  it("brings everything back, to the last character", () =>
    withHouse(async (house) => {
      const restored = await bring(house, lines);

      expect(restored.workspace.id).toBe(office.workspaceId);
      expect(content(await backupOf(house))).toEqual(content(lines));
    }));

  it("is searched, and its merges are known, as before", () =>
    withHouse(async (house) => {
      await bring(house, lines);
      const call = { ...house.operator, workspaceId: office.workspaceId };

      for (const q of ["控え", "0311110001", "taro@hikae", "B2", "山田"]) {
        const asked = { q, limit: 20 };
        expect(await house.ask(searchCustomers, asked, call), q).toEqual(
          await office.ask(searchCustomers, asked, office.operator),
        );
      }
    }));

  it("moves from one engine to the other", () =>
    withHouse(async (house) => {
      await bring(house, lines);

      expect(content(await backupOf(house))).toEqual(content(lines));
    }, null));

  it("takes the place of a workspace without customers and leaves one with customers alone", () =>
    withHouse(async (house) => {
      await importList(house, ["C1,株式会社先客,,03-2222-0001,,,,"]);
      const before = await backupOf(house, house.workspaceId);

      await expect(bring(house, lines)).rejects.toMatchObject({
        code: "restore_target_in_use",
        params: { customers: 1 },
      });
      expect(content(await backupOf(house, house.workspaceId))).toEqual(content(before));
    }));

  it("that is cut off, nonsense or newer brings back nothing", () =>
    withHouse(async (house) => {
      const header = JSON.parse(lines[0]!);
      const faults: [string, string[], string][] = [
        ["cut off", lines.slice(0, -1), "backup_incomplete"],
        ["a row missing", lines.filter((line) => !line.includes("単価の件")), "backup_incomplete"],
        ["nonsense", ["会社名,電話"], "backup_unreadable"],
        ["empty", [], "backup_unreadable"],
        ["broken row", lines.map((line) => (line.startsWith("[") ? "[{]" : line)), "backup_unreadable"],
        [
          "newer",
          [JSON.stringify({ ...header, migrations: ["29990101000000_future"] }), ...lines.slice(1)],
          "backup_newer",
        ],
        [
          "a table of another program",
          [lines[0]!, '{"table":"pg_authid","columns":["oid"]}', ...lines.slice(1)],
          "backup_newer",
        ],
      ];
      for (const [what, some, code] of faults) {
        await expect(bring(house, some), what).rejects.toMatchObject({ code });
      }
      expect(await customerIds(house)).toEqual([]);
      expect(
        await house.database.query("select id from workspace where id = $1", [house.workspaceId]),
      ).toHaveLength(1);
    }));
});
