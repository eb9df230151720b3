import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  holidayName,
  isBusinessDay,
  nextBusinessDay,
  onBusinessDay,
  previousBusinessDay,
  weekdayLabel,
} from "../../core/japanese/index.ts";

describe("business days", () => {
  test.each([
    ["2026-11-20", true],
    ["2026-11-21", false],
    ["2026-11-22", false],
    ["2026-11-23", false],
    ["2026-11-24", true],
    ["2026-12-28", true],
    ["2026-12-29", false],
    ["2027-01-03", false],
    ["2027-01-04", true],
    ["2026-05-06", false],
  ])("knows whether %s is worked", (day, worked) => {
    expect(isBusinessDay(day)).toBe(worked);
  });

  test("shifts a day off a closed run in either direction", () => {
    expect(previousBusinessDay("2026-11-23")).toBe("2026-11-20");
    expect(nextBusinessDay("2026-11-21")).toBe("2026-11-24");
    expect(nextBusinessDay("2026-12-28")).toBe("2027-01-04");
    expect(onBusinessDay("2027-01-31", "previous")).toBe("2027-01-29");
    expect(onBusinessDay("2026-11-24", "next")).toBe("2026-11-24");
  });

  test("follows the closed ranges and open days of a company", () => {
    const calendar = {
      closedRanges: [
        { from: "08-13", to: "08-16" },
        { from: "2026-11-26", to: "2026-11-26" },
      ],
      openDays: ["2026-11-21"],
    };

    expect(isBusinessDay("2026-08-13", calendar)).toBe(false);
    expect(isBusinessDay("2026-11-26", calendar)).toBe(false);
    expect(isBusinessDay("2026-11-21", calendar)).toBe(true);
    expect(isBusinessDay("2026-12-29", calendar)).toBe(true);
  });

  test("comes back when every day is closed", () => {
    const never = { closedRanges: [{ from: "01-01", to: "12-31" }] };

    expect(nextBusinessDay("2026-11-21", never)).toBe("2026-11-22");
  });

  test("names holidays and weekdays", () => {
    expect(holidayName("2026-11-23")).toBe("勤労感謝の日");
    expect(holidayName("2026-11-24")).toBeNull();
    expect(weekdayLabel("2026-11-24")).toBe("火");
  });
});

test("adds days over months, years and leap days, and takes them off again", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (n) => {
      expect(addDays(addDays("2026-11-22", n), -n)).toBe("2026-11-22");
    }),
  );
});
