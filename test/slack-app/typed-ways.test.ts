import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignOwner, createCustomer } from "../../core/index.ts";
import type { FrontMessage } from "../../playground/slack-front/index.ts";
import { buttonsOf, openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
const made: Record<string, string> = {};

beforeAll(async () => {
  house = await openSlackHouse();
  const [row] = await house.enishi.database.query<{ id: string }>(
    "select id from member where role = 'admin'",
  );
  const call = house.enishi.as(row!.id);
  const create = async (name: string, more: { parentId?: string; title?: string } = {}) => {
    const kind = more.parentId ? ("person" as const) : ("company" as const);
    made[name] = (await house.enishi.perform(createCustomer, { kind, name, ...more }, call)).customerId;
  };
  for (const name of ["高橋工務店", "みなと食品", "*太字*商店", "A&B <商事>", "<!channel>"])
    await create(name);
  await create("小林", { parentId: made.みなと食品! });
  await create("山田", { parentId: house.customers.丸八金属!, title: "部長" });
  await house.enishi.perform(assignOwner, { customerId: made.高橋工務店!, memberId: row!.id }, call);
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

const type = async (line: string, who = "sato") => (await house.crm(house.users[who]!, line))[0]!;
const buttons = (message: FrontMessage) => buttonsOf(message).map(({ text }) => text);

async function lastLine(): Promise<{ text: string; state: string }> {
  const [line] = await house.enishi.database.query<{ text: string; state: string }>(
    "select text, state from line order by id desc limit 1",
  );
  return line!;
}

async function written(): Promise<number> {
  const [row] = await house.enishi.database.query<{ n: number }>(
    "select (select count(*) from history_entry) + (select count(*) from next_action) + (select count(*) from line) as n",
  );
  return Number(row!.n);
}

describe("lines that say what was done are written at once, however they are typed", () => {
  it.each([
    ["田中商事でんわ　来週火曜に見積", "田中商事 · 電話 · 今日 18:00 → 約束 11/24(火) 見積提出"],
    ["田中商事電話来週火曜に見積", "田中商事 · 電話 · 今日 18:00 → 約束 11/24(火) 見積提出"],
    ["ﾀﾅｶｼｮｳｼﾞ ﾃﾞﾝﾜ 来週火曜に見積", "田中商事 · 電話 · 今日 18:00 → 約束 11/24(火) 見積提出"],
    [
      "まるはち 山田ぶちょうtel、単価の件持ち帰り　週明け回答",
      "丸八金属 / 山田 · 電話 · 今日 18:00 · 単価の件持ち帰り → 約束 11/24(火) 単価の回答",
    ],
    ["今TEL三和電機 納期12/10でOKもらった👍", "三和電機工業 · 電話 · 今日 18:00 · 納期12/10でOKもらった"],
    ["昨日訪問 高橋工務店 社長不在 名刺だけ置いてきた", "高橋工務店 / 社長 · 訪問(不在) · 昨日"],
    ["北陸物産　訪問　１０時", "北陸物産 · 訪問 · 今日 10:00"],
    ["ﾎｸﾘｸﾌﾞｯｻﾝﾎｳﾓﾝ", "北陸物産 · 訪問 · 今日"],
    [
      "@佐藤 みなと食品の小林様よりお電話14:05 折返しほしいそうです 19時まで",
      "みなと食品 / 小林 · 電話(着信) · 今日 14:05 → 約束 11/21(土) 19:00 折り返し",
    ],
    ["電話 *太字*商店 見積の件", "*太字*商店 · 電話 · 今日 18:00 · 見積の件"],
    ["電話 A&B <商事> 見積の件", "A&B <商事> · 電話 · 今日 18:00 · 見積の件"],
    ["電話 <!channel> 見積の件", "<!channel> · 電話 · 今日 18:00 · 見積の件"],
  ])("%s", async (line, echo) => {
    const shown = await type(line);

    expect(textOf(shown)).toContain(echo);
    expect(buttons(shown)).toEqual(expect.arrayContaining(["直す", "取消"]));
    expect((await lastLine()).state).toBe("recorded");
  });
});

describe("a line that says what was done with a customer whom nobody knows", () => {
  it.each(["すずき商会 電話 見積 明日", "やまなか物産に訪問した"])(
    "is offered to be logged under that name, not under another's, and asks for the customer: %s",
    async (line) => {
      const before = await written();
      const offer = await type(line);
      const kept = await written();
      const [record] = buttonsOf(offer);
      await house.front.action({
        userId: house.users.sato!,
        messageRef: { channelId: offer.channelId, ts: offer.ts },
        actionId: record!.actionId,
      });
      await house.done();

      expect(textOf(offer)).toMatch(/「(すずき商会|やまなか物産)」という顧客は見つかりません/);
      expect(buttons(offer)).toEqual(["記録する"]);
      expect(kept).toBe(before);
      expect(await lastLine()).toEqual({ text: line, state: "draft" });
    },
  );
});

it("says how long a line may be, with a verb and without one, and keeps nothing of a longer one", async () => {
  const before = await written();
  const answers = [await type("あ".repeat(5_000)), await type(`電話 ${"あ".repeat(5_000)}`)];

  for (const answer of answers) expect(textOf(answer)).toContain("4000");
  expect(answers.map(textOf).join()).not.toContain("expected");
  expect(await written()).toBe(before);
});

describe("a day that does not exist", () => {
  it.each([
    "11/31 北陸物産 訪問",
    "１１／３１　北陸物産　訪問",
    "11/31北陸物産訪問",
    "北陸物産 訪問 11月31日",
    "北陸物産 見積 11/31まで",
    "約束 北陸物産 11/31まで見積",
  ])("is asked on one card, and the line is kept as a draft meanwhile: %s", async (line) => {
    const card = await type(line);

    expect(textOf(card)).toContain("下書き");
    expect(textOf(card)).toMatch(/北陸物産 → (アポ|約束) 日付未定/);
    expect(textOf(card)).toContain("という日はありません。いつですか?");
    expect(buttons(card)).toEqual(expect.arrayContaining(["11/30(月)", "12/1(火)", "直す", "取消"]));
    expect(await lastLine()).toMatchObject({ state: "draft", text: expect.stringMatching(/31|３１/) });
  });

  it("becomes a plan with the day that is chosen", async () => {
    const card = await type("11/31 北陸物産 訪問");
    await house.front.action({
      userId: house.users.sato!,
      messageRef: { channelId: card.channelId, ts: card.ts },
      actionId: buttonsOf(card).find(({ text }) => text === "12/1(火)")!.actionId,
    });
    await house.done();

    const after = house.read(house.users.sato!).find(({ ts }) => ts === card.ts)!;
    expect(textOf(after)).toContain("北陸物産 → アポ 12/1(火) 訪問");
    expect((await lastLine()).state).toBe("recorded");
  });
});

describe("済", () => {
  it.each(["済 三和電機", "済三和電機", "済　三和電機"])(
    "completes the one open promise, also without a blank: %s",
    async (line) => {
      await type("約束 三和電機工業 26日まで図面");
      const shown = await type(line);

      expect(textOf(shown)).toContain("済にしました");
      expect(buttons(shown)).toEqual(["取消"]);
    },
  );

  it("says that nothing was open, and offers nothing to take back", async () => {
    const shown = await type("済 三和電機");

    expect(textOf(shown)).toContain("終わっていない予定はありませんでした");
    expect(buttons(shown)).toEqual([]);
  });
});

describe("somebody who may not write, or is not known", () => {
  it.each(["田中商事でんわ　来週火曜に見積", "11/31 北陸物産 訪問", "三和電機 検収の件どうなった"])(
    "a viewer is told why nothing is logged and shown whom it was about, with no button that would fail: %s",
    async (line) => {
      const before = await written();
      const shown = await type(line, "viewer");

      expect(textOf(shown)).toContain("閲覧のみの権限");
      expect(buttons(shown)).toEqual([expect.stringMatching(/ を見る$/)]);
      expect(await written()).toBe(before);
    },
  );

  it.each([
    ["ito", "まだ Enishi のメンバーではありません"],
    ["guest", "ゲストや社外の方は Enishi を使えません"],
  ])("%s is told how to become a member, and sees and writes nothing", async (who, told) => {
    const before = await written();
    const shown = await type("田中商事でんわ　来週火曜に見積", who);

    expect(textOf(shown)).toContain(told);
    expect(textOf(shown)).not.toContain("田中商事");
    expect(await written()).toBe(before);
  });
});
