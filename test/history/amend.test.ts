import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amendHistory, cancelHistory, listHistory, logHistory } from "../../core/history/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aCustomer, auditOf } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;
let suzuki: string;
let boss: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  suzuki = await enishi.member("鈴木");
  boss = await enishi.member("山本", "manager");
});
afterAll(() => enishi.close());

const log = async (input: {
  customerId: string;
  occurredAt?: string;
  externalId?: string;
  visibility?: "managers";
}) =>
  (await enishi.perform(logHistory, { kind: "call", body: "見積の件", ...input }, enishi.as(sato))).historyId;
const list = (customerId: string, more: { limit?: number; cursor?: string } = {}, by = sato) =>
  enishi.ask(listHistory, { customerId, ...more }, enishi.as(by));

describe("history.amend", () => {
  test("mends what is named, keeps the rest, and the old wording stays in the audit trail", async () => {
    const customerId = await aCustomer(enishi);
    const historyId = await log({ customerId });

    await enishi.perform(
      amendHistory,
      { historyId, version: 1, body: "単価の件", result: "absent" },
      enishi.as(sato),
    );

    expect((await list(customerId)).items).toMatchObject([
      {
        kind: "call",
        body: "単価の件",
        result: "absent",
        version: 2,
        occurredAt: "2026-11-21T09:00:00.000Z",
      },
    ]);
    expect((await auditOf(enishi, historyId))[1]).toMatchObject({
      operation: "history.amend",
      before: { body: "見積の件", version: 1 },
      after: { body: "単価の件", version: 2 },
    });
  });

  test("moves an entry to the customer it was really about", async () => {
    const [wrong, right] = [await aCustomer(enishi), await aCustomer(enishi)];
    const historyId = await log({ customerId: wrong });

    await enishi.perform(amendHistory, { historyId, customerId: right }, enishi.as(sato));

    expect((await list(wrong)).items).toEqual([]);
    expect((await list(right)).items).toMatchObject([{ id: historyId }]);
  });

  test("refuses a stale copy, a colleague, a stranger's customer and a mail that is logged there", async () => {
    const [customerId, other] = [await aCustomer(enishi), await aCustomer(enishi)];
    const historyId = await log({ customerId, externalId: "<1@example.jp>" });
    await log({ customerId: other, externalId: "<1@example.jp>" });
    const amend = (input: { version?: number; customerId?: string; authorId?: string }, by = sato) =>
      enishi.perform(amendHistory, { historyId, ...input }, enishi.as(by));

    await expect(amend({ version: 7 })).rejects.toMatchObject({ code: "stale_copy" });
    await expect(amend({}, suzuki)).rejects.toMatchObject({
      code: "forbidden",
      params: { rule: "history_author" },
    });
    await expect(amend({ customerId: "0193bf3a-3f3e-7aaa-8aaa-0123456789ab" })).rejects.toMatchObject({
      code: "customer_not_found",
    });
    await expect(amend({ customerId: other })).rejects.toMatchObject({ code: "already_logged" });
    await expect(amend({}, boss)).resolves.toMatchObject({ version: 2 });
  });
});

describe("history.cancel", () => {
  test("takes the entry off the list once, frees its mail to be logged again, and is audited", async () => {
    const customerId = await aCustomer(enishi);
    const historyId = await log({ customerId, externalId: "<2@example.jp>" });

    await enishi.perform(cancelHistory, { historyId }, enishi.as(sato));
    await enishi.perform(cancelHistory, { historyId }, enishi.as(sato));

    expect((await list(customerId)).items).toEqual([]);
    expect((await auditOf(enishi, historyId)).map((row) => row.operation)).toEqual([
      "history.log",
      "history.cancel",
    ]);
    await expect(log({ customerId, externalId: "<2@example.jp>" })).resolves.toBeDefined();
    await expect(
      enishi.perform(amendHistory, { historyId, body: "x" }, enishi.as(sato)),
    ).rejects.toMatchObject({ code: "history_cancelled" });
  });
});

describe("history.list", () => {
  test("pages through company, sites and people, newest first, without losing or repeating one", async () => {
    const company = await aCustomer(enishi);
    const site = await aCustomer(enishi, { kind: "site", parentId: company, name: "大阪支店" });
    const person = await aCustomer(enishi, { kind: "person", parentId: site, name: "木村" });
    const logged: string[] = [];
    for (const [day, customerId] of [company, site, person, company, site].entries()) {
      // Two share a moment: their ids decide.
      const occurredAt = `2026-11-0${Math.min(day + 1, 4)}T01:00:00Z`;
      logged.push(await log({ customerId, occurredAt }));
    }

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(company, { limit: 2, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(seen).toEqual(logged.reverse());
    expect((await list(site)).items).toHaveLength(3);
  });

  test("shows what is for managers to managers and to who wrote it only", async () => {
    const customerId = await aCustomer(enishi);
    await log({ customerId, visibility: "managers" });

    const seen = await Promise.all([sato, boss, suzuki].map((by) => list(customerId, {}, by)));

    expect(seen.map((page) => page.items.length)).toEqual([1, 1, 0]);
  });
});
