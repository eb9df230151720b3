import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FrontMessage } from "../../playground/slack-front/index.ts";
import { buttonsOf, openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;
let suzuki: string;
let ito: string;

beforeAll(async () => {
  house = await openSlackHouse();
  ({ sato, ito } = house.users as { sato: string; ito: string });
  suzuki = house.users["suzuki.ken"]!;
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

const modalOf = (userId: string) => house.front.state(userId).modals.at(-1);

async function press(userId: string, message: FrontMessage, text: string): Promise<void> {
  const button = buttonsOf(message).find((each) => each.text === text);
  if (!button) throw new Error(`no button ${text} among ${buttonsOf(message).map((each) => each.text)}`);
  await house.front.action({
    userId,
    messageRef: { channelId: message.channelId, ts: message.ts },
    actionId: button.actionId,
  });
  await house.done();
}

async function submit(userId: string, values: Record<string, string | string[] | null>) {
  const submission = await house.front.submitView({ userId, viewId: modalOf(userId)!.view.id, values });
  await house.done();
  return submission;
}

async function propose(customer: string, successor: string): Promise<void> {
  await house.crm(sato, `引き継ぎ ${customer}`);
  await submit(sato, { successor, reason: "担当替え", note: "月末に見積の約束あり" });
}

const lastOf = (userId: string) => house.read(userId).at(-1)!;

async function ownerOf(customer: string): Promise<string | undefined> {
  const [row] = await house.enishi.database.query<{ name: string }>(
    `select m.name from ownership o join member m on m.workspace_id = o.workspace_id and m.id = o.member_id
      where o.customer_id = $1 and o.until is null and o.role = 'owner'`,
    [house.customers[customer]],
  );
  return row?.name;
}

describe("引き継ぎ", () => {
  it("tells whoever may only read so before there is a form to fill in", async () => {
    const viewer = house.users.viewer!;
    await house.crm(viewer, "引き継ぎ 北陸物産");

    const { view } = modalOf(viewer)!;
    expect(JSON.stringify(view.blocks)).toContain("閲覧のみの権限");
    expect(view.submit ?? null).toBeNull();
  });

  it("says that nobody was found, above the field in which to choose", async () => {
    await house.crm(sato, "引き継ぎ ほげほげ");

    expect(JSON.stringify(modalOf(sato)!.view.blocks[0])).toContain(
      "「ほげほげ」に当てはまる顧客は見つかりません",
    );
  });

  it("opens a modal with the customer that was named and what the 引継書 will say", async () => {
    await house.crm(sato, "約束 北陸物産 月末まで見積");
    await house.crm(sato, "引き継ぎ 北陸物産");

    const shown = textOf(modalOf(sato)!.view as never);
    expect(shown).toContain("引継書に載る内容");
    expect(shown).toMatch(/約束 11\/30\(月\)/);
    await house.front.closeView({ userId: sato, viewId: modalOf(sato)!.view.id });
  });

  it("changes the owner only when the successor accepts", async () => {
    await propose("北陸物産", suzuki);
    const request = lastOf(suzuki);

    expect(textOf(request)).toContain("引き継ぎのお願い");
    expect(textOf(request)).toContain("担当替え");
    expect(await ownerOf("北陸物産")).toBe("佐藤 一郎");

    await press(suzuki, request, "受け取る");

    expect(await ownerOf("北陸物産")).toBe("鈴木 健");
    expect(buttonsOf(house.read(suzuki).find(({ ts }) => ts === request.ts)!)).toEqual([]);
    expect(house.read(sato).some(({ text }) => text.includes("営業担当になりました"))).toBe(true);
  });

  it("says so when it is accepted twice, and changes nothing more", async () => {
    await propose("丸八金属", suzuki);
    const request = lastOf(suzuki);
    const accept = buttonsOf(request).find(({ text }) => text === "受け取る")!;
    const act = {
      userId: suzuki,
      messageRef: { channelId: request.channelId, ts: request.ts },
      actionId: accept.actionId,
    };
    await Promise.all([house.front.action(act), house.front.action(act)]);
    await house.done();

    const [row] = await house.enishi.database.query<{ n: number }>(
      "select count(*)::bigint as n from ownership where customer_id = $1 and role = 'owner'",
      [house.customers.丸八金属],
    );
    expect(row!.n).toBe(2);
  });

  it("lets the successor ask back and the proposer answer", async () => {
    await propose("三和電機工業", suzuki);
    await press(suzuki, lastOf(suzuki), "質問する");
    await submit(suzuki, { text: "図面の期限はいつですか" });
    const question = house.read(sato).findLast(({ text }) => text.includes("質問"))!;

    expect(textOf(question)).toContain("図面の期限はいつですか");

    await press(sato, question, "回答する");
    await submit(sato, { text: "今月中です" });

    expect(textOf(lastOf(suzuki))).toContain("今月中です");
    expect(buttonsOf(lastOf(suzuki)).map(({ text }) => text)).toContain("受け取る");
  });

  it("wants a reason for a refusal and tells it to the proposer", async () => {
    await press(suzuki, lastOf(suzuki), "断る");
    const blank = await submit(suzuki, { text: "  　" });
    const taken = await submit(suzuki, { text: "案件が重なるため" });

    expect(Object.keys(blank.errors)).toEqual(["text"]);
    expect(taken.errors).toEqual({});
    expect(house.read(sato).some(({ text }) => text.includes("案件が重なるため"))).toBe(true);
    expect(await ownerOf("三和電機工業")).toBe("佐藤 一郎");
  });

  it("gives a full member who is named a seat", async () => {
    await propose("田中商事", ito);

    expect(textOf(lastOf(ito))).toContain("引き継ぎのお願い");
    await press(ito, lastOf(ito), "受け取る");
    expect(await ownerOf("田中商事")).toBe("伊藤 花");
  });

  it("never gives a guest or a bot a seat", async () => {
    for (const outsider of [house.users.guest!, house.users.robot!]) {
      await propose("三和電機工業", outsider);
      expect(house.read(sato).findLast(({ text }) => text.includes("ゲスト"))).toBeDefined();
      expect(house.read(outsider)).toEqual([]);
    }
  });
});

describe("who may look", () => {
  it("shows a stranger how to become a member and nothing else", async () => {
    const [answer] = await house.crm(house.users.guest!, "田中商事");

    expect(answer!.text).toContain("ゲスト");
    expect(textOf(answer!)).not.toContain("田中商事");
  });

  it("gives an owner of the Slack workspace a seat at their first word, and nobody else who was not invited", async () => {
    const [owner] = await house.crm(house.users.boss!, "三和電機工業");
    const [newcomer] = await house.crm(house.users.newcomer!, "三和電機工業");
    const [row] = await house.enishi.database.query<{ role: string }>(
      "select role from member where slack_user_id = $1",
      [house.users.boss],
    );

    expect(textOf(owner!)).toContain("三和電機工業");
    expect(row!.role).toBe("admin");
    expect(textOf(newcomer!)).toContain("招待");
    expect(textOf(newcomer!)).not.toContain("三和電機工業");
  });

  it("draws the home of a member and of a stranger", async () => {
    await house.front.openHome(sato);
    await house.front.openHome(house.users.guest!);
    await house.done();

    expect(textOf(house.front.state(sato).home as never)).toContain("自分の次の予定");
    expect(textOf(house.front.state(house.users.guest!).home as never)).not.toContain("予定はありません");
  });
});
