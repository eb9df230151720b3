import { afterAll, beforeAll, expect, test } from "vitest";
import { listHistory } from "../../core/history/index.ts";
import { answerLine, cancelLine, recordLine } from "../../core/lines/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aLedger } from "./ledger.ts";

let enishi: TestEnishi;
let people: Awaited<ReturnType<typeof aLedger>>;

beforeAll(async () => {
  enishi = await createTestEnishi();
  people = await aLedger(enishi);
});
afterAll(() => enishi.close());

const record = () =>
  enishi.perform(recordLine, { text: "田中商事でんわ　来週火曜に見積" }, enishi.as(people.sato));
const written = async () =>
  (await enishi.ask(listHistory, { customerId: people.tanaka }, enishi.as(people.sato))).items.length;

test("two presses of two answers at one moment write once", async () => {
  const { lineId, questions } = await record();
  const press = (customerId: string) =>
    enishi.perform(
      answerLine,
      { lineId: lineId!, answers: { [questions[0]!.id]: customerId } },
      enishi.as(people.sato),
    );

  const results = await Promise.all([press(people.honsha), press(people.osaka)]);

  expect(results.map((result) => result.state)).toEqual(["recorded", "recorded"]);
  expect(await written()).toBe(1);
  await enishi.perform(cancelLine, { lineId: lineId! }, enishi.as(people.sato));
});

test("an answer and a 取消 at one moment leave nothing behind", async () => {
  const { lineId, questions } = await record();

  await Promise.allSettled([
    enishi.perform(
      answerLine,
      { lineId: lineId!, answers: { [questions[0]!.id]: people.honsha } },
      enishi.as(people.sato),
    ),
    enishi.perform(cancelLine, { lineId: lineId! }, enishi.as(people.sato)),
  ]);

  expect(await written()).toBe(0);
});
