import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCustomer } from "../../core/customers/index.ts";
import { logHistory } from "../../core/history/index.ts";
import { addNextAction } from "../../core/next-actions/index.ts";
import { proposeHandover, strings } from "../../core/ownership/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { owns } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;
let suzuki: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  suzuki = await enishi.member("鈴木");
});
afterAll(() => enishi.close());

async function aCompany(): Promise<string> {
  const { customerId } = await enishi.perform(
    createCustomer,
    {
      kind: "company",
      name: "丸八金属",
      prefecture: "愛知県",
      city: "名古屋市",
      roles: ["customer"],
      codes: [{ system: "", code: "10234" }],
      contactPoints: [{ kind: "phone", value: "052-123-4567" }],
    },
    enishi.as(sato),
  );
  await owns(enishi, sato, customerId);
  return customerId;
}

const brief = async (customerId: string) =>
  (await enishi.perform(proposeHandover, { customerIds: [customerId], toMemberId: suzuki }, enishi.as(sato)))
    .brief;

describe("the 引継書", () => {
  test("tells an extension once, also where it was typed behind the number", async () => {
    const customerId = await aCompany();
    const contactPoints = [{ kind: "phone" as const, value: "06-6345-0101 内線 210" }];
    await enishi.perform(
      createCustomer,
      { kind: "person", name: "木村", parentId: customerId, contactPoints },
      enishi.as(sato),
    );

    const [told] = (await brief(customerId)).customers;
    const contacts = told?.sections.find((section) => section.key === "contacts")?.rows;
    expect(contacts?.find((row) => row.label === "木村")?.value).toBe("06-6345-0101 内線 210");
  });

  test("tells cautions first, then promises before the rest, facts, contacts and the latest history", async () => {
    const customerId = await aCompany();
    await enishi.perform(
      createCustomer,
      {
        kind: "person",
        name: "山田",
        title: "部長",
        parentId: customerId,
        contactPoints: [{ kind: "mail", value: "yamada@maruhachi.example.jp" }],
      },
      enishi.as(sato),
    );
    const log = (body: string, more: { flags?: string[]; occurredAt?: string }) =>
      enishi.perform(logHistory, { customerId, kind: "visit", body, ...more }, enishi.as(sato));
    await log("納期遅れのお詫び", { flags: ["caution"], occurredAt: "2025-01-15T01:00:00Z" });
    for (let day = 1; day <= 12; day++) {
      await log(`訪問 ${day}`, { occurredAt: `2026-10-${String(day).padStart(2, "0")}T01:00:00Z` });
    }
    for (const [kind, title, dueOn] of [
      ["follow", "カタログ送付", "2026-11-20"],
      ["promise", "単価の回答", "2026-11-24"],
    ] as const) {
      await enishi.perform(addNextAction, { customerId, kind, title, dueOn }, enishi.as(sato));
    }

    const { madeOn, customers } = await brief(customerId);

    expect(madeOn).toBe("2026-11-21");
    const [told] = customers;
    expect(told?.sections.map((section) => section.key)).toEqual([
      "cautions",
      "next_actions",
      "facts",
      "contacts",
      "history",
    ]);
    const rows = Object.fromEntries(told!.sections.map((section) => [section.key, section.rows]));
    expect(rows.cautions).toMatchObject([{ value: "納期遅れのお詫び", tone: "warning", by: "佐藤" }]);
    expect(rows.next_actions).toMatchObject([
      { labelKey: "next_action.kind.promise", value: "単価の回答", on: "2026-11-24", tone: "normal" },
      { labelKey: "next_action.kind.follow", value: "カタログ送付", tone: "warning" },
    ]);
    expect(rows.facts).toMatchObject([
      { labelKey: "ownership.brief.code", value: "10234" },
      { valueKeys: ["customer.role.customer"] },
      { value: "愛知県名古屋市" },
      { labelKey: "ownership.brief.owner", value: "佐藤", on: "2024-04-01" },
    ]);
    expect(rows.contacts).toMatchObject([
      { labelKey: "contact_point.kind.phone", value: "052-123-4567" },
      { label: "部長 山田", value: "yamada@maruhachi.example.jp" },
    ]);
    expect(rows.history?.map((row) => row.value)[0]).toBe("訪問 12");
    expect(rows.history).toHaveLength(10);
  });

  test("has a text for every label it can name", async () => {
    const { customers } = await brief(await aCompany());
    const keys = customers.flatMap(({ sections }) =>
      sections.flatMap((section) => [section.labelKey, ...section.rows.flatMap((row) => row.labelKey ?? [])]),
    );

    for (const key of keys) expect(enishi.core.translator.has(key) || key in strings.ja).toBe(true);
  });
});
