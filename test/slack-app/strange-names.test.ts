import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../../core/index.ts";
import { openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
const LONG = `株式会社${"長い名前の".repeat(38)}商事`;
const names = [
  "<!channel>",
  "縁🎉結び商店",
  "\u202eعربي商会",
  "a|b>c&d <@U123>",
  "*太字*_斜体_~線~`符号`",
  LONG,
];

beforeAll(async () => {
  house = await openSlackHouse();
  const [admin] = await house.enishi.database.query<{ id: string }>(
    "select id from member where role = 'admin'",
  );
  const call = house.enishi.as(admin!.id);
  for (const name of names) await house.enishi.perform(createCustomer, { kind: "company", name }, call);
});
afterAll(async () => {
  // Nothing that was sent would have been refused by Slack, or have called anybody.
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

describe("customers of strange names", () => {
  it.each(names)("are found, logged and handed over as they are called: %s", async (name) => {
    const found = (await house.crm(house.users.sato!, `検索 ${name}`))[0]!;
    const logged = (await house.crm(house.users.sato!, `電話 ${name} 見積の件`))[0]!;
    await house.crm(house.users.sato!, `引き継ぎ ${name}`);

    const start = [...name].slice(0, 12).join("");
    expect(textOf(found)).toContain(start);
    expect(textOf(logged)).toContain("見積の件");
    // Only here would Slack read the signs.
    const read = [found, logged].flatMap(({ text, blocks }) => [
      text,
      ...[...JSON.stringify(blocks).matchAll(/"type":"mrkdwn","text":"([^"]*)"/g)].map((found) => found[1]),
    ]);
    expect(read.join()).not.toMatch(/<!channel>|<@U123>/);
  });

  it("is told in a sentence that a name of three thousand letters is too long, and nothing is kept", async () => {
    const [admin] = await house.enishi.database.query<{ id: string }>(
      "select id from member where role = 'admin'",
    );
    const input = { kind: "company" as const, name: "長".repeat(3_000) };
    const fault = await house.enishi
      .perform(createCustomer, input, house.enishi.as(admin!.id))
      .catch((error: { code?: string }) => error);

    expect(fault).toMatchObject({ code: expect.stringMatching(/^[a-z_]+$/) });
  });
});
