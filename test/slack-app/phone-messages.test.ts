import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNextAction } from "../../core/index.ts";
import type { FrontMessage } from "../../playground/slack-front/index.ts";
import { buttonsOf, openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;
let suzuki: string;

beforeAll(async () => {
  house = await openSlackHouse();
  sato = house.users.sato!;
  suzuki = house.users["suzuki.ken"]!;
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

const directTo = (userId: string) =>
  house.front.state(userId).conversations.find(({ kind }) => kind === "dm")?.messages ?? [];
const now = (message: FrontMessage) =>
  house.read(sato).find(({ ts, channelId }) => ts === message.ts && channelId === message.channelId)!;

/** 鈴木 takes a call for 佐藤; gives what 佐藤 was sent. */
async function takeMessage(line: string): Promise<FrontMessage[]> {
  const before = new Set(directTo(sato).map(({ ts }) => ts));
  await house.crm(suzuki, line);
  return directTo(sato).filter(({ ts }) => !before.has(ts));
}

async function press(userId: string, message: FrontMessage, texts: string[]): Promise<void> {
  const pressed = texts.map((text) => {
    const button = buttonsOf(message).find((each) => each.text === text)!;
    return house.front.action({
      userId,
      messageRef: { channelId: message.channelId, ts: message.ts },
      actionId: button.actionId,
    });
  });
  await Promise.all(pressed);
  await house.done();
}

async function entriesAbout(words: string): Promise<{ kind: string; direction: string; body: string }[]> {
  return house.enishi.database.query(
    "select kind, direction, body from history_entry where body like $1 and cancelled_at is null order by id",
    [`%${words}%`],
  );
}

describe("a phone message that a colleague took", () => {
  it("reaches whom it is for in one direct message: who took it, the customer, the words, what to do by when", async () => {
    const [message, ...others] = await takeMessage(
      "伝言 佐藤さん 北陸物産 お電話14:05 折返しほしいそうです 17時まで",
    );

    const shown = textOf(message!);
    expect(others).toEqual([]);
    expect(shown).toContain("鈴木 健さんが受けた伝言です。");
    expect(shown).toContain("北陸物産");
    expect(shown).toContain("今日 14:05");
    expect(shown).toMatch(/約束 11\/21\(土\) 17:00 .*折/);
    expect(buttonsOf(message!).map(({ text }) => text)).toEqual(["済み", "連絡した"]);
  });

  it("is echoed to whoever took it with the name of whom it is for", () => {
    const echo = house.read(suzuki).find(({ text }) => text.includes("北陸物産"))!;

    expect(textOf(echo)).toMatch(/約束 11\/21\(土\) 17:00 .*\(佐藤 一郎さんへ\)/);
  });

  it("is sent once, also when what it stands on is told again", async () => {
    const before = directTo(sato).length;
    await house.enishi.database.query("update domain_event set dispatched_at = null");
    await house.done();

    expect(directTo(sato)).toHaveLength(before);
  });

  it("can be marked done where it stands, and then has nothing to press", async () => {
    const [message] = await takeMessage("伝言 佐藤さん 三和電機工業 図面の件 折り返し");
    await press(sato, message!, ["済み"]);

    expect(textOf(now(message!))).toContain("済みにしました");
    expect(textOf(now(message!))).toContain("三和電機工業");
    expect(buttonsOf(now(message!))).toEqual([]);
  });

  it("logs with 連絡した that the customer was called, once, however often and whatever is pressed", async () => {
    const [message] = await takeMessage("伝言 佐藤さん 丸八金属 単価改定の件 折り返し");
    await press(sato, message!, ["連絡した", "連絡した", "済み"]);

    expect(await entriesAbout("連絡しました")).toMatchObject([{ kind: "contact", direction: "out" }]);
    expect(house.read(sato).filter(({ text }) => text.includes("もう終わっているか"))).toHaveLength(2);
  });

  it("is not sent for what people note for themselves", async () => {
    const before = directTo(sato).length;
    await house.crm(sato, "伝言 北陸物産 お電話 折り返し 17時まで");
    await house.crm(sato, "約束 北陸物産 26日まで図面");

    expect(directTo(sato)).toHaveLength(before);
  });

  it("breaks nothing when it is for somebody without Slack", async () => {
    const noSlack = await house.enishi.member("山本 次郎");
    const [{ id: byId } = { id: "" }] = await house.enishi.database.query<{ id: string }>(
      "select id from member where name = '鈴木 健'",
    );
    await house.enishi.perform(
      addNextAction,
      { kind: "promise", title: "折り返し", ownerId: noSlack, customerId: house.customers.北陸物産! },
      house.enishi.as(byId),
    );
    await house.done();

    const [left] = await house.enishi.database.query<{ n: number }>(
      "select count(*)::bigint as n from outbox_message where state <> 'sent'",
    );
    expect(left!.n).toBe(0);
  });

  it("follows a message that is given to another colleague once it is known which one was meant", async () => {
    const [{ id: suzukiId } = { id: "" }] = await house.enishi.database.query<{ id: string }>(
      "select id from member where name = '鈴木 健'",
    );
    await house.enishi.member("鈴木 真");
    const [card] = await house.crm(sato, "伝言 鈴木さん 北陸物産 納期の件 折り返し");
    const before = directTo(suzuki).length;
    const choice = buttonsOf(card!).find(({ text }) => text.includes("鈴木 健"));
    await house.front.action({
      userId: sato,
      messageRef: { channelId: card!.channelId, ts: card!.ts },
      actionId: choice!.actionId,
    });
    await house.done();

    expect(suzukiId).not.toBe("");
    expect(directTo(suzuki)).toHaveLength(before + 1);
  });
});
