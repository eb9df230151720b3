import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isBusinessDay } from "../../core/japanese/index.ts";
import { calendarOf, dueOf, endOfWeek, settleDue } from "../../core/next-actions/rules.ts";

const calendar = calendarOf({ closedDays: [] });
const today = "2026-11-21";
const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2025-06-01", days));
const onDay = (dueOn: string) => dueOf({ dueOn });

describe("a due on any day", () => {
  test("of a promise is never later than asked for, nor in the past when it was not", () => {
    fc.assert(
      fc.property(anyDay, (dueOn) => {
        const settled = settleDue("promise", onDay(dueOn), today, calendar);

        expect(settled.dueOn! <= dueOn).toBe(true);
        if (dueOn >= today) expect(settled.dueOn! >= today).toBe(true);
        if (settled.shifted) expect(isBusinessDay(settled.dueOn!, calendar)).toBe(true);
      }),
    );
  });

  test("of a follow-up is the first business day from the one asked for", () => {
    fc.assert(
      fc.property(anyDay, (dueOn) => {
        const settled = settleDue("follow", onDay(dueOn), today, calendar);

        expect(settled.dueOn! >= dueOn && isBusinessDay(settled.dueOn!, calendar)).toBe(true);
      }),
    );
  });

  test("of an appointment stays, and so does every due with a time", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom("promise", "follow", "appointment"), (dueOn, kind) => {
        expect(settleDue("appointment", onDay(dueOn), today, calendar)).toMatchObject({
          dueOn,
          shifted: null,
        });
        const timed = dueOf({ dueOn, dueTime: "17:00" });
        expect(settleDue(kind, timed, today, calendar)).toMatchObject({
          dueOn,
          dueTime: "17:00",
          shifted: null,
        });
      }),
    );
  });

  test("of a company with days of its own steps over these", () => {
    const obon = calendarOf({ closedDays: [{ from: "08-11", to: "08-16" }] });

    expect(settleDue("promise", onDay("2026-08-14"), "2026-08-01", obon)).toMatchObject({
      dueOn: "2026-08-10",
      shifted: { from: "2026-08-14", because: "休業日" },
    });
  });
});

test("a week ends on Sunday", () => {
  expect(["2026-11-16", "2026-11-21", "2026-11-22"].map(endOfWeek)).toEqual([
    "2026-11-22",
    "2026-11-22",
    "2026-11-22",
  ]);
});
