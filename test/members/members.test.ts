import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  claimIdentity,
  createLink,
  createToken,
  findByToken,
  findMember,
  listMembers,
  seatMember,
  updateMember,
  useLink,
} from "../../core/members/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { auditOf } from "../support/rows.ts";

let enishi: TestEnishi;
let admin: string;
let sato: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  admin = await enishi.member("管理 一郎", "admin");
  ({ memberId: sato } = await enishi.perform(
    addMember,
    { name: "佐藤 健", nameKana: "サトウ ケン", nicknames: ["けんちゃん"], email: "Sato@Example.co.jp" },
    enishi.as(admin),
  ));
});
afterAll(() => enishi.close());

const system = () => enishi.call({ kind: "system", onBehalfOf: null });

describe("members", () => {
  it("are found by any part of name, reading, nickname or address", async () => {
    for (const q of ["佐藤", "さとう", "けんちゃん", "SATO@", "ｻﾄｳ"]) {
      const { items } = await enishi.ask(listMembers, { q }, enishi.as(sato));
      expect(items.map((item) => item.memberId)).toEqual([sato]);
    }
  });

  it("are added and changed by administrators only, and a refusal is audited", async () => {
    await expect(enishi.perform(addMember, { name: "誰か" }, enishi.as(sato))).rejects.toMatchObject({
      code: "forbidden",
    });
    const [row] = await auditOf(enishi, "members.add");
    expect(row).toMatchObject({ outcome: "refused", actor_id: sato });
  });

  it("note the day on which somebody leaves", async () => {
    const { memberId } = await enishi.perform(addMember, { name: "去る人" }, enishi.as(admin));
    await enishi.perform(updateMember, { memberId, status: "former" }, enishi.as(admin));
    const [row] = await enishi.database.query<{ left_on: string }>(
      "select left_on from member where id = $1",
      [memberId],
    );
    expect(row!.left_on).toBe("2026-11-21");
  });

  it("keep at least one administrator", async () => {
    await expect(
      enishi.perform(updateMember, { memberId: admin, role: "member" }, enishi.as(admin)),
    ).rejects.toMatchObject({ code: "last_admin" });
  });

  it("have a Slack user each", async () => {
    await enishi.perform(updateMember, { memberId: sato, slackUserId: "U0SATO" }, enishi.as(admin));
    await expect(
      enishi.perform(addMember, { name: "別人", slackUserId: "U0SATO" }, enishi.as(admin)),
    ).rejects.toMatchObject({ code: "slack_user_taken", params: { name: "佐藤 健" } });
  });
});

describe("members.seat", () => {
  it("joins a Slack user with the member who has the address, then knows them", async () => {
    const { memberId } = await enishi.perform(
      addMember,
      { name: "鈴木 真", email: "suzuki@example.co.jp" },
      enishi.as(admin),
    );
    const seat = { slackUserId: "U0SUZUKI", name: "Makoto Suzuki", email: "suzuki@example.co.jp" };
    expect(await enishi.perform(seatMember, seat, system())).toEqual({ memberId, seated: true });
    expect(await enishi.perform(seatMember, seat, system())).toEqual({ memberId, seated: false });
    expect(await findMember(enishi.database, enishi.workspaceId, { slackUserId: "U0SUZUKI" })).toMatchObject({
      memberId,
    });
  });

  it("gives a name of a list a seat, but never that of somebody who left", async () => {
    const listed = await enishi.perform(
      addMember,
      { name: "伊藤　花", status: "name_only" },
      enishi.as(admin),
    );
    const left = await enishi.perform(addMember, { name: "田中 実", status: "former" }, enishi.as(admin));
    const ito = await enishi.perform(seatMember, { slackUserId: "U0ITO", name: "伊藤 花" }, system());
    const tanaka = await enishi.perform(seatMember, { slackUserId: "U0TANAKA", name: "田中 実" }, system());
    expect(ito.memberId).toBe(listed.memberId);
    expect(tanaka.memberId).not.toBe(left.memberId);
  });

  it("makes a new seat when two have the same name", async () => {
    const one = await enishi.perform(addMember, { name: "山田 太郎" }, enishi.as(admin));
    const two = await enishi.perform(addMember, { name: "山田 太郎" }, enishi.as(admin));
    const seat = await enishi.perform(seatMember, { slackUserId: "U0YAMADA", name: "山田 太郎" }, system());
    expect([one.memberId, two.memberId]).not.toContain(seat.memberId);
  });
});

describe("identities", () => {
  const google = {
    provider: "google",
    email: "sato@example.co.jp",
    emailVerified: true,
    allowedDomains: ["example.co.jp"],
  };

  it("join the member with the same verified address in an allowed domain, once and for all", async () => {
    const claim = { ...google, subject: "g-sato" };
    expect(await enishi.perform(claimIdentity, claim, system())).toEqual({ memberId: sato });
    const later = { ...claim, email: "other@example.co.jp" };
    expect(await enishi.perform(claimIdentity, later, system())).toEqual({ memberId: sato });
  });

  it.each([
    ["an unverified address", { emailVerified: false }],
    ["a domain that is not allowed", { allowedDomains: ["else.example"] }],
    ["an address that nobody has", { email: "nobody@example.co.jp" }],
  ])("do not join by %s", async (_title, more) => {
    expect(await enishi.perform(claimIdentity, { ...google, subject: "g-x", ...more }, system())).toEqual({
      memberId: null,
    });
  });

  it("join by a one-time link, which is spent once and within 15 minutes", async () => {
    const { code } = await enishi.perform(createLink, { memberId: sato }, enishi.as(sato));
    const use = { code, provider: "google", subject: "g-link" };
    expect(await enishi.perform(useLink, use, system())).toEqual({ memberId: sato });
    await expect(enishi.perform(useLink, use, system())).rejects.toMatchObject({ code: "link_used" });
    await expect(enishi.perform(useLink, { ...use, code: "x" }, system())).rejects.toMatchObject({
      code: "link_invalid",
    });

    const second = await enishi.perform(createLink, { memberId: sato }, enishi.as(sato));
    enishi.setNow("2026-11-21T09:16:00.000Z");
    await expect(enishi.perform(useLink, { ...use, code: second.code }, system())).rejects.toMatchObject({
      code: "link_expired",
    });
  });

  it("are never taken from somebody else", async () => {
    const { code } = await enishi.perform(createLink, { memberId: admin }, enishi.as(admin));
    await expect(
      enishi.perform(useLink, { code, provider: "google", subject: "g-sato" }, system()),
    ).rejects.toMatchObject({ code: "identity_taken" });
  });

  it("of somebody else are linked by an administrator only", async () => {
    await expect(enishi.perform(createLink, { memberId: admin }, enishi.as(sato))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("tokens", () => {
  it("act as a member and are kept as a hash only", async () => {
    const { token } = await enishi.perform(
      createToken,
      { email: "SATO@example.co.jp", label: "試験" },
      enishi.operator,
    );
    expect(await findByToken(enishi.database, token)).toEqual({
      workspaceId: enishi.workspaceId,
      memberId: sato,
    });
    expect(JSON.stringify(await enishi.database.query("select * from api_token"))).not.toContain(token);
    expect(
      JSON.stringify(await enishi.database.query("select before, after from audit_entry")),
    ).not.toContain(token);
  });

  it("are not made for somebody who is not here", async () => {
    await expect(
      enishi.perform(createToken, { email: "no@example.co.jp" }, enishi.operator),
    ).rejects.toMatchObject({
      code: "member_not_found",
      field: "email",
    });
    await expect(enishi.perform(createToken, {}, enishi.operator)).rejects.toMatchObject({
      code: "invalid_input",
    });
    const { items } = await enishi.ask(listMembers, { status: "former" }, enishi.operator);
    await expect(
      enishi.perform(createToken, { memberId: items[0]!.memberId }, enishi.operator),
    ).rejects.toMatchObject({ code: "member_not_active" });
  });
});
