import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assignOwner, listOwners, proposeHandover, releaseOwner } from "../../core/ownership/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aCustomer, owns } from "../support/rows.ts";

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

const assign = (customerId: string, memberId: string, by = sato, role: "owner" | "deputy" = "owner") =>
  enishi.perform(assignOwner, { customerId, memberId, role }, enishi.as(by));
const present = async (customerId: string) =>
  (await enishi.ask(listOwners, { customerId }, enishi.as(sato))).items
    .filter((owner) => owner.until === null)
    .map((owner) => [owner.role, owner.name]);

describe("ownership.assign", () => {
  test("gives an ownerless customer its first owner, once", async () => {
    const customerId = await aCustomer(enishi);

    const results = await Promise.allSettled([assign(customerId, sato), assign(customerId, suzuki)]);

    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await present(customerId)).toHaveLength(1);
  });

  test("of an owned customer needs a handover, except by a manager; who was before stays on the list", async () => {
    const customerId = await aCustomer(enishi);
    await owns(enishi, sato, customerId);

    await expect(assign(customerId, suzuki)).rejects.toMatchObject({ code: "handover_needed" });
    await assign(customerId, suzuki, boss);

    const { items } = await enishi.ask(listOwners, { customerId }, enishi.as(sato));
    expect(items.map((owner) => [owner.name, owner.until])).toEqual([
      ["鈴木", null],
      ["佐藤", "2026-11-21T09:00:00.000Z"],
    ]);
  });

  test("waits while the customer is being handed over", async () => {
    const customerId = await aCustomer(enishi);
    await owns(enishi, sato, customerId);
    await enishi.perform(proposeHandover, { customerIds: [customerId], toMemberId: suzuki }, enishi.as(sato));

    await expect(assign(customerId, boss, boss)).rejects.toMatchObject({ code: "handover_open" });
  });

  test("puts a deputy beside the owner, who can leave the role again", async () => {
    const customerId = await aCustomer(enishi);
    await owns(enishi, sato, customerId);

    const { ownershipId } = await assign(customerId, suzuki, sato, "deputy");
    expect(await present(customerId)).toEqual([
      ["owner", "佐藤"],
      ["deputy", "鈴木"],
    ]);
    await expect(assign(customerId, suzuki, sato, "deputy")).rejects.toMatchObject({ code: "already_owner" });
    await enishi.perform(releaseOwner, { ownershipId }, enishi.as(suzuki));

    expect(await present(customerId)).toEqual([["owner", "佐藤"]]);
  });

  test("to someone who has left is a manager's to record", async () => {
    const customerId = await aCustomer(enishi);
    const former = await enishi.member("田中", "member", { status: "former" });

    await expect(assign(customerId, former)).rejects.toMatchObject({ code: "member_left" });
    await expect(assign(customerId, former, boss)).resolves.toBeDefined();
  });
});
