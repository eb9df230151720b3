import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { createCustomer } from "../../core/customers/index.ts";
import {
  decideDuplicate,
  listDuplicates,
  listMerges,
  runRest,
  splitDuplicates,
} from "../../core/duplicates/index.ts";
import { findByMail, getProfile } from "../../core/profile/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { owns } from "../support/rows.ts";
import { aPair } from "./pairs.ts";

let enishi: TestEnishi;
let sato: string;
let viewer: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  viewer = await enishi.member("見る人", "viewer");
});
afterAll(() => enishi.close());
beforeEach(() => enishi.database.query("delete from duplicate_pair"));

async function company(name: string, more: Partial<z.input<typeof createCustomer.input>> = {}) {
  const made = await enishi.perform(createCustomer, { kind: "company", name, ...more }, enishi.as(sato));
  return made.customerId;
}
const decide = (input: z.input<typeof decideDuplicate.input>, by = sato) =>
  enishi.perform(decideDuplicate, input, enishi.as(by));
const list = (input: z.input<typeof listDuplicates.input> = {}) =>
  enishi.ask(listDuplicates, input, enishi.as(sato));
const profile = (customerId: string) => enishi.ask(getProfile, { customerId }, enishi.as(sato));

describe("duplicates.list", () => {
  test("gives the likeliest first, page by page, with both sides and the counts of alike reasons", async () => {
    const ids = [await company("一覧商店"), await company("一覧商会"), await company("一覧興業")];
    await owns(enishi, sato, ids[2]!);
    await aPair(enishi, ids[0]!, ids[1]!, { score: 0.5 });
    await aPair(enishi, ids[0]!, ids[2]!, { score: 0.7 });
    await aPair(enishi, ids[1]!, ids[2]!, { score: 0.5, reasons: ["phone"] });

    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor! });

    expect([...first.items, ...second.items].map((item) => item.score)).toEqual([0.7, 0.5, 0.5]);
    expect(first.items[0]).toMatchObject({ keepId: ids[2], reasonKey: "name_same other_city" });
    expect([first.items[0]!.a.name, first.items[0]!.b.name]).toEqual(["一覧商店", "一覧興業"]);
    expect(first.groups).toEqual([
      { reasonKey: "name_same other_city", count: 2 },
      { reasonKey: "phone", count: 1 },
    ]);
    expect(first.total).toBe(3);
    expect((await list({ reasonKey: "phone" })).items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
  });
});

describe("duplicates.decide", () => {
  test("merges the same ones, once however often the button is pressed, and can be taken back", async () => {
    const a = await company("丸八金属", { codes: [{ code: "1" }] });
    const b = await company("まるはち金属");
    const pair = await aPair(enishi, a, b);

    const pressed = await Promise.all([
      decide({ ...pair, answer: "same" }),
      decide({ ...pair, answer: "same" }),
      decide({ ...pair, answer: "same" }),
    ]);

    expect(pressed.map((one) => one.isNew).sort()).toEqual([false, false, true]);
    expect(new Set(pressed.map((one) => one.mergeId)).size).toBe(1);
    expect((await profile(b)).customer.id).toBe(a);
    const { items } = await enishi.ask(listMerges, { customerId: b }, enishi.as(sato));
    expect(items).toMatchObject([{ keptName: "丸八金属", mergedName: "まるはち金属", as: "merge" }]);

    await enishi.perform(splitDuplicates, { id: pressed[0]!.mergeId! }, enishi.as(sato));
    expect((await list()).items).toMatchObject([{ aId: a, bId: b, state: "open" }]);
  });

  test("makes one a site of the other, with its people and its owner, and can be taken back", async () => {
    const house = await company("田中商事㈱", {
      contactPoints: [{ kind: "mail", value: "info@tanaka.example.co.jp" }],
    });
    const branch = await company("田中商事㈱大阪支店", {
      contactPoints: [{ kind: "mail", value: "osaka@tanaka-west.example.co.jp" }],
    });
    await owns(enishi, sato, branch);
    const person = await enishi.perform(
      createCustomer,
      { kind: "person", name: "木村", parentId: branch },
      enishi.as(sato),
    );
    const pair = await aPair(enishi, house, branch);

    const { mergeId, keptId } = await decide({ ...pair, answer: "site" });

    expect(keptId).toBe(house);
    expect((await profile(house)).sites).toMatchObject([{ id: branch }]);
    const site = await profile(branch);
    expect(site.customer).toMatchObject({ kind: "site", parent: { id: house }, state: "active" });
    expect(site.people.map((one) => one.id)).toEqual([person.customerId]);
    expect(site.owners).toMatchObject([{ memberId: sato }]);
    const mail = await enishi.ask(findByMail, { emails: ["new@tanaka-west.example.co.jp"] }, enishi.as(sato));
    expect(mail.domainCompanies.map((one) => one.customerId)).toEqual([house]);

    await enishi.perform(splitDuplicates, { id: mergeId! }, enishi.as(sato));
    expect((await profile(branch)).customer).toMatchObject({ kind: "company", parent: null });
    expect((await profile(house)).sites).toEqual([]);
  });

  test("remembers different and unsure; only who saw the answer may change it", async () => {
    const pair = await aPair(enishi, await company("別商店"), await company("別商会"));

    expect(await decide({ ...pair, answer: "unsure" })).toMatchObject({ isNew: true, state: "unsure" });
    expect((await list()).items).toEqual([]);
    expect(await decide({ ...pair, answer: "different" })).toMatchObject({ isNew: true });
    expect(await decide({ ...pair, answer: "same" })).toMatchObject({ isNew: false, state: "different" });
    const [stored] = (await list({ state: "different" })).items;
    const changed = await decide({ ...pair, answer: "same", version: stored!.version });
    expect(changed).toMatchObject({ isNew: true, state: "same" });
  });

  test("asks of the survivor what was open of the merged one, and keeps what was answered of it", async () => {
    const [a, b, c, d] = [
      await company("続一"),
      await company("続二"),
      await company("続三"),
      await company("続四"),
    ];
    const ab = await aPair(enishi, a!, b!);
    await aPair(enishi, b!, c!);
    const bd = await aPair(enishi, b!, d!);
    await aPair(enishi, a!, d!);
    await decide({ ...bd, answer: "different" });

    const { mergeId } = await decide({ ...ab, answer: "same", keepId: a! });

    expect((await list()).items.map((item) => [item.aId, item.bId])).toEqual([[a, c].sort()]);
    await enishi.perform(splitDuplicates, { id: mergeId! }, enishi.as(sato));
    expect((await list()).items).toHaveLength(3);
  });

  test("answers the rest with the same reasons likewise", async () => {
    const made: { aId: string; bId: string }[] = [];
    for (let n = 0; n < 4; n++) {
      made.push(await aPair(enishi, await company(`残り商店${n}`), await company(`残り商会${n}`)));
    }
    const other = await aPair(enishi, await company("電話商店"), await company("電話商会"), {
      reasons: ["phone"],
    });

    expect(await decide({ ...made[0]!, answer: "same" })).toMatchObject({ rest: 3 });
    expect(await decide({ ...made[1]!, answer: "different" })).toMatchObject({ rest: 2 });
    const likewise = await decide({ ...made[1]!, answer: "different", alsoSameReason: true });
    expect(likewise).toMatchObject({ isNew: false, rest: 2 });

    expect((await list()).items.map((item) => item.aId)).toEqual([other.aId]);
    expect((await list({ state: "different" })).total).toBe(3);
  });

  test("merges the rest in the background, and leaves open what cannot be merged so", async () => {
    const pairs: { aId: string; bId: string }[] = [];
    for (let n = 0; n < 3; n++) {
      pairs.push(await aPair(enishi, await company(`背景商店${n}`), await company(`背景商会${n}`)));
    }
    const site = (
      await enishi.perform(
        createCustomer,
        { kind: "site", name: "大阪支店", parentId: pairs[0]!.aId },
        enishi.as(sato),
      )
    ).customerId;
    const odd = await aPair(enishi, site, await company("背景支店"));
    const { reasonKey } = (await list()).items[0]!;

    const done = await runRest(enishi.core.host("core"), { reasonKey, answer: "same" }, enishi.as(sato));
    const again = await runRest(enishi.core.host("core"), { reasonKey, answer: "same" }, enishi.as(sato));

    expect(done).toEqual({ answered: 3, left: 1 });
    expect(again).toEqual({ answered: 0, left: 1 });
    expect((await list()).items).toMatchObject([odd]);
  });

  test("is refused to who may only look", async () => {
    const pair = await aPair(enishi, await company("見商店"), await company("見商会"));

    await expect(decide({ ...pair, answer: "same" }, viewer)).rejects.toMatchObject({ code: "forbidden" });
  });
});
