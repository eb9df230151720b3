import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { createCustomer } from "../../core/customers/index.ts";
import {
  decideDuplicate,
  examineDuplicates,
  examineNext,
  getExamination,
  listDuplicates,
  runExamination,
} from "../../core/duplicates/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let sato: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  ids.watanabe = await customer({
    kind: "company",
    name: "㈱渡邉製作所",
    contactPoints: [{ kind: "phone", value: "03-3200-1111" }],
  });
  for (let n = 0; n < 130; n++) await customer({ kind: "company", name: `第${n}番目の会社${n}株式会社` });
  ids.watanabeAgain = await customer({
    kind: "company",
    name: "渡辺製作所株式会社",
    contactPoints: [{ kind: "phone", value: "０３（３２００）１１１１" }],
  });
  ids.kimura = await customer({ kind: "person", name: "木村 一郎", parentId: ids.watanabe });
  ids.kimuraAgain = await customer({ kind: "person", name: "木村一郎", parentId: ids.watanabe });
  ids.tanaka = await customer({
    kind: "company",
    name: "田中商事株式会社",
    contactPoints: [{ kind: "address", value: "東京都千代田区丸の内1-1-1" }],
  });
  ids.tanakaOsaka = await customer({
    kind: "company",
    name: "田中商事株式会社",
    contactPoints: [{ kind: "address", value: "大阪府大阪市北区梅田2-2-2" }],
  });
});
afterAll(() => enishi.close());

async function customer(input: z.input<typeof createCustomer.input>) {
  return (await enishi.perform(createCustomer, input, enishi.as(sato))).customerId;
}
const door = () => enishi.core.host("core");
const begin = () => enishi.perform(examineDuplicates, { driver: "caller" }, enishi.as(sato));
const pairs = async () =>
  (await enishi.ask(listDuplicates, { limit: 100 }, enishi.as(sato))).items.map((item) =>
    [item.aId, item.bId].sort().join(" "),
  );
const pairOf = (one: string, other: string) => [ids[one], ids[other]].sort().join(" ");

test("finds what is alike, however far apart it stands, and never what is merely near", async () => {
  await begin();

  const done = await runExamination(door(), enishi.as(sato));

  expect(done).toMatchObject({ state: "done", total: 136, examined: 136, found: 2 });
  expect((await pairs()).sort()).toEqual(
    [pairOf("watanabe", "watanabeAgain"), pairOf("kimura", "kimuraAgain")].sort(),
  );
  const { items } = await enishi.ask(listDuplicates, { customerId: ids.watanabe! }, enishi.as(sato));
  expect(items[0]!.reasons.map((reason) => reason.code)).toEqual(expect.arrayContaining(["phone"]));
});

test("asks nobody twice", async () => {
  const [aId, bId] = pairOf("watanabe", "watanabeAgain").split(" ") as [string, string];
  await enishi.perform(decideDuplicate, { aId, bId, answer: "different" }, enishi.as(sato));

  await begin();
  const done = await runExamination(door(), enishi.as(sato));

  expect(done).toMatchObject({ state: "done", found: 0 });
  expect(await pairs()).toEqual([pairOf("kimura", "kimuraAgain")]);
});

test("goes on where it was, tells how far it is, and does the same chunk once", async () => {
  const { id } = await begin();
  const next = (after: string | null) =>
    enishi.perform(examineNext, { id, after, limit: 100 }, enishi.as(sato));

  const first = await next(null);
  const late = await next(null);
  expect(late).toEqual(first);
  expect(await enishi.ask(getExamination, {}, enishi.as(sato))).toMatchObject({
    examination: { state: "running", examined: 100, total: 136 },
  });

  expect(await begin()).toMatchObject({ id });
  expect(await runExamination(door(), enishi.as(sato))).toMatchObject({ id, examined: 136, state: "done" });
});
