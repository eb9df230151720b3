import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDate } from "../../core/japanese/index.ts";

const today = "2026-11-22";
const read = (text: string) => parseDate(text, { today });

describe("parseDate", () => {
  test.each([
    "2026/4/1",
    "2026-04-01",
    "2026.4.1",
    "2026·4·1",
    "２０２６／４／１",
    "2026年4月1日",
    "2026年04月01日(水)",
    "2026 4 1",
    "2026.04.01.",
    "R8.4.1 契約",
    "R・8・4・1",
    "20260401",
    "20260401.0",
    "26/4/1",
    "'26/4/1",
    "’26.4.1",
    "2026年4月1日（再登録）",
    "（2026/4/1）",
    "2026/4/1～2029/3/31",
    "R8.4.1～R11.3.31",
    "2026(R8)/4/1",
    "2026/4/1 水曜日",
    "2026/4/1開始",
    "260401",
    "4月1日",
    "4/1",
    "令和8年4月1日",
    "令和 8 年 4 月 1 日",
    "令和八年四月一日",
    "二〇二六年四月一日",
    "R8.4.1",
    "R8/4/1",
    "r08-04-01",
    "R.8.4.1",
    "Ｒ８．４．１",
    "令8.4.1",
    "㋿8年4月1日",
    "R080401",
    "R8年4月1日",
    "46113",
    "46113.75",
    "2026/4/1 10:30:00",
    "2026年4月1日 10時30分",
    "2026-04-01T00:00:00",
    "2026-03-31T15:00:00.000Z",
    "2026-04-01T00:00:00+0900",
    "202604011030",
    "4/1/2026",
    "Apr 1, 2026",
    "1-Apr-26",
    "1 April 2026",
    "令和8年(2026年)4月1日",
    "西暦2026年4月1日",
  ])("reads %s as 1 April 2026", (text) => {
    expect(read(text)).toEqual({ date: "2026-04-01", precision: "day" });
  });

  test.each([
    ["平31/4/30", "2019-04-30"],
    ["㍻31.4.30", "2019-04-30"],
    ["令和元年5月1日", "2019-05-01"],
    ["R元.5.1", "2019-05-01"],
    ["令元/5/1", "2019-05-01"],
    ["昭和64.1.7", "1989-01-07"],
    ["平成元年1月8日", "1989-01-08"],
    ["S63.4.1", "1988-04-01"],
    ["昭和元年12月25日", "1926-12-25"],
    ["大正15年12月25日", "1926-12-25"],
    ["明治45年7月30日", "1912-07-30"],
    ["23/4/1", "2023-04-01"],
    ["99/12/31", "1999-12-31"],
    ["2024/2/29", "2024-02-29"],
    ["45000", "2023-03-15"],
    ["13/4/2026", "2026-04-13"],
  ])("reads %s as %s", (text, date) => {
    expect(read(text)).toEqual({ date, precision: "day" });
  });

  test.each([
    ["2026年4月", "2026-04-01", "month"],
    ["2026/04", "2026-04-01", "month"],
    ["202604", "2026-04-01", "month"],
    ["R8.4", "2026-04-01", "month"],
    ["令和8年4月", "2026-04-01", "month"],
    ["令和8年4月吉日", "2026-04-01", "month"],
    ["2026年4月上旬", "2026-04-01", "month"],
    ["26年4月", "2026-04-01", "month"],
    ["令和元年", "2019-01-01", "year"],
    ["2019年頃", "2019-01-01", "year"],
    ["H8", "1996-01-01", "year"],
    ["2026", "2026-01-01", "year"],
  ] as const)("reads %s with the precision it was written in", (text, date, precision) => {
    expect(read(text)).toEqual({ date, precision });
  });

  test.each([
    "2026/2/29",
    "2026/2/30",
    "2026/13/1",
    "2026/4/31",
    "2026/00/00",
    "0000-00-00",
    "20260231",
    "20261301",
    "2月30日",
    "4/31",
    "令和8年2月29日",
    "昭和64年1月8日",
    "S64-1-8",
    "平成元年1月7日",
    "令和元年4月30日",
    "平成32年1月1日",
    "H33.1.1",
    "令和0年1月1日",
    "2026年13月",
  ])("says that there is no %s", (text) => {
    expect(read(text)).toEqual({ error: "no_such_date" });
  });

  test.each([
    "",
    "-",
    "不明",
    "未定",
    "5/4/1",
    "1234",
    "99999",
    "10:30",
    "1,234",
    "3.31E+08",
    "田中",
    "03-1234-5678",
  ])("takes %j for no date at all", (text) => {
    expect(read(text)).toBeNull();
  });

  test("does not guess the year of a day when today is not given", () => {
    expect(parseDate("4月1日")).toBeNull();
  });

  test("never yields a day that the calendar does not have", () => {
    const part = fc.integer({ min: 0, max: 40 });
    const separator = fc.constantFrom("/", "-", ".", "年");
    const noise = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."0123456789/-.年月日令和平昭RHS元 ") }),
      fc
        .tuple(fc.integer({ min: 0, max: 2100 }), separator, part, part)
        .map(([y, s, m, d]) => `${y}${s}${m}${s === "年" ? "月" : s}${d}`),
      fc
        .tuple(fc.constantFrom("R", "令和", "H", "平成", "S", "昭和", "T", "M"), part, part, part)
        .map(([e, y, m, d]) => `${e}${y}.${m}.${d}`),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const result = read(text);
        if (result === null || "error" in result) return;
        expect(new Date(`${result.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(result.date);
      }),
      { numRuns: 5000 },
    );
  });

  test("reads every day back from each notation", () => {
    const day = fc.date({ min: new Date("2019-05-01"), max: new Date("2035-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split("-").map(Number) as [number, number, number];
        for (const text of [
          `${y}/${m}/${d}`,
          `R${y - 2018}.${m}.${d}`,
          `令和${y - 2018}年${m}月${d}日`,
          iso.replaceAll("-", ""),
        ]) {
          expect(read(text)).toEqual({ date: iso, precision: "day" });
        }
      }),
    );
  });
});
