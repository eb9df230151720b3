import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { addPurchase, createCustomer, listPurchases } from "../../core/index.ts";
import { newId } from "../../core/kernel/ids.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { auditOf } from "../support/rows.ts";

let enishi: TestEnishi;
let memberId: string;
beforeAll(async () => {
  enishi = await createTestEnishi();
  memberId = await enishi.member("販売花子");
});
afterAll(() => enishi.close());

async function aCompany(name: string, more: { kind?: "company" | "site"; parentId?: string } = {}) {
  const made = { kind: "company" as const, name, ...more };
  return (await enishi.perform(createCustomer, made, enishi.as(memberId))).customerId;
}

const add = (purchase: z.input<typeof addPurchase.input>) =>
  enishi.perform(addPurchase, purchase, enishi.as(memberId));

describe("a purchase", () => {
  it("is kept with item, quantity, unit price and day, and its amount is worked out", async () => {
    const customerId = await aCompany("株式会社購入");

    const bought = { customerId, item: "ボルト", quantity: 3, unit: "箱", unitPrice: 12.5, memberId };
    const { purchaseId } = await add({ ...bought, purchasedOn: "2026-05-01" });

    const { items } = await enishi.ask(listPurchases, { customerId }, enishi.as(memberId));
    expect(items).toMatchObject([
      { id: purchaseId, item: "ボルト", quantity: 3, unit: "箱", unitPrice: 12.5, amount: 37.5 },
    ]);
    expect(items[0]).toMatchObject({ purchasedOn: "2026-05-01", memberName: "販売花子", precision: "day" });
    expect(await auditOf(enishi, purchaseId)).toHaveLength(1);
  });

  it("of a site stands with its company, newest first, page by page", async () => {
    const customerId = await aCompany("株式会社頁");
    const site = await aCompany("大阪支店", { kind: "site", parentId: customerId });
    for (const day of ["2026-01-01", "2026-03-01", "2026-02-01"]) {
      await add({ customerId: day === "2026-03-01" ? site : customerId, item: day, purchasedOn: day });
    }

    const first = await enishi.ask(listPurchases, { customerId, limit: 2 }, enishi.as(memberId));
    const more = { customerId, limit: 2, cursor: first.nextCursor! };
    const second = await enishi.ask(listPurchases, more, enishi.as(memberId));

    const seen = [...first.items, ...second.items].map((one) => [one.item, one.customerName]);
    expect(seen).toEqual([
      ["2026-03-01", "大阪支店"],
      ["2026-02-01", "株式会社頁"],
      ["2026-01-01", "株式会社頁"],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it("is refused when it says nothing, names nobody, or is there already", async () => {
    const customerId = await aCompany("株式会社拒否");
    const purchasedOn = "2026-05-01";
    await add({ customerId, amount: 500, purchasedOn, externalId: "slip-1" });

    await expect(add({ customerId, purchasedOn })).rejects.toMatchObject({ code: "purchase_says_nothing" });
    await expect(add({ customerId: newId(), item: "a", purchasedOn })).rejects.toMatchObject({
      code: "customer_not_found",
    });
    await expect(add({ customerId, item: "a", purchasedOn, memberId: newId() })).rejects.toMatchObject({
      code: "member_not_found",
    });
    await expect(add({ customerId, amount: 9, purchasedOn, externalId: "slip-1" })).rejects.toMatchObject({
      code: "already_purchased",
    });
  });
});
