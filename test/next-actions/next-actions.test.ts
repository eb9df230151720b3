import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logHistory } from "../../core/history/index.ts";
import {
  addNextAction,
  amendNextAction,
  cancelNextAction,
  completeNextAction,
  getNextAction,
  listMyNextActions,
  listNextActions,
  reopenNextAction,
  snoozeNextAction,
} from "../../core/next-actions/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aCustomer, auditOf } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;
let suzuki: string;
const nobody = "0193bf3a-3f3e-7aaa-8aaa-0123456789ab";

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  suzuki = await enishi.member("鈴木");
});
afterAll(() => enishi.close());

type AddInput = Parameters<typeof enishi.perform<typeof addNextAction.input, typeof addNextAction.output>>[1];
const add = (input: Partial<AddInput>, by = sato) =>
  enishi.perform(addNextAction, { kind: "promise", title: "見積提出", ...input }, enishi.as(by));
const open = async (customerId: string) =>
  (await enishi.ask(listNextActions, { customerId }, enishi.as(sato))).items;

describe("nextActions.add", () => {
  test("belongs to the acting member and leaves an audit row", async () => {
    const customerId = await aCustomer(enishi);

    const { nextActionId } = await add({ customerId, dueOn: "2026-11-24", asTyped: "来週火曜" });

    expect(await open(customerId)).toMatchObject([
      {
        id: nextActionId,
        title: "見積提出",
        dueOn: "2026-11-24",
        ownerName: "佐藤",
        duePrecision: "day",
        version: 1,
      },
    ]);
    expect(await auditOf(enishi, nextActionId)).toMatchObject([
      { operation: "nextActions.add", before: null, after: { title: "見積提出", dueOn: "2026-11-24" } },
    ]);
  });

  test("moves a promise off a holiday to the day before, a follow-up to the day after, an appointment never", async () => {
    const dueOn = "2027-01-01";

    const promise = await add({ kind: "promise", dueOn });
    const follow = await add({ kind: "follow", dueOn });
    const appointment = await add({ kind: "appointment", dueOn });

    expect(promise).toMatchObject({ dueOn: "2026-12-28", shifted: { from: dueOn, because: "元日" } });
    expect(follow).toMatchObject({ dueOn: "2027-01-04", shifted: { from: dueOn } });
    expect(appointment).toMatchObject({ dueOn, shifted: null });
  });

  test("never moves a promise into the past, and leaves a day that is meant", async () => {
    expect(await add({ dueOn: "2026-11-22" })).toMatchObject({ dueOn: "2026-11-22", shifted: null });
    expect(await add({ dueOn: "2027-01-01", keepDay: true })).toMatchObject({
      dueOn: "2027-01-01",
      shifted: null,
    });
    expect(await add({ dueOn: "2027-01-01", dueTime: "10:00" })).toMatchObject({ dueOn: "2027-01-01" });
  });

  test("refuses days that do not exist, a time without a day, strangers and those who left", async () => {
    const former = await enishi.member("田中", "member", { status: "former" });

    await expect(add({ dueOn: "2026-11-31" })).rejects.toMatchObject({
      code: "invalid_input",
      field: "dueOn",
    });
    await expect(add({ dueTime: "10:00" })).rejects.toMatchObject({ code: "due_time_without_day" });
    await expect(add({ ownerId: nobody })).rejects.toMatchObject({ code: "member_not_found" });
    await expect(add({ ownerId: former })).rejects.toMatchObject({ code: "member_left" });
    await expect(add({ customerId: nobody })).rejects.toMatchObject({ code: "customer_not_found" });
    await expect(
      enishi.perform(addNextAction, { kind: "follow", title: "x" }, enishi.operator),
    ).rejects.toMatchObject({ code: "owner_required" });
  });

  test("waits without a customer or a day until a question is answered", async () => {
    const { nextActionId } = await add({ needsReview: true, asTyped: "サンワ 月末" });

    const { items } = await enishi.ask(
      listNextActions,
      { ownerId: sato, needsReview: true },
      enishi.as(sato),
    );

    expect(items).toMatchObject([{ id: nextActionId, customerId: null, dueOn: null, duePrecision: "none" }]);
  });
});

describe("an open next action", () => {
  test("is done once, also when two people press at the same moment", async () => {
    const { nextActionId } = await add({});

    const results = await Promise.allSettled(
      [sato, suzuki].map((by) => enishi.perform(completeNextAction, { nextActionId }, enishi.as(by))),
    );

    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "next_action_closed", params: { state: "done" } },
    });
  });

  test("opens again after it was done, and is cancelled", async () => {
    const { nextActionId } = await add({});
    await enishi.perform(completeNextAction, { nextActionId }, enishi.as(sato));

    await enishi.perform(reopenNextAction, { nextActionId }, enishi.as(sato));
    const { version } = await enishi.perform(cancelNextAction, { nextActionId }, enishi.as(sato));

    expect(version).toBe(4);
    expect((await auditOf(enishi, nextActionId)).map((row) => row.operation)).toEqual([
      "nextActions.add",
      "nextActions.complete",
      "nextActions.reopen",
      "nextActions.cancel",
    ]);
  });

  test("is put off; the next open day is taken for a follow-up", async () => {
    const { nextActionId } = await add({ kind: "follow", dueOn: "2026-11-24" });

    const moved = await enishi.perform(
      snoozeNextAction,
      { nextActionId, dueOn: "2026-11-29" },
      enishi.as(sato),
    );

    expect(moved).toMatchObject({ dueOn: "2026-11-30", shifted: { from: "2026-11-29", because: "日曜" } });
  });

  test("is mended by the version that was seen, and refused to a stale copy", async () => {
    const { nextActionId } = await add({ dueOn: "2026-11-24", dueTime: "10:00" });

    const mended = await enishi.perform(
      amendNextAction,
      { nextActionId, version: 1, title: "単価の回答", ownerId: suzuki },
      enishi.as(sato),
    );

    expect(mended).toMatchObject({ version: 2, dueOn: "2026-11-24" });
    await expect(
      enishi.perform(amendNextAction, { nextActionId, version: 1, title: "x" }, enishi.as(sato)),
    ).rejects.toMatchObject({ code: "stale_copy" });
    const mine = await enishi.ask(listMyNextActions, { range: "all" }, enishi.as(suzuki));
    expect(mine.items).toMatchObject([{ title: "単価の回答", dueTime: "10:00", duePrecision: "time" }]);
  });
});

describe("a next action for a colleague", () => {
  const told = (nextActionId: string) =>
    enishi.database.query<{ to: string }>(
      "select payload->>'toMemberId' as to from outbox_message where payload->>'nextActionId' = $1 order by id",
      [nextActionId],
    );

  test("is told to them once, and never to oneself", async () => {
    const { nextActionId } = await add({ ownerId: suzuki });
    const own = await add({ ownerId: sato });
    await enishi.perform(amendNextAction, { nextActionId, title: "図面提出" }, enishi.as(sato));

    expect(await told(nextActionId)).toEqual([{ to: suzuki }]);
    expect(await told(own.nextActionId)).toEqual([]);
  });

  test("is told to whoever it is given to later, unless they take it themselves", async () => {
    const { nextActionId } = await add({});
    await enishi.perform(amendNextAction, { nextActionId, ownerId: suzuki }, enishi.as(sato));
    await enishi.perform(amendNextAction, { nextActionId, ownerId: sato }, enishi.as(sato));

    expect(await told(nextActionId)).toEqual([{ to: suzuki }]);
  });

  test("says who noted it; what it came from only to those who may see that", async () => {
    const customerId = await aCustomer(enishi);
    const { historyId } = await enishi.perform(
      logHistory,
      { customerId, kind: "call", direction: "in", body: "折り返し希望", visibility: "managers" },
      enishi.as(sato),
    );
    const { nextActionId } = await add({ customerId, historyId, ownerId: suzuki });

    const [seen, hidden] = await Promise.all(
      [sato, suzuki].map((by) => enishi.ask(getNextAction, { nextActionId }, enishi.as(by))),
    );

    expect(seen).toMatchObject({ createdByName: "佐藤", origin: { kind: "call", body: "折り返し希望" } });
    expect(hidden).toMatchObject({ createdByName: "佐藤", origin: null });
  });
});

describe("nextActions.mine", () => {
  test("tells overdue, today and this week apart in the workspace's own days", async () => {
    const ito = await enishi.member("伊藤");
    for (const dueOn of ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-24", null]) {
      await add({ title: String(dueOn), dueOn, keepDay: true }, ito);
    }
    const titles = async (range: "today" | "week" | "overdue" | "all") =>
      (await enishi.ask(listMyNextActions, { range }, enishi.as(ito))).items.map((item) => item.title);

    expect(await titles("overdue")).toEqual(["2026-11-20"]);
    expect(await titles("today")).toEqual(["2026-11-20", "2026-11-21"]);
    expect(await titles("week")).toEqual(["2026-11-20", "2026-11-21", "2026-11-22"]);
    expect(await titles("all")).toEqual(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-24", "null"]);
  });
});

describe("nextActions.list", () => {
  test("pages through the customer with its sites and people without losing or repeating one", async () => {
    const company = await aCustomer(enishi);
    const site = await aCustomer(enishi, { kind: "site", parentId: company, name: "大阪支店" });
    const person = await aCustomer(enishi, { kind: "person", parentId: site, name: "木村" });
    for (const [index, customerId] of [company, site, person, company, site].entries()) {
      await add({ customerId, title: `${index}`, dueOn: index % 2 ? "2026-11-24" : null });
    }

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await enishi.ask(
        listNextActions,
        { customerId: company, limit: 2, cursor },
        enishi.as(sato),
      );
      seen.push(...page.items.map((item) => item.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(seen).toEqual(["1", "3", "0", "2", "4"]);
  });

  test("refuses a cursor that it did not give", async () => {
    for (const cursor of ["x", "W10", Buffer.from('["a","b","c"]').toString("base64url")]) {
      await expect(enishi.ask(listNextActions, { cursor }, enishi.as(sato))).rejects.toMatchObject({
        code: "invalid_cursor",
      });
    }
  });
});
