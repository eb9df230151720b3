import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken, getProfile, newId, searchCustomers, updateMember } from "../../core/index.ts";
import { Recently } from "../../core/kernel/recently.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

describe("what was found out a moment ago", () => {
  let enishi: TestEnishi;

  beforeAll(async () => {
    enishi = await createTestEnishi();
  });

  afterAll(() => enishi.close());

  it("is asked for once", async () => {
    const recently = new Recently();
    let asked = 0;
    const load = async () => ++asked;
    expect([await recently.get("a", load), await recently.get("a", load)]).toEqual([1, 1]);
  });

  it("does not keep that something is absent", async () => {
    const recently = new Recently();
    expect(await recently.get("a", async () => null)).toBeNull();
    expect(await recently.get<number | null>("a", async () => 2)).toBe(2);
  });

  it("does not keep what was read before a change and arrives after it", async () => {
    const recently = new Recently();
    let arrive = (_: string) => {};
    const slow = recently.get("a", () => new Promise<string>((resolve) => (arrive = resolve)));
    recently.forget();
    arrive("before");
    expect(await slow).toBe("before");
    expect(await recently.get("a", async () => "after")).toBe("after");
  });

  it("refuses a reading at once when the member has left meanwhile", async () => {
    const admin = await enishi.member("管理", "admin");
    const member = await enishi.member("佐藤");
    await enishi.ask(searchCustomers, { q: "田" }, enishi.as(member));
    await enishi.perform(updateMember, { memberId: member, status: "former" }, enishi.as(admin));
    await expect(enishi.ask(searchCustomers, { q: "田" }, enishi.as(member))).rejects.toMatchObject({
      code: "not_a_member",
    });
  });

  it("makes no member of somebody whose token is good but who is unknown to another workspace", async () => {
    const admin = await enishi.member("管理二", "admin");
    await enishi.perform(createToken, { memberId: admin, label: "a" }, enishi.as(admin));
    const elsewhere = { ...enishi.as(admin), workspaceId: newId() };
    await enishi.ask(searchCustomers, { q: "田" }, enishi.as(admin));
    await expect(enishi.ask(getProfile, { email: "a@example.jp" }, elsewhere)).rejects.toMatchObject({
      code: "unknown_workspace",
    });
  });
});
