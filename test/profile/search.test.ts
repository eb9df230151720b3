import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../../core/customers/index.ts";
import { searchCustomers } from "../../core/profile/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let sato: string;
let tanaka: string;
let formerTanaka: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  tanaka = await enishi.member("田中");
  formerTanaka = await enishi.member("田中 実", "member", { status: "former" });
  const add = async (key: string, input: Parameters<typeof create>[0]) => {
    ids[key] = await create(input);
  };
  await add("tanaka", {
    kind: "company",
    name: "田中商事株式会社",
    nameKana: "タナカショウジ",
    ownerId: formerTanaka,
    prefecture: "東京都",
  });
  await add("osaka", { kind: "site", name: "大阪支店", parentId: ids.tanaka!, prefecture: "大阪" });
  await add("kimura", {
    kind: "person",
    name: "木村 花子",
    nameKana: "きむら はなこ",
    title: "課長",
    parentId: ids.osaka!,
    contactPoints: [{ kind: "mail", value: "Kimura@tanaka-shoji.example" }],
  });
  await add("tanabashi", { kind: "person", name: "棚橋 一郎", nameKana: "タナハシ イチロウ" });
  await add("maruhachi", {
    kind: "company",
    name: "丸八金属㈱",
    nameKana: "マルハチキンゾク",
    ownerId: sato,
    aliases: [
      { kind: "former", name: "八幡伸銅所" },
      { kind: "nickname", name: "はちさん" },
    ],
    codes: [{ system: "販売王", code: "10234" }],
    contactPoints: [{ kind: "phone", value: "０３（１２３４）５６７８" }],
  });
  await add("sanwa", { kind: "company", name: "㈱サンワ", prefecture: "愛知県" });
  await add("sanwadenki", {
    kind: "company",
    name: "三和電機工業株式会社",
    nameKana: "サンワデンキコウギョウ",
    ownerId: sato,
  });
  await add("watanabe", { kind: "company", name: "有限会社渡邉製作所", nameKana: "ワタナベセイサクショ" });
  await add("takahashi", { kind: "company", name: "髙橋工務店", nameKana: "タカハシコウムテン" });
});

afterAll(() => enishi.close());

async function create(input: Parameters<TestEnishi["perform"]>[1] & object) {
  const { customerId } = await enishi.perform(createCustomer, input as never, enishi.as(sato));
  return customerId;
}

async function search(q: string, more: object = {}) {
  const { items } = await enishi.ask(searchCustomers, { q, ...more }, enishi.as(sato));
  return items;
}

async function found(q: string) {
  return (await search(q)).map((item) => Object.keys(ids).find((key) => ids[key] === item.customerId));
}

describe("search", () => {
  it.each([
    ["田", ["tanaka", "osaka"]],
    ["田中", ["tanaka", "osaka"]],
    ["たなか", ["tanaka", "osaka"]],
    ["ﾀﾅｶｼｮｳｼﾞ", ["tanaka", "osaka"]],
    ["tanaka", ["tanaka", "osaka", "kimura"]],
    ["株式会社田中商事", ["tanaka", "osaka"]],
    ["田中商事　大阪", ["osaka"]],
    ["木村課長", ["kimura"]],
    ["田中商事 木村", ["kimura"]],
    ["木村　たなか", ["kimura"]],
    ["株式会社 田中商事", ["tanaka", "osaka"]],
    [
      "㈱",
      ["kimura", "maruhachi", "osaka", "sanwa", "sanwadenki", "takahashi", "tanabashi", "tanaka", "watanabe"],
    ],
    ["販売王", []],
    ["12", []],
    ["234", ["maruhachi"]],
    ["123", []],
    ["はなこ", ["kimura"]],
    ["ﾜﾀﾅﾍﾞ製作", ["watanabe"]],
    ["渡辺", ["watanabe"]],
    ["高橋", ["takahashi"]],
    ["サンワ", ["sanwadenki", "sanwa"]],
    ["八幡", ["maruhachi"]],
    ["はちさん", ["maruhachi"]],
    ["10234", ["maruhachi"]],
    ["023", ["maruhachi"]],
    ["03-1234-5678", ["maruhachi"]],
    ["+81-3-1234-5678", ["maruhachi"]],
    ["０３（１２３４）５６７８", ["maruhachi"]],
    ["1234-56", ["maruhachi"]],
    ["5678", ["maruhachi"]],
    ["kimura@tanaka-shoji.example", ["kimura"]],
    ["KIMURA@", ["kimura"]],
    ["木村花子 <kimura@tanaka-shoji.example>", ["kimura"]],
    ["tanaka-shoji.example", ["kimura"]],
    ["存在しない会社", []],
    ["%", []],
    ["_", []],
  ])("finds by %s", async (q, expected) => {
    expect((await found(q)).sort()).toEqual([...expected].sort());
  });

  it("puts one's own customers first, then goes by reading", async () => {
    expect(await found("サンワ")).toEqual(["sanwadenki", "sanwa"]);
    expect((await search("サンワ")).map((item) => item.mine)).toEqual([true, false]);
  });

  it("shows 県, 営業担当 and what it was found by", async () => {
    const [item] = await search("10234");
    expect(item).toMatchObject({
      name: "丸八金属㈱",
      ownerNames: ["佐藤"],
      matched: "code",
      matchedText: "10234",
    });
    expect((await search("大阪支店"))[0]).toMatchObject({
      parentName: "田中商事株式会社",
      prefecture: "大阪府",
      ownerNames: ["田中 実"],
    });
  });

  it("finds the customers of a colleague who left, not those of the one who is here", async () => {
    await create({ kind: "company", name: "別の会社", ownerId: tanaka });
    expect((await search("担当:田中 退職")).map((item) => item.name)).toContain("田中商事株式会社");
    expect((await search("担当:田中 退職")).map((item) => item.name)).not.toContain("別の会社");
  });

  it("goes on behind the last row of a page", async () => {
    const first = await enishi.ask(searchCustomers, { q: "", limit: 4 }, enishi.as(sato));
    const second = await enishi.ask(
      searchCustomers,
      { q: "", limit: 4, cursor: first.nextCursor! },
      enishi.as(sato),
    );
    const all = await enishi.ask(searchCustomers, { q: "", limit: 8 }, enishi.as(sato));
    expect([...first.items, ...second.items]).toEqual(all.items);
  });

  it("keeps one order over the pages of a hundred hits and more", async () => {
    for (let n = 0; n < 130; n++) {
      const name = `ページ${String(n).padStart(3, "0")}商店`;
      const codes = n === 77 ? [{ system: "販売王", code: "ページ" }] : [];
      await create({ kind: "company", name, codes, ...(n % 3 === 0 && { ownerId: sato }) });
    }
    const numbers = async (memberId: string) => {
      const found: number[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await enishi.ask(
          searchCustomers,
          { q: "ページ", limit: 20, cursor },
          enishi.as(memberId),
        );
        expect(page).toMatchObject({ total: 100, totalIsCapped: true });
        found.push(...page.items.map(({ name }) => Number(name.slice(3, 6))));
        if (!page.nextCursor) return found;
        cursor = page.nextCursor;
      }
    };
    const all = Array.from({ length: 130 }, (_, n) => n);
    const others = (own: (n: number) => boolean) => all.filter((n) => n !== 77 && !own(n));

    // The one whose code it is, then one's own, then the others.
    expect(await numbers(sato)).toEqual([
      77,
      ...all.filter((n) => n % 3 === 0),
      ...others((n) => n % 3 === 0),
    ]);
    expect(await numbers(tanaka)).toEqual([77, ...others(() => false)]);
  });
});
