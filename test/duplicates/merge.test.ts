import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { addContactPoint, createCustomer, updateCustomer } from "../../core/customers/index.ts";
import { mergeDuplicates, splitDuplicates } from "../../core/duplicates/index.ts";
import { listHistory, logHistory } from "../../core/history/index.ts";
import { addNextAction } from "../../core/next-actions/index.ts";
import { acceptHandover, listHandovers, proposeHandover } from "../../core/ownership/index.ts";
import { findByMail, getProfile, searchCustomers } from "../../core/profile/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { auditOf, owns } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;
let suzuki: string;
let viewer: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  suzuki = await enishi.member("鈴木");
  viewer = await enishi.member("見る人", "viewer");
});
afterAll(() => enishi.close());

async function company(name: string, more: Partial<z.input<typeof createCustomer.input>> = {}) {
  const made = await enishi.perform(createCustomer, { kind: "company", name, ...more }, enishi.as(sato));
  return made.customerId;
}
const merge = (keepId: string, mergeId: string, more: object = {}) =>
  enishi.perform(mergeDuplicates, { keepId, mergeId, ...more }, enishi.as(sato));
const split = (id: string) => enishi.perform(splitDuplicates, { id }, enishi.as(sato));
const profile = (customerId: string) => enishi.ask(getProfile, { customerId }, enishi.as(sato));
const search = async (q: string) => (await enishi.ask(searchCustomers, { q }, enishi.as(sato))).items;

describe("duplicates.merge", () => {
  test("gives the survivor everything, and answers for the merged record with it", async () => {
    const keep = await company("北陸物産㈱", {
      contactPoints: [{ kind: "phone", value: "076-220-2111" }],
      note: "締めは20日",
      relationSince: "2015-04-01",
      extra: { 締め日: "20日" },
    });
    const other = await company("株式会社ホクリク物産", {
      corporateNumber: "1180301018771",
      contactPoints: [
        { kind: "phone", value: "０７６（２２０）２１１１" },
        { kind: "mail", value: "info@hokuriku.example.co.jp" },
      ],
      codes: [{ system: "販売", code: "80012" }],
      note: "窓口は木村様",
      relationSince: "1998-10-01",
      extra: { 締め日: "20日締め翌月末払い", 車両: "2台" },
    });
    const person = await enishi.perform(
      createCustomer,
      { kind: "person", name: "木村", parentId: other },
      enishi.as(sato),
    );
    await enishi.perform(
      logHistory,
      { customerId: other, kind: "visit", body: "価格改定" },
      enishi.as(suzuki),
    );
    await enishi.perform(
      addNextAction,
      { customerId: other, kind: "promise", title: "見積", dueOn: "2026-11-24" },
      enishi.as(sato),
    );

    const { moved } = await merge(keep, other);

    expect(moved).toMatchObject({ contact_point: 1, customer_code: 1, history_entry: 1, next_action: 1 });
    const card = await profile(other);
    expect(card.customer).toMatchObject({
      id: keep,
      name: "北陸物産㈱",
      corporateNumber: "1180301018771",
      note: "締めは20日\n窓口は木村様",
      relationSince: "1998-10-01",
      extra: { 締め日: "20日締め翌月末払い", 車両: "2台" },
    });
    expect(card.contactPoints.map((point) => point.normalized)).toEqual([
      "+81762202111",
      "info@hokuriku.example.co.jp",
    ]);
    expect(card.codes).toEqual([{ system: "販売", code: "80012" }]);
    expect(card.aliases).toEqual([{ kind: "spelling", name: "株式会社ホクリク物産" }]);
    expect(card.people.map((one) => one.id)).toEqual([person.customerId]);
    expect(card.history.map((entry) => entry.body)).toEqual(["価格改定"]);
    expect(card.nextActions.map((action) => action.title)).toEqual(["見積"]);
    const { people } = await enishi.ask(
      findByMail,
      { emails: ["info@hokuriku.example.co.jp"] },
      enishi.as(sato),
    );
    expect(people.map((one) => one.customerId)).toEqual([keep]);
  });

  test("lets the code of the merged record be found, saying that it was merged", async () => {
    const keep = await company("みなと食品", { codes: [{ code: "55501" }] });
    const other = await company("ミナトフーズ㈱", { codes: [{ code: "55502" }] });
    const last = await company("湊食品");

    await merge(keep, other);
    expect(await search("55502")).toMatchObject([
      { customerId: keep, matched: "merged", matchedText: "55502" },
    ]);
    expect(await search("55501")).toMatchObject([{ customerId: keep, matched: "code" }]);
    expect(await search("ミナトフーズ")).toMatchObject([{ customerId: keep, matched: "alias" }]);

    const second = await merge(last, keep);
    expect(await search("55502")).toMatchObject([{ customerId: last, matched: "merged" }]);
    expect((await profile(other)).customer.id).toBe(last);

    await split(second.id);
    expect(await search("55501")).toMatchObject([{ customerId: keep, matched: "code" }]);
    expect(await search("湊食品")).toMatchObject([{ customerId: last, matched: "name" }]);
  });

  test("takes from the other side what a person chose", async () => {
    const keep = await company("東海プラント", { city: "名古屋市", note: "古いメモ" });
    const other = await company("東海プラント工業", {
      nameKana: "トウカイプラントコウギョウ",
      note: "新しいメモ",
    });

    await merge(keep, other, { choices: { name: "merge", note: "merge" } });

    const { customer, aliases } = await profile(keep);
    expect(customer).toMatchObject({
      name: "東海プラント工業",
      nameKana: "トウカイプラントコウギョウ",
      note: "新しいメモ",
      city: "名古屋市",
    });
    expect(aliases).toEqual([{ kind: "spelling", name: "東海プラント" }]);
    expect(await search("とうかいぷらんとこう")).toMatchObject([{ customerId: keep, matched: "reading" }]);
  });

  test("refuses a stale copy, another kind, sites of two companies, a record with itself", async () => {
    const keep = await company("甲");
    const other = await company("乙");
    const person = (await enishi.perform(createCustomer, { kind: "person", name: "丙" }, enishi.as(sato)))
      .customerId;
    const site = async (parentId: string) =>
      (await enishi.perform(createCustomer, { kind: "site", name: "大阪支店", parentId }, enishi.as(sato)))
        .customerId;
    await enishi.perform(updateCustomer, { customerId: other, note: "電話済" }, enishi.as(suzuki));

    await expect(merge(keep, other, { versions: { keep: 1, merge: 1 } })).rejects.toMatchObject({
      code: "stale_copy",
      field: "mergeId",
    });
    await expect(merge(keep, person)).rejects.toMatchObject({ code: "merge_other_kind" });
    await expect(merge(await site(keep), await site(other))).rejects.toMatchObject({
      code: "merge_other_company",
    });
    await expect(merge(keep, keep)).rejects.toMatchObject({ code: "merge_itself" });
    await expect(
      enishi.perform(mergeDuplicates, { keepId: keep, mergeId: other }, enishi.as(viewer)),
    ).rejects.toMatchObject({ code: "forbidden" });
    await merge(keep, other, { versions: { keep: 1, merge: 2 } });
  });

  test("keeps the survivor's 営業担当 and makes the other's 副担当", async () => {
    const keep = await company("アサヒ産業㈱");
    const other = await company("朝日産業㈱");
    await owns(enishi, sato, keep);
    await owns(enishi, suzuki, other);

    await merge(keep, other);

    const { owners } = await profile(keep);
    expect(owners.map((owner) => [owner.name, owner.role])).toEqual([
      ["佐藤", "owner"],
      ["鈴木", "deputy"],
    ]);
  });

  test("hands an ownerless survivor the other's 営業担当, and goes on with an open handover", async () => {
    const keep = await company("三和電機");
    const other = await company("三和電機工業");
    await owns(enishi, sato, other);
    const { handoverId } = await enishi.perform(
      proposeHandover,
      { customerIds: [other], toMemberId: suzuki },
      enishi.as(sato),
    );

    await merge(keep, other);

    expect((await profile(keep)).owners).toMatchObject([{ memberId: sato, role: "owner" }]);
    const open = await enishi.ask(listHandovers, { customerId: keep, open: true }, enishi.as(suzuki));
    expect(open.items.map((handover) => handover.id)).toEqual([handoverId]);
    await enishi.perform(acceptHandover, { handoverId }, enishi.as(suzuki));
    expect((await profile(keep)).owners).toMatchObject([{ memberId: suzuki, role: "owner" }]);
  });

  test("leaves a row of the audit trail at both, and tells what was merged", async () => {
    const keep = await company("丸八金属", { note: "甲" });
    const other = await company("まるはち金属", { note: "乙" });

    const { id } = await merge(keep, other);

    const last = async (customerId: string) => (await auditOf(enishi, customerId)).at(-1);
    expect(await last(keep)).toMatchObject({
      operation: "duplicates.merge",
      actor_id: sato,
      before: { note: "甲" },
      after: { note: "甲\n乙", mergeId: id, mergedId: other },
    });
    expect(await last(other)).toMatchObject({
      before: { state: "active" },
      after: { state: "merged", mergedIntoId: keep, mergeId: id },
    });
  });

  test("of A into B and of B into A at once happens one way, and the other is told", async () => {
    for (let round = 0; round < 5; round++) {
      const a = await company(`往復商店${round}`);
      const b = await company(`往復商会${round}`);

      const results = await Promise.allSettled([merge(a, b), merge(b, a)]);

      const refused = results.filter((result) => result.status === "rejected");
      expect(refused.map((result) => result.reason.code)).toEqual(["customer_merged"]);
      const states = await enishi.database.query(
        "select 1 from customer where id in ($1, $2) and state = 'active' and merged_into_id is null",
        [a, b],
      );
      expect(states).toHaveLength(1);
    }
  });

  test("round a circle of three at once leaves one customer to which all point", async () => {
    const ids = [await company("輪一"), await company("輪二"), await company("輪三")];

    await Promise.allSettled(ids.map((id, at) => merge(id, ids[(at + 1) % 3]!)));

    for (const id of ids) expect((await profile(id)).customer.state).toBe("active");
  });

  test("loses no entry that is logged meanwhile", async () => {
    const keep = await company("途中商店");
    const other = await company("途中商会");
    const log = (n: number) =>
      enishi.perform(logHistory, { customerId: other, kind: "call", body: `${n}` }, enishi.as(suzuki));

    await Promise.all([log(1), log(2), merge(keep, other), log(3), log(4)]);

    const { items } = await enishi.ask(listHistory, { customerId: keep }, enishi.as(sato));
    expect(items.map((entry) => entry.body).sort()).toEqual(["1", "2", "3", "4"]);
  });

  test("writes nothing at all when a statement in its middle fails", async () => {
    const keep = await company("失敗商店");
    const other = await company("失敗商会", { contactPoints: [{ kind: "phone", value: "03-9999-8888" }] });
    await enishi.database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`,
    );
    await enishi.database.query(
      "create trigger refuse before insert on customer_merge for each row execute function refuse()",
    );
    const before = await profile(other);

    await expect(merge(keep, other)).rejects.toThrow("refused");

    await enishi.database.query("drop trigger refuse on customer_merge");
    await enishi.database.query("drop function refuse");
    expect(await profile(other)).toEqual(before);
    expect((await profile(keep)).contactPoints).toEqual([]);
    expect(await search("9999-8888")).toMatchObject([{ customerId: other }]);
  });
});

describe("duplicates.split", () => {
  test("keeps what was changed since and names it; what was written since stays with the survivor", async () => {
    const keep = await company("分割商店");
    const other = await company("分割商会", { url: "https://bunkatsu.example.jp", note: "乙のメモ" });
    const { id } = await merge(keep, other);
    await enishi.perform(updateCustomer, { customerId: keep, note: "新しいメモ" }, enishi.as(suzuki));
    await enishi.perform(
      logHistory,
      { customerId: other, kind: "call", body: "まとめた後" },
      enishi.as(suzuki),
    );
    await enishi.perform(
      addContactPoint,
      { customerId: keep, kind: "phone", value: "03-5555-6666" },
      enishi.as(suzuki),
    );

    const { kept } = await split(id);

    expect(kept).toEqual([{ entity: "customer", entityId: keep, field: "note" }]);
    const survivor = await profile(keep);
    expect(survivor.customer).toMatchObject({ name: "分割商店", note: "新しいメモ", url: null });
    expect(survivor.history.map((entry) => entry.body)).toEqual(["まとめた後"]);
    expect(survivor.contactPoints).toHaveLength(1);
    expect((await profile(other)).customer).toMatchObject({ id: other, state: "active", note: "乙のメモ" });
    await expect(split(id)).rejects.toMatchObject({ code: "merge_already_split" });
  });

  test("twice at once is one split", async () => {
    const { id } = await merge(await company("二度商店"), await company("二度商会"));

    const results = await Promise.allSettled([split(id), split(id)]);

    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("lets the two be merged once more", async () => {
    const keep = await company("再度商店");
    const other = await company("再度商会");

    await split((await merge(keep, other)).id);
    await split((await merge(other, keep)).id);

    expect((await profile(keep)).customer.id).toBe(keep);
  });
});
