import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLine } from "../../../core/lines/reading/index.ts";
import { aCustomer, book, evening } from "./book.ts";

const WORDS = [
  "丸八",
  "田中商事",
  "サンワ",
  "みなと",
  "山田部長",
  "木村課長",
  "鈴木さん同行",
  "@佐藤",
  "<@USATO|sato>",
  "電話",
  "ＴＥＬ",
  "訪問",
  "MTG",
  "受注🎉",
  "来週火曜",
  "11/31",
  "31日",
  "2/30",
  "月末まで",
  "１４：００～１５：３０",
  "朝イチ",
  "年明け",
  "見積",
  "回答",
  "折返しほしい",
  "不在",
  "納期12/10",
  "済",
  "約束",
  "アポ",
  "、",
  "。",
  "→",
  "の件",
  "　",
  "\u00a0",
  "\u200b",
  "\n",
  "(",
  ")",
  "@",
  "<",
  ">",
  "&amp;",
  ":tada:",
  "第2火曜",
  "99/99",
  "25:61",
]; // prettier-ignore
const typed = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join("")),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(" ")),
);
const verb = fc.option(
  fc.constantFrom("記録", "約束", "フォロー", "アポ", "伝言", "済", "電話", "受注", "?"),
  {
    nil: undefined,
  },
);

describe("any line at all", () => {
  test("is read without throwing and kept as typed", () => {
    fc.assert(
      fc.property(typed, verb, (text, given) => {
        expect(readLine(text, book, evening, given).text).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  test("gives days of the calendar, questions that point at something, and one id each", () => {
    fc.assert(
      fc.property(typed, verb, (text, given) => {
        const reading = readLine(text, book, evening, given);
        for (const { due, entry } of reading.nextActions) {
          if (due) expect(new Date(`${due.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(due.date);
          expect(entry === null || entry in reading.entries).toBe(true);
        }
        for (const { occurredAt } of reading.entries) {
          if (occurredAt) expect(Number.isNaN(Date.parse(occurredAt.from))).toBe(false);
        }
        for (const question of reading.questions) {
          if (question.kind === "due")
            expect(question.nextActions.every((i) => i in reading.nextActions)).toBe(true);
          if (question.kind === "occurred")
            expect(question.entries.every((i) => i in reading.entries)).toBe(true);
          if (question.kind === "customer") expect(question.customerIds.length).toBeGreaterThan(0);
        }
        expect(new Set(reading.questions.map(({ id }) => id)).size).toBe(reading.questions.length);
      }),
      { numRuns: 1500 },
    );
  });

  test("is read the same whatever its spaces and widths are", () => {
    const line = "丸八 TEL 山田部長 単価の件 11/24 14:00 訪問";
    const plain = readLine(line, book, evening);
    for (const space of ["　", "\u00a0", "\u200b", "\n", "  "]) {
      expect(readLine(line.replaceAll(" ", space), book, evening)).toEqual({
        ...plain,
        text: expect.any(String),
      });
    }
    const wide = line.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    expect(readLine(wide, book, evening).nextActions).toEqual(
      plain.nextActions.map((action) => ({ ...action, asTyped: expect.any(String) })),
    );
  });

  test("finds any customer of a ledger by the name as it stands there", () => {
    const kanji = fc.string({
      unit: fc.constantFrom(..."東西南北大中小高山川田村藤栄興信和光永久"),
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        kanji,
        fc.constantFrom("商事", "工業", "製作所", "物産"),
        fc.constantFrom("", "株式会社", "㈱"),
        (stem, trade, form) => {
          const name = `${form}${stem}${trade}`;
          const ledger = {
            ...book,
            customers: [aCustomer("it", name), aCustomer("other", "別府海運")],
            people: [],
            members: [],
          };
          expect(readLine(`${name} 電話 不在`, ledger, evening).entries[0]?.customerId).toBe("it");
        },
      ),
      { numRuns: 300 },
    );
  });
});
