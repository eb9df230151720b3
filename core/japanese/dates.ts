import { addDays, type Day, dayOf } from "./days.ts";
import { eraHas, westernYear } from "./era.ts";
import { parseNumeral } from "./numerals.ts";

/** A date as far as it was written: a month is its first day with precision "month", a year its January 1. */
export interface ReadDate {
  date: Day;
  precision: "day" | "month" | "year";
}

/**
 * Reads a date in the notations of Japanese ledgers: 2026/4/1, 2026年4月, 20260401, 23/4/1, 令和8年4月1日, R8.4.1, 令和元年,
 * 平31/4/30, ㍻, 二〇二六年, Excel serials, English month names, a weekday or a time behind it. A date that does not exist, or lies
 * outside its era, is { error }, never the day after; what is no date at all is null. A date without a year (4月1日) needs
 * `today` and is taken in its year. Two-digit years count from today's century up to ten years ahead.
 */
export function parseDate(
  text: string,
  options: { today?: Day | undefined } = {},
): ReadDate | { error: "no_such_date" } | null {
  if (text.length > 100) return null;
  const usual = USUAL.exec(text);
  if (usual) return written(Number(usual[1]), Number(usual[2]), Number(usual[3]));
  const plain = BARE.test(text) ? text : prepare(text);
  if (plain === "" || plain.length > 40) return null;
  return (
    readEra(plain) ??
    readWestern(plain, options.today) ??
    readCompact(plain, options.today) ??
    readMonthDay(plain, options.today) ??
    readEnglish(plain, options.today) ??
    readInstant(text)
  );
}

/** Digits and separators alone need no preparing. */
const BARE = /^(?:[RHS]|令和|平成|昭和)?\d{1,4}(?:[年/.-]\d{1,2}(?:[月/.-]\d{1,2}日?|月)?|年)$|^\d{5,8}$/;
/** What most programs write; the rest is for people. */
const USUAL = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

type Reading = ReadDate | { error: "no_such_date" };

const NO_SUCH_DATE = { error: "no_such_date" } as const;
const SEPARATOR = "\\s*(?:[-/.・·,]|年|月)\\s*";
const TAIL = "\\s*日?";

/** Width, kanji numerals, the weekday, the time and small words behind a date are taken off here. */
function prepare(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u200b\ufeff]/g, "")
    .trim()
    .replace(/^="?(.*?)"?$/, "$1")
    .replace(/^['’]/, "")
    .replace(/[‐‑‒–—―−ー]/g, "-")
    .replace(/[(](?:(?:明治|大正|昭和|平成|令和|[mtshr])[\d元]+|\d{4})年?[)]/i, "")
    // A time from … to … began with its first day.
    .replace(/^(\S*\d\S*(?:[-/.月]\S*){2,}?)\s*(?:[~〜]|\s-\s)\s*\S*\d.*$/, "$1")
    .replace(/元年/, "1年")
    .replace(/^([明大昭平令][治正和成]?|[mtshr])\s*[.]?\s*元(?=[-/.]|$)/i, "$1" + "1")
    .replace(/^(\d{8})\.0+$/, "$1")
    .replace(/^[(]([^()]+)[)]$/, "$1")
    .replace(/^(西暦|公元|ad\s)/i, "")
    .replace(/[([]\s*[日月火水木金土](?:曜日?)?(?:\s*[・,]?\s*祝)?\s*[)\]]/g, "")
    .replace(/(?<=日|\d)\s*[日月火水木金土]曜日?/, "")
    .replace(
      /(\d|日)(?:[\sT]+|(?<=日))(?:午前|午後|AM|PM)?\s*\d{1,2}(?:[:時]\s*\d{1,2}(?:[:分]\s*\d{1,2}(?:\.\d+)?秒?)?分?|時)\s*(?:AM|PM)?$/i,
      "$1",
    )
    // A remark behind the day: (再登録).
    .replace(/(?<=\d|日)\s*[(][^()\d]{1,12}[)]$/, "")
    .replace(/(?<=\d|日)\s*(?:に)?(?:ご?契約|登録|開始|受注|入会|取引開始|加入|締結|入社|初回)$/, "")
    .replace(/(?<=\d)[.]$/, "")
    .replace(/^([mtshr])[・](?=\d)/i, "$1")
    .replace(/\s*(?:頃|ごろ|付け?|より|から|以降|現在|[~〜])$/, "");
  return plain
    .replace(/[〇零一二三四五六七八九十]+(?=\s*[年月日])/g, (run) => String(parseNumeral(run) ?? run))
    .trim();
}

const ERA = new RegExp(
  `^(明治|大正|昭和|平成|令和|[明大昭平令]|[mtshr])\\s*[.]?\\s*(\\d{1,2})(?:${SEPARATOR}(\\d{1,2})(?:${SEPARATOR}(\\d{1,2})${TAIL}|\\s*月?(上旬|中旬|下旬|末|吉日)?)|\\s*年?(?:度|)?)$`,
  "i",
);
const ERA_COMPACT = /^(明治|大正|昭和|平成|令和|[明大昭平令]|[mtshr])\s*(\d{2})(\d{2})(\d{2})$/i;

function readEra(plain: string): Reading | null {
  const match = ERA_COMPACT.exec(plain) ?? ERA.exec(plain);
  if (!match) return null;
  const era = match[1]!;
  const year = westernYear(era, Number(match[2]));
  if (year === null) return null;
  const month = match[3] === undefined ? null : Number(match[3]);
  const date = match[4] === undefined || !/^\d/.test(match[4]) ? null : Number(match[4]);
  if (Number(match[2]) === 0 || !eraHas(era, year, month, date)) return NO_SUCH_DATE;
  return written(year, month, date);
}

const YEAR_FIRST = new RegExp(`^(\\d{4}|\\d{2}|'\\d{2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})${TAIL}$`);
const SPACED = /^(\d{4})\s+(\d{1,2})\s+(\d{1,2})$/;
const YEAR_MONTH =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?\s*(?:上旬|中旬|下旬|末|初旬|吉日|分|度)?$|^(\d{2})\s*年\s*(\d{1,2})\s*月(?:上旬|中旬|下旬|末)?$/;
const YEAR_ONLY = /^(\d{4}|\d{2}(?=年))\s*年?\s*(度?)$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

function readWestern(plain: string, today: Day | undefined): Reading | null {
  const full = YEAR_FIRST.exec(plain) ?? SPACED.exec(plain);
  if (full) return written(fullYear(full[1]!, today), Number(full[2]), Number(full[3]));
  const month = YEAR_MONTH.exec(plain);
  if (month) return written(fullYear(month[1] ?? month[3]!, today), Number(month[2] ?? month[4]), null);
  const last = YEAR_LAST.exec(plain);
  if (last) return readYearLast(Number(last[1]), Number(last[2]), Number(last[3]));
  const year = YEAR_ONLY.exec(plain);
  if (!year || (year[1]!.length === 4 && !isLikelyYear(Number(year[1])))) return null;
  return written(fullYear(year[1]!, today), null, null);
}

/** English Excel writes 4/1/2026; only where the first number cannot be a month is it the day. */
function readYearLast(first: number, second: number, year: number): Reading {
  return first > 12 ? written(year, second, first) : written(year, first, second);
}

/** Days since 1899-12-30 as Excel counts them, from 1936 to 2118; smaller numbers are more likely something else. */
const SERIAL = /^([1-7]\d{4})(?:\.\d+)?$/;
const SERIAL_FLOOR = 13_150;

function readCompact(plain: string, today: Day | undefined): Reading | null {
  const stamp = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(plain);
  if (stamp && isLikelyYear(Number(stamp[1])))
    return written(Number(stamp[1]), Number(stamp[2]), Number(stamp[3]));
  const six = /^(\d{2})(\d{2})(\d{2})$/.exec(plain);
  if (six) {
    const year = Number(plain.slice(0, 4));
    if (isLikelyYear(year) && /^(?:0[1-9]|1[0-2])$/.test(six[3]!)) return written(year, Number(six[3]), null);
    return dayOf(fullYear(six[1]!, today), Number(six[2]), Number(six[3])) === null
      ? null
      : written(fullYear(six[1]!, today), Number(six[2]), Number(six[3]));
  }
  const serial = SERIAL.exec(plain);
  if (!serial || Number(serial[1]) < SERIAL_FLOOR) return null;
  return { date: addDays("1899-12-30", Number(serial[1])), precision: "day" };
}

const MONTH_DAY = /^(\d{1,2})(?:\s*月\s*(\d{1,2})\s*日?|\s*[-/]\s*(\d{1,2}))$/;

function readMonthDay(plain: string, today: Day | undefined): Reading | null {
  const match = MONTH_DAY.exec(plain);
  if (!match || today === undefined) return null;
  return written(Number(today.slice(0, 4)), Number(match[1]), Number(match[2] ?? match[3]));
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_WORD = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DAY_MONTH_YEAR = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH_WORD}[\\s,-]+(\\d{4}|\\d{2})$`,
  "i",
);
const MONTH_DAY_YEAR = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?${MONTH_WORD}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`,
  "i",
);
const MONTH_YEAR = new RegExp(`^${MONTH_WORD}[\\s,-]+(\\d{4})$`, "i");

function readEnglish(plain: string, today: Day | undefined): Reading | null {
  const monthOf = (word: string) => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const dayFirst = DAY_MONTH_YEAR.exec(plain);
  if (dayFirst) return written(fullYear(dayFirst[3]!, today), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = MONTH_DAY_YEAR.exec(plain);
  if (monthFirst) return written(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const month = MONTH_YEAR.exec(plain);
  return month ? written(Number(month[2]), monthOf(month[1]!), null) : null;
}

/** Programs export instants: the day is the one in Japan. */
function readInstant(text: string): Reading | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [year, month, date] = match[1]!.split("-").map(Number);
  if (dayOf(year!, month!, date!) === null) return NO_SUCH_DATE;
  const zone = match[3]!.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const instant = Date.parse(`${match[1]}T${match[2]}:00${zone}`);
  if (Number.isNaN(instant)) return NO_SUCH_DATE;
  return { date: new Date(instant + 9 * 3_600_000).toISOString().slice(0, 10), precision: "day" };
}

function written(year: number, month: number | null, date: number | null): Reading {
  const day = dayOf(year, month ?? 1, date ?? 1);
  if (day === null) return NO_SUCH_DATE;
  return { date: day, precision: date !== null ? "day" : month !== null ? "month" : "year" };
}

/** "23" is 2023 and "99" is 1999: nobody's ledger began more than ten years from now. */
function fullYear(text: string, today: Day | undefined): number {
  const year = Number(text.replace("'", ""));
  if (text.length === 4) return year;
  const now = today === undefined ? 2030 : Number(today.slice(0, 4));
  const inCentury = Math.floor(now / 100) * 100 + year;
  return inCentury > now + 10 ? inCentury - 100 : inCentury;
}

function isLikelyYear(year: number): boolean {
  return year >= 1868 && year <= 2199;
}
