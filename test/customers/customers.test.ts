import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  addAlias,
  addCode,
  addContactPoint,
  createCustomer,
  updateCustomer,
} from "../../core/customers/index.ts";
import { getProfile, searchCustomers } from "../../core/profile/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { auditOf } from "../support/rows.ts";

let enishi: TestEnishi;
let sato: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
});
afterAll(() => enishi.close());

async function create(input: z.input<typeof createCustomer.input>): Promise<string> {
  return (await enishi.perform(createCustomer, input, enishi.as(sato))).customerId;
}
const profile = (customerId: string) => enishi.ask(getProfile, { customerId }, enishi.as(sato));
async function names(q: string) {
  return (await enishi.ask(searchCustomers, { q }, enishi.as(sato))).items.map((item) => item.name);
}

describe("customers.create", () => {
  it("keeps what was typed and what was read from it", async () => {
    const id = await create({
      kind: "company",
      name: " 北陸物産㈱ ",
      roles: ["customer", "supplier", "customer"],
      contactPoints: [
        { kind: "address", value: "石川県金沢市広坂1-1" },
        { kind: "phone", value: "076-220-2111" },
        { kind: "phone", value: "０７６（２２０）２１１１" },
        { kind: "phone", value: "076-220-2112" },
      ],
      codes: [{ code: "H-1" }, { code: "H-1" }],
      extra: { 締め日: "20日" },
      note: "",
    });

    const { customer, contactPoints, codes } = await profile(id);
    expect(customer).toMatchObject({
      name: "北陸物産㈱",
      roles: ["customer", "supplier"],
      prefecture: "石川県",
      city: "金沢市",
      extra: { 締め日: "20日" },
      note: null,
      version: 1,
    });
    expect(contactPoints.map((point) => [point.normalized, point.isPrimary]).slice(1)).toEqual([
      ["+81762202111", true],
      ["+81762202112", false],
    ]);
    expect(codes).toEqual([{ system: "", code: "H-1" }]);
  });

  it("leaves a row of the audit trail with who, what and from where", async () => {
    const id = await create({ kind: "company", name: "監査商店" });
    const [row] = await auditOf(enishi, id);
    expect(row).toMatchObject({
      operation: "customers.create",
      actor_id: sato,
      surface: "api",
      before: null,
    });
    expect(row!.after).toMatchObject({ name: "監査商店" });
  });

  it("begins the ownership of the one who is named, in the same step", async () => {
    const id = await create({ kind: "company", name: "担当つき商店", ownerId: sato });
    expect((await profile(id)).owners).toMatchObject([{ memberId: sato, role: "owner" }]);
  });

  it.each([
    ["a site without a company", { kind: "site", name: "大阪支店" }, "site_without_company"],
    [
      "a parent that does not exist",
      { kind: "person", name: "木村", parentId: "01900000-0000-7000-8000-000000000000" },
      "parent_not_found",
    ],
    [
      "a number that is no 法人番号",
      { kind: "company", name: "甲", corporateNumber: "1234567890123" },
      "invalid_corporate_number",
    ],
    [
      "an owner who does not exist",
      { kind: "company", name: "乙", ownerId: "01900000-0000-7000-8000-000000000000" },
      "owner_not_found",
    ],
    ["an empty name", { kind: "company", name: " " }, "invalid_input"],
    [
      "a mail address that is none",
      { kind: "person", name: "丙", contactPoints: [{ kind: "mail", value: "x" }] },
      "invalid_mail",
    ],
  ] as const)("refuses %s and writes nothing", async (_title, input, code) => {
    const count = async () => (await enishi.database.query("select 1 from customer")).length;
    const before = await count();
    await expect(create(input as never)).rejects.toMatchObject({ code });
    expect(await count()).toBe(before);
  });

  it("refuses a company as part of a person, and a viewer who writes", async () => {
    const person = await create({ kind: "person", name: "木村" });
    await expect(create({ kind: "site", name: "支店", parentId: person })).rejects.toMatchObject({
      code: "invalid_parent",
    });
    const viewer = await enishi.member("見る人", "viewer");
    await expect(
      enishi.perform(createCustomer, { kind: "company", name: "丁" }, enishi.as(viewer)),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("customers.update", () => {
  it("changes what is given, keeps the rest, and counts the version up", async () => {
    const id = await create({ kind: "company", name: "東海プラント", note: "元のメモ", prefecture: "愛知" });
    const { version } = await enishi.perform(
      updateCustomer,
      { customerId: id, department: "営業", note: null },
      enishi.as(sato),
    );
    expect(version).toBe(2);
    expect((await profile(id)).customer).toMatchObject({
      department: "営業",
      note: null,
      prefecture: "愛知県",
    });
    const rows = await auditOf(enishi, id);
    expect(rows.at(-1)).toMatchObject({
      before: { department: null, note: "元のメモ" },
      after: { department: "営業" },
    });
  });

  it("keeps a former name, and finds the company and its sites by old and new", async () => {
    const id = await create({ kind: "company", name: "旧名興産株式会社" });
    await create({ kind: "site", name: "福岡営業所", parentId: id });
    await enishi.perform(updateCustomer, { customerId: id, name: "新名ホールディングス㈱" }, enishi.as(sato));
    expect((await profile(id)).aliases).toEqual([{ kind: "former", name: "旧名興産株式会社" }]);
    expect((await names("旧名興産")).sort()).toEqual(["新名ホールディングス㈱", "福岡営業所"].sort());
    expect((await names("新名")).sort()).toEqual(["新名ホールディングス㈱", "福岡営業所"].sort());
  });

  it("does not call another spelling of the same name a former name", async () => {
    const id = await create({ kind: "company", name: "㈱みなと食品" });
    await enishi.perform(updateCustomer, { customerId: id, name: "株式会社みなと食品" }, enishi.as(sato));
    expect((await profile(id)).aliases).toEqual([]);
  });

  it("refuses a change of a copy that somebody changed meanwhile", async () => {
    const id = await create({ kind: "company", name: "古い写し" });
    await enishi.perform(updateCustomer, { customerId: id, version: 1, note: "一" }, enishi.as(sato));
    await expect(
      enishi.perform(updateCustomer, { customerId: id, version: 1, note: "二" }, enishi.as(sato)),
    ).rejects.toMatchObject({ code: "stale_copy" });
  });

  it("leaves no trace of a change that changes nothing", async () => {
    const id = await create({ kind: "company", name: "そのまま" });
    const { version } = await enishi.perform(
      updateCustomer,
      { customerId: id, name: "そのまま", note: "" },
      enishi.as(sato),
    );
    expect(version).toBe(1);
    expect(await auditOf(enishi, id)).toHaveLength(1);
  });
});

describe("what belongs to a customer", () => {
  it("is found at once by a new name, code, number and address", async () => {
    const id = await create({ kind: "company", name: "あとから商会" });
    await enishi.perform(addAlias, { customerId: id, kind: "nickname", name: "アトさん" }, enishi.as(sato));
    await enishi.perform(addCode, { customerId: id, system: "会計", code: "Z9876" }, enishi.as(sato));
    await enishi.perform(
      addContactPoint,
      { customerId: id, kind: "fax", value: "052-111-2222" },
      enishi.as(sato),
    );
    await enishi.perform(
      addContactPoint,
      { customerId: id, kind: "mail", value: "info@atokara.example" },
      enishi.as(sato),
    );
    for (const q of ["あとさん", "z987", "0521112222", "11-2222", "info@atokara"])
      expect(await names(q)).toEqual(["あとから商会"]);
  });

  it("is added once", async () => {
    const id = await create({ kind: "company", name: "一度だけ" });
    for (let i = 0; i < 2; i++) {
      await enishi.perform(
        addContactPoint,
        { customerId: id, kind: "phone", value: "03-9999-0000" },
        enishi.as(sato),
      );
      await enishi.perform(addCode, { customerId: id, code: "ONCE1" }, enishi.as(sato));
    }
    const found = await profile(id);
    expect([found.contactPoints.length, found.codes.length]).toEqual([1, 1]);
  });
});
