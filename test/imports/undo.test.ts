import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getImport, listKeptCustomers, runUndo, undoImport } from "../../core/imports/index.ts";
import { logHistory, updateCustomer } from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { customersNamed, importList, pointsOf } from "./lists.ts";

let enishi: TestEnishi;
beforeAll(async () => {
  enishi = await createTestEnishi();
});
afterAll(() => enishi.close());

async function undo(importId: string) {
  await enishi.perform(undoImport, { importId, driver: "caller" }, enishi.operator);
  await runUndo(enishi.core.kernel, importId, enishi.operator);
  return enishi.ask(getImport, { importId }, enishi.operator);
}

/** Everything that an import writes to, without what only counts. */
async function everything() {
  const tables = {
    customer:
      "id, kind, parent_id, name, name_kana, note, prefecture, city, roles, extra, amount, relation_since, sort_key",
    customer_name: "customer_id, kind, name",
    contact_point: "customer_id, kind, normalized, is_primary",
    customer_code: "customer_id, system, code",
    customer_domain: "customer_id, domain",
    customer_match: "customer_id, key",
    customer_search: "customer_id, folded, sort_key",
    ownership: "customer_id, member_id, role",
    member: "id, name, status",
  };
  const found: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(tables)) {
    found[table] = await enishi.database.query(
      `select ${columns} from ${table} where workspace_id = $1 order by ${columns.split(",").slice(0, 3).join(",")}`,
      [enishi.workspaceId],
    );
  }
  return found;
}

describe("an import that is taken back", () => {
  it("leaves everything as it was before", async () => {
    await importList(enishi, [
      "U1,株式会社以前,山田 太郎,03-1111-0001,taro@izen.co.jp,,以前の担当,古いメモ",
      "U2,株式会社無関係,,03-1111-0002,,,,",
    ]);
    const before = await everything();
    const second = await importList(enishi, [
      "U1,㈱以前,山田 太郎,03-1111-0009,taro2@izen.co.jp,東京都港区芝1-1-1,以前の担当,新しいメモ",
      "U1,株式会社以前 大阪支店,鈴木 一郎,06-1111-0001,ichiro@izen.co.jp,大阪府大阪市北区梅田1-1-1,新顔,",
      "U3,株式会社新規,佐藤 花子,03-1111-0003,hanako@shinki.co.jp,,新顔,",
    ]);
    expect(second.counts).toMatchObject({ updated: 2, created: 1 });

    const view = await undo(second.importId);

    expect(view.state).toBe("undone");
    expect(view.counts).toMatchObject({ kept: 0, restored: 2 });
    expect(await everything()).toEqual(before);
  });

  it("keeps and names what somebody used since", async () => {
    const imported = await importList(enishi, [
      "V1,株式会社記録済み,,03-2222-0001,,,,",
      "V2,株式会社編集済み,,03-2222-0002,,,,",
      "V3,株式会社先方記録,伊藤 三郎,03-2222-0003,,,,",
      "V4,株式会社手つかず,,03-2222-0004,,,,",
    ]);
    const member = await enishi.member("記録者");
    const [logged] = await customersNamed(enishi, "株式会社記録済み");
    const [edited] = await customersNamed(enishi, "株式会社編集済み");
    const [person] = await customersNamed(enishi, "伊藤 三郎");
    const log = { kind: "call" as const, body: "電話した" };
    await enishi.perform(logHistory, { ...log, customerId: logged!.id }, enishi.as(member));
    await enishi.perform(updateCustomer, { customerId: edited!.id, note: "覚え書き" }, enishi.as(member));
    await enishi.perform(logHistory, { ...log, customerId: person!.id }, enishi.as(member));

    const view = await undo(imported.importId);

    const kept = await enishi.ask(listKeptCustomers, { importId: imported.importId }, enishi.operator);
    expect(view.counts).toMatchObject({ removed: 1, kept: 4 });
    expect(kept.items.map(({ name, reason }) => [name, reason]).sort()).toEqual([
      ["伊藤 三郎", "edited"],
      ["株式会社先方記録", "has_others"],
      ["株式会社編集済み", "edited"],
      ["株式会社記録済み", "edited"],
    ]);
    expect(await customersNamed(enishi, "株式会社手つかず")).toEqual([]);
    expect(await pointsOf(enishi, logged!.id)).toEqual(["+81322220001"]);
  });

  it("keeps what a later list added to", async () => {
    const first = await importList(enishi, ["W1,株式会社後追い,,03-3333-0001,,,,"]);
    await importList(enishi, ["W1,株式会社後追い,,03-3333-0002,,,,"]);

    const view = await undo(first.importId);

    expect(view.counts).toMatchObject({ removed: 0, kept: 1 });
  });

  it("lets the same file come in anew", async () => {
    const rows = ["X1,株式会社再挑戦,,03-4444-0001,,,,"];
    const first = await importList(enishi, rows);
    await undo(first.importId);

    const again = await importList(enishi, rows);

    expect(again.counts).toMatchObject({ created: 1 });
    expect(await customersNamed(enishi, "株式会社再挑戦")).toHaveLength(1);
  });

  it("is refused for a list that brought nothing in, and a second time", async () => {
    const { check } = await import("./lists.ts");
    const checked = await check(enishi, ["Y1,株式会社未取込,,03-4444-0002,,,,"]);
    const done = await importList(enishi, ["Z1,株式会社二重取消,,03-4444-0003,,,,"]);
    await undo(done.importId);

    await expect(undo(checked.importId)).rejects.toMatchObject({ code: "import_not_committed" });
    await expect(undo(done.importId)).rejects.toMatchObject({ code: "import_already_undone" });
  });
});
