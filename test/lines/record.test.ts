import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listHistory } from "../../core/history/index.ts";
import {
  amendLine,
  answerLine,
  cancelLine,
  getLine,
  listWaitingLines,
  recordLine,
} from "../../core/lines/index.ts";
import { addNextAction, completeNextAction, listNextActions } from "../../core/next-actions/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { auditOf } from "../support/rows.ts";
import { aLedger } from "./ledger.ts";

let enishi: TestEnishi;
let people: Awaited<ReturnType<typeof aLedger>>;

beforeAll(async () => {
  enishi = await createTestEnishi();
  people = await aLedger(enishi);
});
afterAll(() => enishi.close());

const record = (
  text: string,
  more: { verb?: string; customerId?: string; typedAt?: string } = {},
  by = people.sato,
) => enishi.perform(recordLine, { text, ...more }, enishi.as(by, { surface: "slack" }));
const answer = (lineId: string | null, answers: Record<string, string>, by = people.sato) =>
  enishi.perform(answerLine, { lineId: lineId!, answers }, enishi.as(by));
const cancel = (lineId: string | null, by = people.sato) =>
  enishi.perform(cancelLine, { lineId: lineId! }, enishi.as(by));
const historyOf = async (customerId: string) =>
  (await enishi.ask(listHistory, { customerId, limit: 100 }, enishi.as(people.sato))).items;
const actionsOf = async (customerId: string, state: "open" | "all" = "open") =>
  (await enishi.ask(listNextActions, { customerId, state }, enishi.as(people.sato))).items;
const promise = async (customerId: string, title: string, by = people.sato) =>
  (
    await enishi.perform(
      addNextAction,
      { customerId, kind: "promise", title, dueOn: "2026-11-24" },
      enishi.as(by),
    )
  ).nextActionId;

describe("a line that is clear", () => {
  test("writes history and the promise that follows from it, and shows how it was read", async () => {
    const result = await record("まるはち 山田ぶちょうtel、単価の件持ち帰り　週明け回答");

    expect(result).toMatchObject({
      state: "recorded",
      kind: "entry",
      questions: [],
      entries: [{ customerName: "丸八金属", kind: "call", people: [{ name: "山田" }], authorName: "佐藤" }],
      nextActions: [{ kind: "promise", dueOn: "2026-11-24", ownerName: "佐藤", needsReview: false }],
    });
    const [entry] = await historyOf(people.maruhachi);
    expect(entry).toMatchObject({ id: result.entries[0]?.historyId, kind: "call", surface: "slack" });
    const [action] = await actionsOf(people.maruhachi);
    expect(action).toMatchObject({ id: result.nextActions[0]?.nextActionId, historyId: entry?.id });
    await cancel(result.lineId);
  });

  test("about several customers is one group with one 取消", async () => {
    const result = await record("朝イチtel みなと食品、北陸物産、丸八 年末挨拶の日程調整");

    const entries = await Promise.all([people.minato, people.hokuriku, people.maruhachi].map(historyOf));
    expect(entries.map((list) => [list.length, list[0]?.groupId])).toEqual([
      [1, result.lineId],
      [1, result.lineId],
      [1, result.lineId],
    ]);
    expect(await cancel(result.lineId)).toMatchObject({ history: 3 });
    expect(await historyOf(people.minato)).toEqual([]);
  });

  test("typed for a colleague keeps apart who it concerns and who wrote it down", async () => {
    const result = await record(
      "@佐藤 みなと食品の小林様よりお電話14:05 折返しほしいそうです",
      {},
      people.ito,
    );

    expect(result.entries[0]).toMatchObject({
      recorderName: "伊藤",
      direction: "in",
      people: [{ name: "小林" }],
    });
    expect(result.nextActions[0]).toMatchObject({ ownerName: "佐藤", kind: "promise" });
    const [entry] = await historyOf(people.minato);
    expect(entry).toMatchObject({ recorderName: "伊藤", occurredAt: "2026-11-21T05:05:00.000Z" });
    await cancel(result.lineId, people.ito);
  });

  test("about a known customer asks nobody whom it is about, and keeps what says nothing else as a note", async () => {
    const call = await record("でんわ 来週火曜に見積", { customerId: people.osaka });
    const note = await record("社長の趣味は釣り", { customerId: people.osaka });

    expect(call).toMatchObject({
      questions: [],
      entries: [{ customerName: "田中商事", siteName: "大阪支店", kind: "call" }],
      nextActions: [{ dueOn: "2026-11-24" }],
    });
    expect(note.entries).toMatchObject([
      { kind: "note", body: "社長の趣味は釣り", customerName: "田中商事" },
    ]);
    await cancel(call.lineId);
    await cancel(note.lineId);
  });

  test("that is only a name is a lookup and writes nothing", async () => {
    const result = await record("丸八");

    expect(result).toMatchObject({ lineId: null, kind: "lookup", entries: [{ customerName: "丸八金属" }] });
    expect(await historyOf(people.maruhachi)).toEqual([]);
  });
});

describe("a line with a doubt", () => {
  test("keeps the promise as 要確認 until the customer is chosen, then writes the call there", async () => {
    const result = await record("田中商事でんわ　来週火曜に見積");

    expect(result).toMatchObject({
      state: "open",
      questions: [
        {
          kind: "customer",
          options: [
            { value: people.osaka, facts: { siteName: "大阪支店" } },
            { facts: { siteName: "本社" } },
          ],
        },
      ],
      entries: [{ historyId: null }],
      nextActions: [{ needsReview: true, dueOn: "2026-11-24" }],
    });
    const answered = await answer(result.lineId, { [result.questions[0]!.id]: people.osaka });

    expect(answered).toMatchObject({ state: "recorded", questions: [] });
    expect(await historyOf(people.osaka)).toMatchObject([
      { id: answered.entries[0]?.historyId, kind: "call" },
    ]);
    expect(await actionsOf(people.osaka)).toMatchObject([
      { id: result.nextActions[0]?.nextActionId, needsReview: false, title: "見積提出" },
    ]);
    await cancel(result.lineId);
    expect(await actionsOf(people.osaka)).toEqual([]);
  });

  test("saves the certain customer at once and asks about the other", async () => {
    const result = await record("月末まで見積 北陸物産、サンワ");

    expect(await actionsOf(people.hokuriku)).toMatchObject([{ title: "見積提出", dueOn: "2026-11-30" }]);
    expect(result.questions).toHaveLength(1);
    await answer(result.lineId, { [result.questions[0]!.id]: people.sanwa });

    expect(await actionsOf(people.sanwa)).toMatchObject([{ title: "見積提出", dueOn: "2026-11-30" }]);
    await cancel(result.lineId);
  });

  test("of a day that does not exist is a draft whose text is kept, and a plan once it is answered", async () => {
    const result = await record("11/31 北陸物産 訪問");

    expect(result).toMatchObject({ state: "draft", questions: [{ reason: "no_such_date" }] });
    expect(await historyOf(people.hokuriku)).toEqual([]);
    const waiting = await enishi.ask(listWaitingLines, {}, enishi.as(people.sato));
    expect(waiting.items[0]).toMatchObject({
      lineId: result.lineId,
      text: "11/31 北陸物産 訪問",
      state: "draft",
    });

    const answered = await answer(result.lineId, { [result.questions[0]!.id]: "2026-12-01" });

    expect(answered.state).toBe("recorded");
    expect(await actionsOf(people.hokuriku)).toMatchObject([{ kind: "appointment", dueOn: "2026-12-01" }]);
    await cancel(result.lineId);
  });

  test("that happened or will happen becomes history or an appointment by the answer", async () => {
    const past = await record("15日 北陸物産 訪問");
    const ahead = await record("15日 北陸物産 訪問");

    await answer(past.lineId, { [past.questions[0]!.id]: "2026-11-15" });
    await answer(ahead.lineId, { [ahead.questions[0]!.id]: "2026-12-15" });

    expect(await historyOf(people.hokuriku)).toMatchObject([{ kind: "visit", precision: "day" }]);
    expect(await actionsOf(people.hokuriku)).toMatchObject([
      { kind: "appointment", title: "訪問", dueOn: "2026-12-15" },
    ]);
    await cancel(past.lineId);
    await cancel(ahead.lineId);
  });

  test("about a holiday and a name that two colleagues share is one card; both answers change the plan", async () => {
    const result = await record("月曜 直行 10時田中商事大阪 木村課長 鈴木さん同行 直帰");

    expect(result.questions.map((question) => question.kind).sort()).toEqual(["due", "member"]);
    expect(await actionsOf(people.osaka)).toMatchObject([{ kind: "appointment", needsReview: true }]);
    const answers = Object.fromEntries(
      result.questions.map(({ id, kind }) => [id, kind === "due" ? "2026-11-30" : people.suzukiKen]),
    );
    const answered = await answer(result.lineId, answers);

    expect(answered).toMatchObject({ state: "recorded", entries: [{ members: [{ name: "鈴木健" }] }] });
    expect(await actionsOf(people.osaka)).toMatchObject([
      { dueOn: "2026-11-30", dueTime: "10:00", needsReview: false },
    ]);
    await cancel(result.lineId);
  });

  test("about a customer that nobody knows is kept, and its nickname is learnt when someone says who it is", async () => {
    const result = await record("ABC商会に電話");

    expect(result).toMatchObject({
      state: "draft",
      questions: [{ kind: "unknown_customer", text: "ABC商会" }],
    });
    await answer(result.lineId, { [result.questions[0]!.id]: people.hokuriku });

    expect(await historyOf(people.hokuriku)).toMatchObject([{ kind: "call" }]);
    const again = await record("ABC商会に電話");
    expect(again).toMatchObject({ state: "recorded", entries: [{ customerName: "北陸物産" }] });
    await cancel(result.lineId);
    await cancel(again.lineId);
  });

  test("takes an answer twice without writing twice, and refuses what is no answer", async () => {
    const result = await record("田中商事でんわ　来週火曜に見積");
    const id = result.questions[0]!.id;

    await expect(answer(result.lineId, { [id]: "2026-11-24" })).rejects.toMatchObject({
      code: "invalid_answer",
    });
    await answer(result.lineId, { [id]: people.honsha });
    await answer(result.lineId, { [id]: people.osaka });

    expect(await historyOf(people.honsha)).toHaveLength(1);
    expect(await historyOf(people.osaka)).toHaveLength(0);
    await cancel(result.lineId);
  });
});

describe("済", () => {
  test("marks the one open promise of the customer done and writes nothing else; 取消 opens it again", async () => {
    const nextActionId = await promise(people.maruhachi, "単価の回答");
    const before = await historyOf(people.maruhachi);

    const result = await record("済 丸八");

    expect(result).toMatchObject({
      kind: "done",
      state: "recorded",
      completed: [{ nextActionId, title: "単価の回答", customerName: "丸八金属" }],
    });
    expect(await actionsOf(people.maruhachi)).toEqual([]);
    expect(await historyOf(people.maruhachi)).toEqual(before);
    expect(await cancel(result.lineId)).toMatchObject({ reopened: 1 });
    expect(await actionsOf(people.maruhachi)).toMatchObject([{ id: nextActionId, state: "open" }]);
    await enishi.perform(completeNextAction, { nextActionId }, enishi.as(people.sato));
  });

  test("asks which when several are open, unless the line names one", async () => {
    const quote = await promise(people.maruhachi, "見積提出");
    const delivery = await promise(people.maruhachi, "納期の回答");

    const result = await record("済 丸八");
    const named = await record("済 丸八 見積");

    expect(result).toMatchObject({ completed: [], questions: [{ kind: "next_action" }] });
    expect(named).toMatchObject({ completed: [{ nextActionId: quote }], questions: [] });
    const answered = await answer(result.lineId, { [result.questions[0]!.id]: delivery });
    expect(answered).toMatchObject({ state: "recorded", completed: [{ nextActionId: delivery }] });
  });

  test("takes a person's own promise before a colleague's", async () => {
    await promise(people.hokuriku, "伊藤の約束", people.ito);
    const mine = await promise(people.hokuriku, "佐藤の約束");

    expect((await record("済 北陸物産")).completed).toMatchObject([{ nextActionId: mine }]);
  });

  test("of a name that fits two customers is decided by what is open with them", async () => {
    const nextActionId = await promise(people.sanwa, "カタログ送付");

    expect((await record("済 サンワ")).completed).toMatchObject([{ nextActionId, customerName: "㈱サンワ" }]);
  });

  test("with nothing open says so and changes nothing", async () => {
    expect(await record("済 みなと食品")).toMatchObject({ kind: "done", completed: [], questions: [] });
  });
});

describe("直す and 取消", () => {
  test("move the entry and what follows to the right customer, day and kind, with the old wording in the audit", async () => {
    const result = await record("北陸物産 電話 不具合の件 金曜まで回答");
    const historyId = result.entries[0]!.historyId!;

    const amended = await enishi.perform(
      amendLine,
      {
        lineId: result.lineId!,
        customerId: people.minato,
        kind: "visit",
        occurredOn: "2026-11-20",
        body: "不具合の説明",
        dueOn: "2026-11-29",
      },
      enishi.as(people.sato),
    );

    expect(await historyOf(people.hokuriku)).toEqual([]);
    expect(await historyOf(people.minato)).toMatchObject([
      { id: historyId, kind: "visit", body: "不具合の説明" },
    ]);
    expect(amended.nextActions).toMatchObject([
      { dueOn: "2026-11-27", shifted: { from: "2026-11-29", because: "日曜" }, customerName: "みなと食品" },
    ]);
    expect((await actionsOf(people.minato))[0]).toMatchObject({ dueOn: "2026-11-27" });
    expect(await auditOf(enishi, historyId)).toMatchObject([
      { operation: "lines.record", before: null },
      { operation: "lines.amend", before: { kind: "call" }, after: { kind: "visit" } },
    ]);
    await cancel(result.lineId);
  });

  test("put a day that is only a fact among the next actions when asked to", async () => {
    const result = await record("今TEL三和電機 納期12/10でOKもらった👍");

    const amended = await enishi.perform(
      amendLine,
      { lineId: result.lineId!, nextAction: 0, title: "納期", dueOn: "2026-12-10" },
      enishi.as(people.sato),
    );

    expect(result.nextActions).toEqual([]);
    expect(amended.nextActions).toMatchObject([{ title: "納期", dueOn: "2026-12-10", kind: "follow" }]);
    await cancel(result.lineId);
    expect(await actionsOf(people.sanwaDenki)).toEqual([]);
  });

  test("undo exactly what the line wrote and name what someone has done since", async () => {
    const other = await promise(people.minato, "別の約束");
    const result = await record("みなと食品 電話 火曜まで見積、金曜まで納期回答");
    const [first] = result.nextActions;
    await enishi.perform(completeNextAction, { nextActionId: first!.nextActionId! }, enishi.as(people.ito));

    const undone = await cancel(result.lineId);

    expect(undone).toMatchObject({ history: 1, kept: [{ nextActionId: first!.nextActionId }] });
    expect((await actionsOf(people.minato)).map((action) => action.id)).toEqual([other]);
    await expect(cancel(result.lineId)).rejects.toMatchObject({ code: "line_cancelled" });
    expect(await enishi.ask(getLine, { lineId: result.lineId! }, enishi.as(people.sato))).toMatchObject({
      state: "cancelled",
    });
  });

  test("are for who typed it and for managers", async () => {
    const result = await record("北陸物産 電話 挨拶");

    await expect(cancel(result.lineId, people.ito)).rejects.toMatchObject({
      code: "forbidden",
      params: { rule: "line_author" },
    });
    await expect(cancel(result.lineId, people.boss)).resolves.toMatchObject({ history: 1 });
  });
});

describe("a line that was typed earlier than it came in", () => {
  const thursday = "2026-11-19T08:30:00.000Z"; // 17:30 in Tokyo

  test("is dated, and its days are counted, from when it was typed", async () => {
    const result = await record("電話 丸八金属 明日まで回答", { typedAt: thursday });

    expect(result.entries[0]).toMatchObject({ occurredFrom: "2026-11-19T17:30" });
    expect(result.nextActions[0]).toMatchObject({ dueOn: "2026-11-20" });
    const [entry] = await historyOf(people.maruhachi);
    expect(entry).toMatchObject({ occurredAt: thursday });
    await cancel(result.lineId);
  });

  test("stays of that moment when it is answered later whom it was about", async () => {
    const result = await record("よくわからない話", { typedAt: thursday, verb: "メモ" });
    const question = result.questions[0]!;

    const answered = await answer(result.lineId, { [question.id]: people.maruhachi });

    expect(answered.entries[0]).toMatchObject({ occurredFrom: "2026-11-19T17:30" });
    await cancel(result.lineId);
  });

  test("is taken for one of now when its time lies ahead", async () => {
    const result = await record("電話 丸八金属 在庫の件", { typedAt: "2026-11-22T09:00:00Z" });

    expect(result.entries[0]).toMatchObject({ occurredFrom: "2026-11-21T18:00" });
    await cancel(result.lineId);
  });
});
