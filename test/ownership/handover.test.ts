import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listHistory, logHistory } from "../../core/history/index.ts";
import { addNextAction, listNextActions } from "../../core/next-actions/index.ts";
import {
  acceptHandover,
  answerHandover,
  askBackHandover,
  declineHandover,
  getHandover,
  listHandovers,
  listOwners,
  proposeHandover,
  withdrawHandover,
} from "../../core/ownership/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aCustomer, auditOf, owns } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;
let suzuki: string;
let boss: string;
let former: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  suzuki = await enishi.member("鈴木");
  boss = await enishi.member("山本", "manager");
  former = await enishi.member("田中", "member", { status: "former" });
});
afterAll(() => enishi.close());

const propose = (
  customerIds: string[],
  by = sato,
  more: { toMemberId?: string; fromMemberId?: string } = {},
) =>
  enishi.perform(
    proposeHandover,
    { customerIds, toMemberId: suzuki, reason: "異動のため", ...more },
    enishi.as(by),
  );
const accept = (handoverId: string, by = suzuki) =>
  enishi.perform(acceptHandover, { handoverId }, enishi.as(by));
const ownerOf = async (customerId: string) =>
  (await enishi.ask(listOwners, { customerId }, enishi.as(sato))).items.find(
    (owner) => owner.role === "owner" && owner.until === null,
  )?.memberId ?? null;
const handover = (handoverId: string) => enishi.ask(getHandover, { handoverId }, enishi.as(sato));
const told = (handoverId: string) =>
  enishi.database.query<{ payload: { kind: string; toMemberId: string } }>(
    `select payload from outbox_message where workspace_id = $1 and payload ->> 'handoverId' = $2 order by id`,
    [enishi.workspaceId, handoverId],
  );

async function owned(by = sato): Promise<string> {
  const customerId = await aCustomer(enishi);
  await owns(enishi, by, customerId);
  return customerId;
}

describe("a handover", () => {
  test("changes nothing until the successor accepts, and tells them", async () => {
    const customerId = await owned();

    const { handoverId } = await propose([customerId]);

    expect(await ownerOf(customerId)).toBe(sato);
    expect(await told(handoverId)).toMatchObject([
      { payload: { kind: "handover_proposed", toMemberId: suzuki, handoverId } },
    ]);
  });

  test("makes the successor the owner, brings the open next actions along and logs it", async () => {
    const customerId = await owned();
    const person = await aCustomer(enishi, { kind: "person", parentId: customerId, name: "木村" });
    const add = (title: string, ownerId: string, about = customerId) =>
      enishi.perform(addNextAction, { customerId: about, kind: "promise", title, ownerId }, enishi.as(sato));
    await add("見積提出", sato);
    await add("名刺を送る", sato, person);
    await add("請求書", boss);
    const { handoverId } = await propose([customerId]);

    const accepted = await accept(handoverId);

    expect(accepted).toEqual({ handoverId, state: "accepted", customers: 1, nextActions: 2, skipped: [] });
    expect(await ownerOf(customerId)).toBe(suzuki);
    const { items } = await enishi.ask(listNextActions, { customerId }, enishi.as(sato));
    expect(Object.fromEntries(items.map((item) => [item.title, item.ownerName]))).toEqual({
      見積提出: "鈴木",
      名刺を送る: "鈴木",
      請求書: "山本",
    });
    const history = await enishi.ask(listHistory, { customerId }, enishi.as(sato));
    expect(history.items).toMatchObject([
      { kind: "handover", refType: "handover", refId: handoverId, body: "佐藤 → 鈴木\n異動のため" },
    ]);
    expect(await handover(handoverId)).toMatchObject({
      state: "accepted",
      decidedAt: "2026-11-21T09:00:00.000Z",
    });
    expect((await told(handoverId)).map(({ payload }) => [payload.kind, payload.toMemberId])).toContainEqual([
      "handover_accepted",
      sato,
    ]);
  });

  test("leaves author, date and text of the history as they were", async () => {
    const customerId = await owned();
    const { historyId } = await enishi.perform(
      logHistory,
      { customerId, kind: "visit", body: "新製品の紹介", occurredAt: "2026-10-01T01:00:00Z" },
      enishi.as(sato),
    );
    const row = () =>
      enishi.database.query("select * from history_entry where workspace_id = $1 and id = $2", [
        enishi.workspaceId,
        historyId,
      ]);
    const before = await row();

    await accept((await propose([customerId])).handoverId);

    expect(await row()).toEqual(before);
  });

  test("is accepted once when two presses arrive together, and not after it was declined or withdrawn", async () => {
    const customerId = await owned();
    const { handoverId } = await propose([customerId]);

    const results = await Promise.allSettled([accept(handoverId), accept(handoverId), accept(handoverId)]);

    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "handover_closed", params: { state: "accepted" } },
    });
    const declined = await propose([await owned()]);
    await enishi.perform(
      declineHandover,
      { handoverId: declined.handoverId, reason: "手一杯です" },
      enishi.as(suzuki),
    );
    await expect(accept(declined.handoverId)).rejects.toMatchObject({ code: "handover_closed" });
    const withdrawn = await propose([await owned()]);
    await enishi.perform(withdrawHandover, { handoverId: withdrawn.handoverId }, enishi.as(sato));
    await expect(accept(withdrawn.handoverId)).rejects.toMatchObject({ code: "handover_closed" });
  });

  test("ends in one of two ways when accept and withdraw arrive together", async () => {
    const customerId = await owned();
    const { handoverId } = await propose([customerId]);

    const [accepted, withdrawn] = await Promise.allSettled([
      accept(handoverId),
      enishi.perform(withdrawHandover, { handoverId }, enishi.as(sato)),
    ]);

    expect([accepted.status, withdrawn.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ownerOf(customerId)).toBe(accepted.status === "fulfilled" ? suzuki : sato);
  });

  test("is declined with a reason that the proposer reads", async () => {
    const { handoverId } = await propose([await owned()]);

    await enishi.perform(declineHandover, { handoverId, reason: "担当地区が違います" }, enishi.as(suzuki));

    expect(await handover(handoverId)).toMatchObject({
      state: "declined",
      declineReason: "担当地区が違います",
    });
    expect((await told(handoverId)).at(-1)).toMatchObject({
      payload: { kind: "handover_declined", toMemberId: sato, reason: "担当地区が違います" },
    });
    await expect(
      enishi.perform(declineHandover, { handoverId, reason: " " }, enishi.as(suzuki)),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("goes back and forth with questions and is still accepted", async () => {
    const { handoverId } = await propose([await owned()]);

    await enishi.perform(askBackHandover, { handoverId, question: "締め日は?" }, enishi.as(suzuki));
    expect((await handover(handoverId)).state).toBe("asked");
    await enishi.perform(answerHandover, { handoverId, answer: "20日です" }, enishi.as(sato));
    await expect(
      enishi.perform(answerHandover, { handoverId, answer: "もう一度" }, enishi.as(sato)),
    ).rejects.toMatchObject({ code: "nothing_asked" });
    await enishi.perform(askBackHandover, { handoverId, question: "与信は?" }, enishi.as(suzuki));
    await accept(handoverId);

    const view = await handover(handoverId);
    expect(view.messages.map((message) => [message.kind, message.authorName, message.body])).toEqual([
      ["question", "鈴木", "締め日は?"],
      ["answer", "佐藤", "20日です"],
      ["question", "鈴木", "与信は?"],
    ]);
    expect((await told(handoverId)).map(({ payload }) => payload.kind)).toEqual([
      "handover_proposed",
      "handover_asked",
      "handover_answered",
      "handover_asked",
      "handover_accepted",
    ]);
  });

  test("moves 320 customers at once and audits each", async () => {
    const customerIds: string[] = [];
    for (let index = 0; index < 320; index++) customerIds.push(await owned());
    const { handoverId, brief } = await propose(customerIds);

    const accepted = await accept(handoverId);

    expect(brief.customers).toHaveLength(320);
    expect(accepted).toMatchObject({ customers: 320, skipped: [] });
    const [count] = await enishi.database.query<{ owned: number; audited: number }>(
      `select (select count(*) from ownership where workspace_id = $1 and handover_id = $2 and until is null) as owned,
              (select count(*) from audit_entry where workspace_id = $1 and entity = 'ownership'
                  and after ->> 'handoverId' = $2::text) as audited`,
      [enishi.workspaceId, handoverId],
    );
    expect(count).toEqual({ owned: 320, audited: 320 });
  });

  test("leaves alone and names a customer that changed hands meanwhile", async () => {
    const [kept, moved] = [await owned(), await owned()];
    const { handoverId } = await propose([kept, moved]);
    await enishi.database.query(
      "update ownership set member_id = $3 where workspace_id = $1 and customer_id = $2",
      [enishi.workspaceId, kept, boss],
    );

    const accepted = await accept(handoverId);

    expect(accepted).toMatchObject({ customers: 1, skipped: [{ customerId: kept, name: "田中商事" }] });
    expect(await ownerOf(kept)).toBe(boss);
    expect(await ownerOf(moved)).toBe(suzuki);
  });
});

describe("who may hand over", () => {
  test("any member hands over an ownerless customer", async () => {
    const customerId = await aCustomer(enishi);

    await accept((await propose([customerId])).handoverId);

    expect(await ownerOf(customerId)).toBe(suzuki);
  });

  test("an owned customer is handed over by its owner or a manager, and the refusal is audited", async () => {
    const customerId = await owned(boss);

    await expect(propose([customerId])).rejects.toMatchObject({
      code: "forbidden",
      params: { rule: "not_owner" },
    });

    expect(await auditOf(enishi, "ownership.propose")).toMatchObject([
      { outcome: "refused", actor_id: sato },
    ]);
    await expect(propose([customerId], boss)).resolves.toBeDefined();
  });

  test("a manager proposes for a predecessor who has left; a colleague may not", async () => {
    const customerId = await owned(former);
    await enishi.perform(
      addNextAction,
      { customerId, kind: "promise", title: "納期の回答" },
      enishi.as(sato),
    );
    await enishi.database.query(
      "update next_action set owner_id = $2 where workspace_id = $1 and customer_id = $3",
      [enishi.workspaceId, former, customerId],
    );

    await expect(propose([customerId])).rejects.toMatchObject({
      code: "forbidden",
      params: { rule: "predecessor_without_login", name: "田中" },
    });
    const { handoverId } = await propose([customerId], boss);
    const accepted = await accept(handoverId);

    expect(accepted.nextActions).toBe(1);
    expect(await handover(handoverId)).toMatchObject({
      from: { name: "田中", status: "former" },
      proposer: { name: "山本" },
    });
    expect((await told(handoverId)).map(({ payload }) => payload.toMemberId)).toContain(boss);
  });

  test("only the named successor answers, also not a manager in their place", async () => {
    const { handoverId } = await propose([await owned()]);

    for (const by of [sato, boss]) {
      await expect(accept(handoverId, by)).rejects.toMatchObject({
        code: "forbidden",
        params: { rule: "not_successor", name: "鈴木" },
      });
    }
  });

  test("the successor must be here and may write", async () => {
    const viewer = await enishi.member("閲覧", "viewer");
    const customerId = await owned();

    for (const toMemberId of [former, viewer]) {
      await expect(propose([customerId], sato, { toMemberId })).rejects.toMatchObject({
        code: "successor_cannot_accept",
      });
    }
    await expect(propose([customerId], sato, { toMemberId: sato })).rejects.toMatchObject({
      code: "already_owner",
    });
  });

  test("a customer waits in one handover only, also when two are proposed together", async () => {
    const customerId = await owned();

    const results = await Promise.allSettled([propose([customerId]), propose([customerId], boss)]);

    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "handover_open" },
    });
  });

  test("customers of several owners go owner by owner", async () => {
    await expect(propose([await owned(), await owned(boss)], boss)).rejects.toMatchObject({
      code: "several_owners",
    });
  });
});

describe("listHandovers", () => {
  test("shows the successor what waits for them", async () => {
    const ito = await enishi.member("伊藤");
    const { handoverId } = await propose([await owned()], sato, { toMemberId: ito });

    const mine = await enishi.ask(listHandovers, { toMe: true, open: true }, enishi.as(ito));
    await accept(handoverId, ito);
    const after = await enishi.ask(listHandovers, { toMe: true, open: true }, enishi.as(ito));

    expect(mine.items).toMatchObject([
      { id: handoverId, to: { name: "伊藤" }, customers: [{ name: "田中商事" }] },
    ]);
    expect(after.items).toEqual([]);
  });
});
