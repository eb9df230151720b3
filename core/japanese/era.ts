import { type Day, dayOf, daysInMonth } from "./days.ts";

/** An era of the Japanese calendar. The day of a change belongs to both, as it did for those who lived it (明治 to 昭和). */
interface Era {
  names: readonly string[];
  /** Year 0 of the era in the western count. */
  base: number;
  from: Day;
  to: Day;
}

/** Source: 元号法 and the edicts before it. Before 1873 the months were those of the moon. */
const ERAS: readonly Era[] = [
  { names: ["明治", "明", "m"], base: 1867, from: "1873-01-01", to: "1912-07-30" },
  { names: ["大正", "大", "t"], base: 1911, from: "1912-07-30", to: "1926-12-25" },
  { names: ["昭和", "昭", "s"], base: 1925, from: "1926-12-25", to: "1989-01-07" },
  { names: ["平成", "平", "h"], base: 1988, from: "1989-01-08", to: "2019-04-30" },
  { names: ["令和", "令", "r"], base: 2018, from: "2019-05-01", to: "9999-12-31" },
];

/** The western year of a year of an era, by any of the era's names, or null when the name is none. */
export function westernYear(era: string, year: number): number | null {
  const found = ERAS.find(({ names }) => names.includes(era.toLowerCase()));
  return found ? found.base + year : null;
}

/** True when the era was running on some day of the given year, month or day: 昭和64年1月8日 was not. */
export function eraHas(era: string, year: number, month: number | null, date: number | null): boolean {
  const found = ERAS.find(({ names }) => names.includes(era.toLowerCase()));
  const first = dayOf(year, month ?? 1, date ?? 1);
  const last = dayOf(year, month ?? 12, date ?? daysInMonth(year, month ?? 12));
  return found !== undefined && first !== null && last !== null && first <= found.to && last >= found.from;
}
