import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const last = (userId: string) => house.read(userId).at(-1)!;
const now = (userId: string, message: FrontMessage) =>
  house.read(userId).find(({ ts }) => ts === message.ts)!;

/** Presses a button twice before anything can have happened; gives what the person was newly told. */
async function pressTwice(userId: string, message: FrontMessage, text: string | RegExp): Promise<string[]> {
  const button = buttonsOf(message).find((each) => each.text.match(text));
  if (!button) throw new Error(`no button ${text} among ${buttonsOf(message).map((each) => each.text)}`);
  const before = new Set(house.read(userId).map(({ ts }) => ts));
  const act = {
    userId,
    messageRef: { channelId: message.channelId, ts: message.ts },
    actionId: button.actionId,
  };
  const deliveries = await Promise.all([house.front.action(act), house.front.action(act)]);
  expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
  await house.done();
  return house
    .read(userId)
    .filter(({ ts }) => !before.has(ts))
    .map((told) => told.text);
}

/** How often an operation left its row about something in the audit trail. */
async function audited(operation: string, entity: string): Promise<number> {
  const [row] = await house.enishi.database.query<{ n: number }>(
    "select count(*)::int as n from audit_entry where operation = $1 and entity = $2 and outcome = 'done'",
    [operation, entity],
  );
  return row!.n;
}

async function proposeTo(userId: string, customer: string): Promise<void> {
  await house.crm(sato, `引き継ぎ ${customer}`);
  const viewId = house.front.state(sato).modals.at(-1)!.view.id;
  await house.front.submitView({ userId: sato, viewId, values: { successor: userId, reason: "担当替え" } });
  await house.done();
}

describe("a button that is pressed twice", () => {
  it("受け取る: the customer changes hands once, and the second press is told that it is decided", async () => {
    await proposeTo(suzuki, "北陸物産");
    const told = await pressTwice(suzuki, last(suzuki), "受け取る");

    expect(await audited("ownership.accept", "handover")).toBe(1);
    expect(told).toEqual([expect.stringContaining("引き継ぎはもう終わっています")]);
  });

  it("取り下げる: it is withdrawn once", async () => {
    await proposeTo(suzuki, "三和電機工業");
    const sent = house.read(sato).findLast(({ text }) => text.includes("頼みました"))!;
    const told = await pressTwice(sato, sent, /取り下げ/);

    expect(await audited("ownership.withdraw", "handover")).toBe(1);
    expect(told).toEqual([expect.stringContaining("引き継ぎはもう終わっています")]);
  });

  it("済 in a list: it is done once", async () => {
    await house.crm(sato, "約束 丸八金属 26日まで図面");
    const [list] = await house.crm(sato, "予定一覧");
    expect(textOf(list!)).not.toContain("佐藤 一郎");
    const told = await pressTwice(sato, list!, /^済$/);

    expect(await audited("nextActions.complete", "next_action")).toBe(1);
    expect(told).toEqual([
      "済にしました。",
      expect.stringContaining("もう終わっているか、取り消されています"),
    ]);
  });

  it("取消 of a line: it is taken back once, and says so both times", async () => {
    const [echo] = await house.crm(sato, "電話 丸八金属 在庫の件");
    const told = await pressTwice(sato, echo!, "取消");

    expect(await audited("lines.cancel", "history")).toBe(1);
    expect(textOf(now(sato, echo!))).toContain("取り消しました");
    expect(told).toEqual([]);
  });

  it("an answer to a question: it is taken once", async () => {
    const [card] = await house.crm(sato, "11/31 丸八金属 訪問");
    const told = await pressTwice(sato, card!, /^12\/1/);

    const [row] = await house.enishi.database.query<{ n: number }>(
      "select count(*)::int as n from next_action where due_on = '2026-12-01'",
    );
    expect(row!.n).toBe(1);
    expect(textOf(now(sato, card!))).toContain("アポ 12/1(火) 訪問");
    expect(told).toEqual([]);
  });

  it("記録する on an offer: it is logged once", async () => {
    const [offer] = await house.crm(sato, "丸八金属 単価の件どうしよう");
    const told = await pressTwice(sato, offer!, "記録する");

    const rows = await house.enishi.database.query(
      "select 1 from line where text like '%単価の件どうしよう%'",
    );
    expect(rows).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it("済 by two people at once: it is done once, and one of them is told that it was done already", async () => {
    await house.crm(sato, "約束 丸八金属 27日まで見本");
    const lists = await Promise.all(
      [sato, suzuki].map(async (userId) => (await house.crm(userId, "延期 丸八金属"))[0]!),
    );
    const before = await audited("nextActions.complete", "next_action");
    const seen = new Set([sato, suzuki].flatMap((userId) => house.read(userId).map(({ ts }) => ts)));
    await Promise.all(
      lists.map((list, at) =>
        house.front.action({
          userId: [sato, suzuki][at]!,
          messageRef: { channelId: list.channelId, ts: list.ts },
          actionId: buttonsOf(list).find(({ text }) => text === "済")!.actionId,
        }),
      ),
    );
    await house.done();

    const told = [sato, suzuki].flatMap((userId) =>
      house
        .read(userId)
        .filter(({ ts }) => !seen.has(ts))
        .map(({ text }) => text),
    );
    expect(await audited("nextActions.complete", "next_action")).toBe(before + 1);
    expect(told.sort()).toEqual([expect.stringContaining("もう終わっているか"), "済にしました。"]);
  });
});
