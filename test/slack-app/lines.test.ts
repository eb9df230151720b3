import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FrontMessage } from "../../playground/slack-front/index.ts";
import { buttonsOf, openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;

beforeAll(async () => {
  house = await openSlackHouse();
  sato = house.users.sato!;
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

async function press(message: FrontMessage, text: string, value?: string): Promise<FrontMessage[]> {
  const button = buttonsOf(message).find((each) => each.text === text);
  if (!button) throw new Error(`no button ${text} among ${buttonsOf(message).map((each) => each.text)}`);
  const delivery = await house.front.action({
    userId: sato,
    messageRef: { channelId: message.channelId, ts: message.ts },
    actionId: button.actionId,
    ...(value !== undefined && { value }),
  });
  expect(delivery.error).toBeUndefined();
  await house.done();
  return house.read(sato);
}

async function historyOf(name: string): Promise<{ kind: string; body: string }[]> {
  return house.enishi.database.query(
    "select kind, body from history_entry where customer_id = $1 and cancelled_at is null order by id",
    [house.customers[name]],
  );
}

describe("typed lines", () => {
  it("records a call in one line and echoes how it was read, with 直す and 取消", async () => {
    const [echo] = await house.crm(sato, "電話 北陸物産 来週火曜に見積");

    expect(textOf(echo!)).toMatch(/北陸物産 · 電話 · 今日.* → 約束 11\/24\(火\) 見積/);
    expect(buttonsOf(echo!).map(({ text }) => text)).toEqual(["直す", "取消"]);
    expect(await historyOf("北陸物産")).toMatchObject([{ kind: "call" }]);
  });

  it("records a line without a verb at once when it says clearly what was done", async () => {
    const before = await historyOf("北陸物産");

    const [echo] = await house.crm(sato, "北陸物産でんわ　来週火曜に見積");

    expect(buttonsOf(echo!).map(({ text }) => text)).toEqual(["直す", "取消"]);
    expect(await historyOf("北陸物産")).toHaveLength(before.length + 1);
  });

  it("offers a line that leaves open what happened, and keeps nothing before 記録する is pressed", async () => {
    const [offer] = await house.crm(sato, "三和電機 検収の件どうなった");

    expect(buttonsOf(offer!).map(({ text }) => text)).toContain("記録する");
    expect(await historyOf("三和電機工業")).toEqual([]);

    const seen = await press(offer!, "記録する");

    expect(textOf(seen.find(({ ts }) => ts === offer!.ts)!)).toContain("三和電機工業");
    expect(await historyOf("三和電機工業")).toHaveLength(1);
  });

  it("records an offer once when its button is pressed twice", async () => {
    const [offer] = await house.crm(sato, "まるはち 単価の件");
    const button = buttonsOf(offer!).find(({ text }) => text === "記録する")!;
    const act = {
      userId: sato,
      messageRef: { channelId: offer!.channelId, ts: offer!.ts },
      actionId: button.actionId,
    };
    await Promise.all([house.front.action(act), house.front.action(act)]);
    await house.done();

    expect(await historyOf("丸八金属")).toHaveLength(1);
  });

  it("asks one card of questions for a date that does not exist, and keeps the text as a draft", async () => {
    const [card] = await house.crm(sato, "訪問 11/31 北陸物産");

    expect(textOf(card!)).toContain("11/31");
    const choices = buttonsOf(card!).map(({ text }) => text);
    expect(choices).toContain("11/30(月)");

    const seen = await press(card!, "11/30(月)");

    expect(textOf(seen.find(({ ts }) => ts === card!.ts)!)).toContain("11/30(月)");
  });

  it("takes back everything that a line wrote", async () => {
    const [echo] = await house.crm(sato, "メール 丸八金属 カタログ送付");
    const before = await historyOf("丸八金属");
    const seen = await press(echo!, "取消");

    expect(textOf(seen.find(({ ts }) => ts === echo!.ts)!)).toContain("取り消しました");
    expect(await historyOf("丸八金属")).toHaveLength(before.length - 1);
  });

  it("mends a line in a modal and brings its echo up to date", async () => {
    const [echo] = await house.crm(sato, "訪問 丸八金属 新製品の説明");
    await press(echo!, "直す");
    const [modal] = house.front.state(sato).modals;
    const submission = await house.front.submitView({
      userId: sato,
      viewId: modal!.view.id,
      values: { kind: "meeting", body: "新製品の説明と見積依頼" },
    });
    await house.done();

    expect(submission.errors).toEqual({});
    expect(textOf(house.read(sato).find(({ ts }) => ts === echo!.ts)!)).toContain("打合せ");
    expect((await historyOf("丸八金属")).at(-1)).toMatchObject({
      kind: "meeting",
      body: "新製品の説明と見積依頼",
    });
  });

  it("completes the open promise of a customer with 済", async () => {
    await house.crm(sato, "約束 三和電機工業 26日まで図面");
    const answers = await house.crm(sato, "済 三和電機工業");

    expect(textOf(answers[0]!)).toMatch(/済|どれ/);
  });

  it("says what is missing when a verb stands alone", async () => {
    const [answer] = await house.crm(sato, "記録");

    expect(answer!.text).toContain("顧客と内容");
  });

  it("answers a first word that is neither verb nor customer with a sentence, what is near and the menu", async () => {
    const [answer] = await house.crm(sato, "ほげほげ商会");

    expect(answer!.text).toContain("ほげほげ商会");
    expect(buttonsOf(answer!).map(({ text }) => text)).toContain("使い方");
  });

  it("asks which customer when none is known, and keeps the text", async () => {
    const [card] = await house.crm(sato, "電話 謎の会社 さま 見積の件");

    expect(buttonsOf(card!).map(({ text }) => text)).toContain("顧客を選ぶ");
    const [line] = await house.enishi.database.query<{ text: string }>(
      "select text from line order by id desc limit 1",
    );
    expect(line!.text).toContain("謎の会社");
  });

  it("tells a viewer that they may not write", async () => {
    const answers = await house.crm(house.users.viewer!, "電話 北陸物産 見積の件");

    expect(answers[0]!.text).toContain("閲覧のみ");
  });
});
