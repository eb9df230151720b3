import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listHistory, logHistory } from "../../core/history/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aCustomer, auditOf } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
});
afterAll(() => enishi.close());

const log = (
  input: Parameters<typeof enishi.perform<typeof logHistory.input, typeof logHistory.output>>[1],
  by = sato,
) => enishi.perform(logHistory, input, enishi.as(by, { surface: "slack" }));
const list = async (customerId: string, by = sato) =>
  (await enishi.ask(listHistory, { customerId }, enishi.as(by))).items;

describe("history.log", () => {
  test("writes what happened, who did it and when, and leaves an audit row", async () => {
    const customerId = await aCustomer(enishi);

    const { historyId } = await log({ customerId, kind: "call", direction: "in", body: "見積の件" });

    const [entry] = await list(customerId);
    expect(entry).toMatchObject({
      id: historyId,
      kind: "call",
      direction: "in",
      body: "見積の件",
      occurredAt: "2026-11-21T09:00:00.000Z",
      precision: "time",
      authorName: "佐藤",
      recorderName: "佐藤",
      surface: "slack",
    });
    expect(await auditOf(enishi, historyId)).toMatchObject([
      {
        operation: "history.log",
        actor_id: sato,
        surface: "slack",
        before: null,
        after: { body: "見積の件" },
      },
    ]);
  });

  test("keeps apart who did it and who wrote it down", async () => {
    const customerId = await aCustomer(enishi);
    const ito = await enishi.member("伊藤");

    await log({ customerId, kind: "call", authorId: sato }, ito);

    expect((await list(customerId))[0]).toMatchObject({ authorName: "佐藤", recorderName: "伊藤" });
  });

  test("follows a merged customer to the one it became, however often it was merged", async () => {
    const last = await aCustomer(enishi);
    const second = await aCustomer(enishi, { state: "merged", mergedIntoId: last });
    const first = await aCustomer(enishi, { state: "merged", mergedIntoId: second });

    await log({ customerId: first, kind: "note", body: "x" });

    expect(await list(last)).toHaveLength(1);
    expect(await list(first)).toHaveLength(1);
  });

  test("refuses a customer that is unknown, erased or of another workspace", async () => {
    const erased = await aCustomer(enishi, { state: "erased" });

    for (const customerId of [erased, "0193bf3a-3f3e-7aaa-8aaa-0123456789ab"]) {
      await expect(log({ customerId, kind: "note" })).rejects.toMatchObject({ code: "customer_not_found" });
    }
  });

  test("logs the same mail once per customer and says where it stands", async () => {
    const customerId = await aCustomer(enishi);
    const other = await aCustomer(enishi);
    const { historyId } = await log({ customerId, kind: "mail", externalId: "<a@example.jp>" });

    await expect(log({ customerId, kind: "mail", externalId: "<a@example.jp>" })).rejects.toMatchObject({
      code: "already_logged",
      params: { historyId },
    });
    await expect(
      log({ customerId: other, kind: "mail", externalId: "<a@example.jp>" }),
    ).resolves.toBeDefined();
  });

  test("logs a mail once when two people press at the same moment", async () => {
    const customerId = await aCustomer(enishi);

    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => log({ customerId, kind: "mail", externalId: "<b@example.jp>" })),
    );

    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await list(customerId)).toHaveLength(1);
  });

  test("refuses members and contacts that do not exist, and writes nothing", async () => {
    const customerId = await aCustomer(enishi);
    const nobody = "0193bf3a-3f3e-7aaa-8aaa-0123456789ab";

    await expect(log({ customerId, kind: "visit", memberIds: [nobody] })).rejects.toMatchObject({
      code: "member_not_found",
    });
    await expect(log({ customerId, kind: "visit", authorId: nobody })).rejects.toMatchObject({
      code: "member_not_found",
    });
    await expect(log({ customerId, kind: "visit", contactIds: [nobody] })).rejects.toMatchObject({
      code: "contact_not_found",
    });
    expect(await list(customerId)).toEqual([]);
  });

  test("refuses what has not happened yet, and an end before the beginning", async () => {
    const customerId = await aCustomer(enishi);

    await expect(
      log({ customerId, kind: "visit", occurredAt: "2026-11-30T01:00:00Z" }),
    ).rejects.toMatchObject({ code: "occurred_in_future", field: "occurredAt" });
    await expect(
      log({
        customerId,
        kind: "visit",
        occurredAt: "2026-11-20T10:00:00+09:00",
        occurredUntil: "2026-11-20T09:00:00+09:00",
      }),
    ).rejects.toMatchObject({ code: "ends_before_it_begins" });
  });

  test("takes text that no database can hold and keeps the rest of it", async () => {
    const customerId = await aCustomer(enishi);

    await log({ customerId, kind: "note", body: "a\0b\ud800c 𠮷野" });

    expect((await list(customerId))[0]?.body).toBe("ab\ufffdc 𠮷野");
  });

  test("is refused to a viewer, and the refusal is audited", async () => {
    const customerId = await aCustomer(enishi);
    const viewer = await enishi.member("閲覧", "viewer");

    await expect(log({ customerId, kind: "note" }, viewer)).rejects.toMatchObject({ code: "forbidden" });

    expect(await auditOf(enishi, "history.log")).toMatchObject([{ outcome: "refused", actor_id: viewer }]);
  });

  test("a repeated key logs once", async () => {
    const customerId = await aCustomer(enishi);
    const input = { customerId, kind: "call" as const };

    const first = await enishi.perform(logHistory, input, enishi.as(sato), { idempotencyKey: "k1" });
    const second = await enishi.perform(logHistory, input, enishi.as(sato), { idempotencyKey: "k1" });

    expect(second).toEqual(first);
    expect(await list(customerId)).toHaveLength(1);
  });
});
