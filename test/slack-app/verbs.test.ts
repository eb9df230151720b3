import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caution } from "../../core/plugins/caution/index.ts";
import { verbs } from "../../slack-app/words/verbs.ts";
import { buttonsOf, openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;

beforeAll(async () => {
  house = await openSlackHouse({ plugins: [caution()] });
  sato = house.users.sato!;
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

const APOLOGY = "申し訳ありません";

describe("every verb", () => {
  for (const [how, rest] of [
    ["alone", ""],
    ["with a customer", " 北陸物産"],
    ["with a customer and words", " 北陸物産 来週火曜 見積の件"],
    ["with a word that means nothing", " ほげほげ"],
  ]) {
    it(`answers ${how}, never with an apology`, async () => {
      for (const verb of verbs) {
        const typed = `${verb.name}${rest}`;
        const answers = await house.crm(sato, typed);
        const opened = house.front.state(sato).modals;
        expect([typed, answers.length + opened.length > 0]).toEqual([typed, true]);
        for (const shown of [...answers, ...opened.map(({ view }) => view as never)]) {
          expect(textOf(shown)).not.toContain(APOLOGY);
        }
        for (const { view } of opened) await house.front.closeView({ userId: sato, viewId: view.id });
      }
    });
  }

  it("says of a verb of a later release that it is not there yet, what works instead, and offers to log", async () => {
    const answers = await house.crm(sato, "見積 北陸物産 月末まで");

    expect(answers[0]!.text).toContain("「見積」は、まだ");
    expect(answers.flatMap(buttonsOf).map(({ text }) => text)).toContain("記録する");
  });
});

describe("the menu", () => {
  it("shows for nothing, for help and for English", async () => {
    for (const text of ["", "　", "使い方", "help", "?"]) {
      const [answer] = await house.crm(sato, text);
      expect(answer!.text).toBe("Enishi でできること");
      expect(textOf(answer!)).toContain("要注意");
    }
  });
});

describe("要注意", () => {
  it("is pinned on top of the profile until it is resolved", async () => {
    await house.crm(sato, "要注意 北陸物産 支払いは必ず書面で確認する");
    const [profile] = await house.crm(sato, "北陸物産");

    expect(textOf(profile!)).toContain("支払いは必ず書面で確認する");

    const resolve = buttonsOf(profile!).find(({ actionId }) => actionId.startsWith("answer.action."))!;
    await house.front.action({
      userId: sato,
      messageRef: { channelId: profile!.channelId, ts: profile!.ts },
      actionId: resolve.actionId,
    });
    await house.done();
    const [after] = await house.crm(sato, "北陸物産");

    expect(buttonsOf(after!).some(({ actionId }) => actionId.startsWith("answer.action."))).toBe(false);
  });
});

describe("公開", () => {
  it("is asked before it is done, and only an administrator may", async () => {
    const [asked] = await house.crm(sato, "公開");
    const [ask] = buttonsOf(asked!);
    await house.crm(house.users["suzuki.ken"]!, "公開");
    const suzukis = house.read(house.users["suzuki.ken"]!).at(-1)!;
    await house.front.action({
      userId: house.users["suzuki.ken"]!,
      messageRef: { channelId: suzukis.channelId, ts: suzukis.ts },
      actionId: buttonsOf(suzukis)[0]!.actionId,
    });
    await house.done();
    expect(house.read(house.users["suzuki.ken"]!).at(-1)!.text).toContain("権限");

    await house.front.action({
      userId: sato,
      messageRef: { channelId: asked!.channelId, ts: asked!.ts },
      actionId: ask!.actionId,
    });
    await house.done();

    expect(textOf(house.read(sato).find(({ ts }) => ts === asked!.ts)!)).toContain("公開しました");
    const [again] = await house.crm(sato, "公開");
    expect(again!.text).toContain("すでに公開");
  });
});
