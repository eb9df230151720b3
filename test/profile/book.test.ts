import { afterAll, beforeAll, expect, it } from "vitest";
import { createCustomer } from "../../core/customers/index.ts";
import { loadBook } from "../../core/profile/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let sato: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  await enishi.member("田中", "member", { status: "former" });
  const create = (input: object) => enishi.perform(createCustomer, input as never, enishi.as(sato));
  const { customerId: company } = await create({
    kind: "company",
    name: "田中商事株式会社",
    nameKana: "タナカショウジ",
  });
  const { customerId: site } = await create({
    kind: "site",
    name: "大阪支店",
    parentId: company,
    ownerId: sato,
  });
  await create({ kind: "person", name: "木村 花子", title: "課長", parentId: site });
  await create({ kind: "person", name: "個人 太郎" });
  // Enough others that the ledger is not read whole.
  for (let i = 0; i < 320; i++)
    await create({ kind: "company", name: `無関係${String.fromCodePoint(0x4e00 + i)}工業` });
});
afterAll(() => enishi.close());

const book = (text: string) => enishi.ask(loadBook, { text }, enishi.as(sato));

it("holds the company that a line names, its sites and their people, and nobody else", async () => {
  const { customers, people } = await book("田中商事でんわ　来週火曜に見積");
  expect(customers.map((customer) => customer.name).sort()).toEqual(["大阪支店", "田中商事株式会社"]);
  expect(customers.find((customer) => customer.name === "大阪支店")).toMatchObject({ ownerIds: [sato] });
  expect(people).toMatchObject([{ name: "木村 花子", title: "課長" }]);
});

it("finds by reading inside a dictated line, and a company by its person", async () => {
  const dictated = await book("えっとたなかしょうじと電話しました");
  expect(dictated.customers.map((customer) => customer.name)).toContain("田中商事株式会社");
  const person = await book("木村課長と打合せ");
  expect(person.customers.map((customer) => customer.name)).toContain("大阪支店");
  expect(person.people.map((one) => one.name)).toEqual(["木村 花子"]);
});

it("holds whom a code or a telephone number names, in any writing, among their names", async () => {
  const input = {
    kind: "company",
    name: "北陸物産",
    codes: [{ system: "得意先コード", code: "A-10702" }],
    contactPoints: [{ kind: "phone", value: "076-231-0801" }],
  } as const;
  await enishi.perform(createCustomer, input as never, enishi.as(sato));
  const named = async (text: string) =>
    (await book(text)).customers.map(({ name, names }) => [name, ...names]);

  expect(await named("a-10702 tel 単価OK")).toEqual([["北陸物産", "a-10702"]]);
  expect(await named("０７６２３１０８０１に電話")).toEqual([["北陸物産", "0762310801"]]);
  expect(await named("電話 10702円 1,070 2310801")).toEqual([]);
});

it("holds a person who belongs to nobody as a customer", async () => {
  const { customers } = await book("個人太郎さんへ電話");
  expect(customers).toMatchObject([{ kind: "person", name: "個人 太郎" }]);
});

it("holds all colleagues, also those who left", async () => {
  const { members } = await book("");
  expect(members).toMatchObject([
    { name: "佐藤", active: true },
    { name: "田中", active: false },
  ]);
});

it("holds the one that is named among thousands that begin alike", async () => {
  const others = `select gen_random_uuid() as id, '無関係第' || n || '商店' as name from generate_series(1, 5000) n`;
  await enishi.database.query(
    `with others as (${others}), customers as (
       insert into customer (workspace_id, id, kind, name, match_key, sort_key, created_at, updated_at)
       select $1, id, 'company', name, name, name, now(), now() from others)
     insert into customer_search (workspace_id, customer_id, grams, folded, sort_key)
     select $1, id, array['^無関', '無関', '関係', '係第'], ' ' || name || ' ', name from others`,
    [enishi.workspaceId],
  );
  const create = { kind: "company" as const, name: "無関係鶴亀鉄工所" };
  await enishi.perform(createCustomer, create, enishi.as(sato));

  const { customers } = await book("無関係鶴亀鉄工所でんわ");

  expect(customers[0]).toMatchObject({ name: "無関係鶴亀鉄工所" });
});
