import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

describe("/crm 検索 and a name alone", () => {
  it("lists what is found with 営業担当, each with a button to its profile", async () => {
    const [answer] = await house.crm(sato, "検索 たなか");

    expect(textOf(answer!)).toContain("田中商事");
    expect(textOf(answer!)).toContain("営業担当 佐藤 一郎");
    expect(buttonsOf(answer!).map(({ text }) => text)).toContain("見る");
  });

  it("shows the profile at once when there is one", async () => {
    const [answer] = await house.crm(sato, "まるはち");

    expect(textOf(answer!)).toContain("丸八金属");
    expect(buttonsOf(answer!).map(({ text }) => text)).toEqual([
      "記録",
      "次の予定",
      "引き継ぎ",
      "もっと見る",
    ]);
  });

  it("answers nobody else", async () => {
    await house.crm(sato, "検索 北陸");

    expect(house.read(house.users["suzuki.ken"]!)).toEqual([]);
  });

  it("opens the profile from the list", async () => {
    const [list] = await house.crm(sato, "?たなか");
    const { actionId } = buttonsOf(list!)[0]!;
    await house.front.action({
      userId: sato,
      messageRef: { channelId: list!.channelId, ts: list!.ts },
      actionId,
    });
    await house.done();

    expect(textOf(house.read(sato).at(-1)!)).toContain("対応履歴");
  });

  it("shows a nasty name letter by letter", async () => {
    const [answer] = await house.crm(sato, "検索 チャンネル");

    expect(answer!.text).not.toContain("<!channel>");
    expect(textOf(answer!)).toContain("<!channel> & *太字* _社_");
  });
});
