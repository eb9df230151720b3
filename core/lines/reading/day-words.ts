import {
  addDays,
  type BusinessCalendar,
  dayOf,
  isBusinessDay,
  nextBusinessDay,
} from "../../japanese/index.ts";
import { lastDayOf, mondayOf, monthAway, nthWeekday, parts, weekdayIndex } from "./month-math.ts";
import { SMALL, small } from "./numerals.ts";
import { resolveDay } from "./resolve-day.ts";
import type { Day, Span } from "./types.ts";

/**
 * A day as typed, before it is known whether past or future is meant.
 * day: told already · monthDay: 12/10, the year is open · dayOfMonth: 25日 · weekday: 火曜 (0 is Monday) ·
 * range: 来週, 来月, 上旬 · first: the first business day on or after `date` (週明け) · last: the last one on or before (年内) ·
 * nowhere: 11/31.
 */
export type DayWords =
  | { is: "day"; date: Day; weekday?: number }
  | { is: "monthDay"; month: number; day: number; weekday?: number }
  | { is: "dayOfMonth"; day: number; weekday?: number }
  | { is: "weekday"; weekday: number }
  | { is: "range"; from: Day; to: Day; precision: "week" | "month" }
  | { is: "first"; date: Day }
  | { is: "last"; date: Day }
  | { is: "nowhere"; year: number; month: number; day: number };

export interface DayMention extends Span {
  day: DayWords;
}

const WEEKDAY = "(?:([月火水木金土日])曜日?(?!会|市)|(げつ|か|すい|もく|きん|ど|にち)ようび?)";
const MARKED = "[ \\s]*[(]\\s*([月火水木金土日])(?:曜日?)?(?:・?祝)?\\s*[)]";
const TAIL = `(?:${MARKED}|の?([月火水木金土日])曜日?)?`;
// 来週火 is a weekday only when the word ends there: 来週木村さん, 来週日程調整 and 来週水漏れ are not.
const SHORT =
  "([月火水木金土日])(?=$|[\\s、。,.!)~・:\\d]|に(?!ち)|の|は|で|まで|迄|か(?!ら)|朝|午前|午後|夕|昼|見積|回答|訪問|提出|電話|tel|アポ|打|TEL|再|→)";
const WEEK =
  "(今週|来週|再来週|先週|先々週|翌週|こんしゅう|らいしゅう|さらいしゅう|せんしゅう|次|今度|つぎ|こんど|この前|この間)の?[ ]?";
const MONTH = "(今月|来月|再来月|先月|先々月|翌月|翌々月|当月|こんげつ|らいげつ|さらいげつ|せんげつ)の?";

type Rule = [RegExp, (match: RegExpMatchArray, today: Day, calendar?: BusinessCalendar) => DayWords | null];

const RULES: Rule[] = [
  // Full dates.
  [
    new RegExp(`(?<![\\d./-])(\\d{4}|\\d{2})[/.\\-年](\\d{1,2})[/.\\-月](\\d{1,2})(?![\\d])日?${TAIL}`, "g"),
    (m) =>
      fullDate(
        m[1]!.length === 2 ? 2000 + Number(m[1]) : Number(m[1]),
        Number(m[2]),
        Number(m[3]),
        m[4] ?? m[5],
      ),
  ],
  [
    new RegExp(`(?:令和|R)(\\d{1,2}|元)[年.](\\d{1,2})[月.](\\d{1,2})日?${TAIL}`, "g"),
    (m) => fullDate(2018 + (m[1] === "元" ? 1 : Number(m[1])), Number(m[2]), Number(m[3]), m[4] ?? m[5]),
  ],
  [
    new RegExp(`(来年|翌年|今年|昨年|去年)の?(${SMALL})(?:月|/)(${SMALL})日?${TAIL}`, "g"),
    (m, today) => fullDate(yearOf(m[1]!, today), small(m[2]!), small(m[3]!), m[4] ?? m[5]),
  ],
  [
    /(来年|翌年|今年|去年|昨年)の?(\d{1,2})月(?!\d)(中|末|頭|初め?|上旬|中旬|下旬)?/g,
    (m, today) => partOfMonth(yearOf(m[1]!, today), Number(m[2]), m[3]),
  ],
  [/来年(?!度|\d|の?\d)/g, (_, today) => ({ is: "first", date: dayOf(parts(today).year + 1, 1, 1)! })],
  // Month and day.
  [
    new RegExp(`(?<![\\d/.:@¥-])(\\d{1,2})/(\\d{1,2})(?![\\d/%個台本枚]|イン|サイズ)${TAIL}`, "g"),
    (m, today) => monthDay(Number(m[1]), Number(m[2]), m[3] ?? m[4], today),
  ],
  [
    new RegExp(`(?<!\\d)(${SMALL})月(${SMALL})日${TAIL}(?!締|〆)`, "g"),
    (m, today) => monthDay(small(m[1]!), small(m[2]!), m[3] ?? m[4], today),
  ],
  [
    new RegExp(`${MONTH}(${SMALL})日${TAIL}(?!締|〆)`, "g"),
    (m, today) => dayIn(monthAway(today, monthSteps(m[1]!)), small(m[2]!), m[3] ?? m[4]),
  ],
  [
    new RegExp(`(?:${MONTH})?第(${SMALL})(?:週の?)?${WEEKDAY}`, "g"),
    (m, today) => nthOf(m[1], small(m[2]!), weekdayFrom(m[3] ?? m[4]!), today),
  ],
  [
    new RegExp(
      `(?<![\\d月/年.,第約一二三四五六七八九十])(${SMALL})日${TAIL}(?!間|前|後|以内|目|経|分|締|〆|ほど|くらい|ぐらい|程度|ごと|おき|中|市|町|本|数|ずつ|遅|早)`,
      "g",
    ),
    (m) => dayOfMonth(small(m[1]!), m[2] ?? m[3]),
  ],
  [
    /(?<![\d/.])(\d{1,2})(?:\/|月)(\d{1,2})日?の週/g,
    (m, today) => weekOf(monthDay(Number(m[1]), Number(m[2]), undefined, today), today),
  ],
  // Weeks and weekdays.
  [
    new RegExp(`${WEEK}${WEEKDAY}`, "g"),
    (m, today) => weekdayOfWeek(m[1]!, weekdayFrom(m[2] ?? m[3]!), today),
  ],
  [new RegExp(`${WEEK}${SHORT}`, "g"), (m, today) => weekdayOfWeek(m[1]!, weekdayFrom(m[2]!), today)],
  [
    new RegExp(`${WEEK}[(]([月火水木金土日])[)]`, "g"),
    (m, today) => weekdayOfWeek(m[1]!, weekdayFrom(m[2]!), today),
  ],
  [new RegExp(WEEKDAY, "g"), (m) => ({ is: "weekday", weekday: weekdayFrom(m[1] ?? m[2]!) })],
  [
    /(来週|再来週|翌週)?(?:の)?(?:週明け|週あけ|しゅうあけ|週初め?|週頭|週アタマ|週あたま)(?:早々|すぐ)?/g,
    (m, today) => ({ is: "first", date: addDays(mondayOf(today), m[1] === "再来週" ? 14 : 7) }),
  ],
  [
    /(来週|再来週|翌週)の?(?:頭|あたま|アタマ|初め|はじめ|前半|早々)/g,
    (m, today) => ({ is: "first", date: addDays(mondayOf(today), m[1] === "再来週" ? 14 : 7) }),
  ],
  [
    /(今週|来週|再来週)の?(?:末|後半|終わり)/g,
    (m, today) => ({ is: "last", date: addDays(weekFrom(m[1]!, today), 4) }),
  ],
  [
    /(今週|来週|再来週)の?(?:半ば|なかば|中頃)/g,
    (m, today) => ({ is: "day", date: addDays(weekFrom(m[1]!, today), 2) }),
  ],
  [/週末/g, (_, today) => ({ is: "last", date: weekend(today) })],
  [
    /週内|今週いっぱい|今週中|今週じゅう/g,
    (_, today) => ({
      is: "range",
      from: mondayOf(today),
      to: addDays(mondayOf(today), 4),
      precision: "week",
    }),
  ],
  [
    /(今週|来週|再来週|先週|先々週|翌週|こんしゅう|らいしゅう|さらいしゅう|せんしゅう)(?:中|じゅう|いっぱい|あたり|くらい|ぐらい)?/g,
    (m, today) => weekRange(weekFrom(m[1]!, today)),
  ],
  // Months and years.
  [
    new RegExp(
      `${MONTH}(?:月)?(末|頭|初旬|初め|初|はじめ|あたま|上旬|中旬|下旬|半ば|中|いっぱい|じゅう)?(?!締|〆|払|度|分|\\d|次|の?第)`,
      "g",
    ),
    (m, today) => monthPart(m[1]!, m[2], today),
  ],
  [
    /(?<!\d)(\d{1,2})(?:月の?)?(末|頭|上旬|中旬|下旬|初旬|初め|初|半ば)(?!締|〆|払)/g,
    (m, today) => namedMonth(Number(m[1]), m[2]!, today),
  ],
  [/(?<![\d/])(\d{1,2})月(?:中|いっぱい)(?!旬)/g, (m, today) => namedMonth(Number(m[1]), "中", today)],
  [
    /(?<![\d/])(\d{1,2})月(?=に|まで|ごろ|頃|以降|から|[\s、。]|$)/g,
    (m, today) => namedMonth(Number(m[1]), undefined, today),
  ],
  [
    /(?<!今|来|先|翌|々|\d)月末(?!締|〆|払)|げつまつ|月内|(?<!今|来|先)月いっぱい/g,
    (_, today) => monthEnd(today),
  ],
  [
    /(?<!今|来|先|翌|々|\d)(?:月初め?|月初|月頭)|げっしょ/g,
    (_, today) => ({ is: "first", date: firstOf(monthAway(today, 1)) }),
  ],
  [
    /年明け(?:早々|すぐ|一番)?|ねんあけ|としあけ|年始(?!の?挨拶|回り|休)|新年(?!会|の?挨拶)|年が明けたら|仕事始め/g,
    (_, today) => ({ is: "first", date: dayOf(parts(today).year + 1, 1, 1)! }),
  ],
  [
    /年内(?:中)?|年末(?!年始|の?挨拶|調整|の?ご挨拶|セール|商戦|休)|今年中|年度内(?!\S)/g,
    (_, today) => ({ is: "last", date: dayOf(parts(today).year, 12, 31)! }),
  ],
  [/年度末|期末/g, (_, today) => ({ is: "last", date: fiscalEnd(today) })],
  [
    /(?:連休|休み|GW|ゴールデンウィーク|お?盆(?:休み)?|正月)明け/gi,
    (m, today, calendar) => afterClosing(m[0], today, calendar),
  ],
  // So many days from now.
  [
    new RegExp(`(${SMALL}|2、3|2,3|二、三|数)日(?:中|以内|うち)`, "g"),
    (m, today) => ({ is: "day", date: addDays(today, few(m[1]!)) }),
  ],
  [
    new RegExp(`(${SMALL}|数)営業日(?:後|以内)`, "g"),
    (m, today, calendar) => ({ is: "day", date: businessDaysOn(today, few(m[1]!), calendar) }),
  ],
  [new RegExp(`(${SMALL}|数)日後`, "g"), (m, today) => ({ is: "day", date: addDays(today, few(m[1]!)) })],
  [
    new RegExp(`(${SMALL})週間?(?:後|以内|先)`, "g"),
    (m, today) => ({ is: "day", date: addDays(today, small(m[1]!) * 7) }),
  ],
  [
    new RegExp(`(${SMALL})(?:[ヶかカケ箇]|ヵ)月(?:後|以内|先)`, "g"),
    (m, today) => ({ is: "day", date: sameDay(monthAway(today, small(m[1]!)), today) }),
  ],
  [/半月後/g, (_, today) => ({ is: "day", date: addDays(today, 15) })],
  [/半年後/g, (_, today) => ({ is: "day", date: sameDay(monthAway(today, 6), today) })],
  [new RegExp(`(${SMALL})日前`, "g"), (m, today) => ({ is: "day", date: addDays(today, -small(m[1]!)) })],
  [
    new RegExp(`(${SMALL})週間?前`, "g"),
    (m, today) => ({ is: "day", date: addDays(today, -7 * small(m[1]!)) }),
  ],
  // Names of days.
  [/一昨日|おととい|おとつい/g, (_, today) => ({ is: "day", date: addDays(today, -2) })],
  [
    /昨日|きのう|昨夜|昨晩|前日|ゆうべ|(?<=^|[\s、。])昨(?=[\s訪])/g,
    (_, today) => ({ is: "day", date: addDays(today, -1) }),
  ],
  [
    /今日(?:中)?|本日(?:中)?|きょう(?!と|だ)|今朝|けさ|今夜|今晩|今夕|当日中/g,
    (_, today) => ({ is: "day", date: today }),
  ],
  [/明々後日|明明後日|しあさって/g, (_, today) => ({ is: "day", date: addDays(today, 3) })],
  [/明後日|あさって/g, (_, today) => ({ is: "day", date: addDays(today, 2) })],
  [
    /明日(?:中)?|あした|(?<![ぁ-ん])あす|明朝|翌日|翌朝|(?<=^|[\s、。])明(?=[\s])/g,
    (_, today) => ({ is: "day", date: addDays(today, 1) }),
  ],
  [/翌営業日|次の営業日/g, (_, today, calendar) => ({ is: "day", date: nextBusinessDay(today, calendar) })],
];

/** Finds every day named in the line, the longest reading at each place. Phone numbers are left alone. */
export function findDays(line: string, today: Day, calendar?: BusinessCalendar): DayMention[] {
  const text = withoutPhones(line);
  const found: DayMention[] = [];
  for (const [pattern, read] of RULES) {
    for (const match of text.matchAll(pattern)) {
      const day = read(match, today, calendar);
      if (day)
        found.push({ start: match.index, end: match.index + match[0].replace(/[\sの]+$/, "").length, day });
    }
  }
  return found;
}

// Same length, so that places in the line stay true.
function withoutPhones(line: string): string {
  return line.replace(/(?<!\d)0\d{1,4}[-(]\d{1,4}[-)]\d{3,4}(?!\d)|(?<!\d)\d{9,}(?!\d)/g, (phone) =>
    "#".repeat(phone.length),
  );
}

function fullDate(year: number, month: number, day: number, weekday: string | undefined): DayWords | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = dayOf(year, month, day);
  return date ? withWeekday({ is: "day", date }, weekday) : { is: "nowhere", year, month, day };
}

function monthDay(month: number, day: number, weekday: string | undefined, today: Day): DayWords | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const { year } = parts(today);
  const exists = [year, year + 1].some((y) => dayOf(y, month, day));
  return exists
    ? withWeekday({ is: "monthDay", month, day }, weekday)
    : { is: "nowhere", year: month < parts(today).month - 6 ? year + 1 : year, month, day };
}

function dayIn(
  at: { year: number; month: number },
  day: number,
  weekday: string | undefined,
): DayWords | null {
  return fullDate(at.year, at.month, day, weekday);
}

function dayOfMonth(day: number, weekday: string | undefined): DayWords | null {
  return day >= 1 && day <= 31 ? withWeekday({ is: "dayOfMonth", day }, weekday) : null;
}

function withWeekday<T extends DayWords & { weekday?: number }>(words: T, label: string | undefined): T {
  return label ? { ...words, weekday: weekdayFrom(label) } : words;
}

function weekdayFrom(label: string): number {
  const kanji = "月火水木金土日".indexOf(label);
  return kanji >= 0 ? kanji : ["げつ", "か", "すい", "もく", "きん", "ど", "にち"].indexOf(label);
}

function weekFrom(word: string, today: Day): Day {
  const steps: Record<string, number> = {
    来週: 7,
    らいしゅう: 7,
    翌週: 7,
    再来週: 14,
    さらいしゅう: 14,
    先週: -7,
    せんしゅう: -7,
    先々週: -14,
  }; // prettier-ignore
  return addDays(mondayOf(today), steps[word] ?? 0);
}

function weekOf(words: DayWords | null, today: Day): DayWords | null {
  if (words?.is !== "monthDay") return null;
  const resolved = resolveDay(words, null, today);
  return "doubt" in resolved ? null : weekRange(mondayOf(resolved.date));
}

function weekRange(monday: Day): DayWords {
  return { is: "range", from: monday, to: addDays(monday, 4), precision: "week" };
}

function weekdayOfWeek(word: string, weekday: number, today: Day): DayWords {
  if (/^(?:次|今度|つぎ|こんど)$/.test(word)) {
    const ahead = (weekday - weekdayIndex(today) + 7) % 7 || 7;
    return { is: "day", date: addDays(today, ahead) };
  }
  if (/^この/.test(word)) {
    const back = (weekdayIndex(today) - weekday + 7) % 7 || 7;
    return { is: "day", date: addDays(today, -back) };
  }
  return { is: "day", date: addDays(weekFrom(word, today), weekday) };
}

// 週末 means Friday to people who work: on Saturday and Sunday the next one.
function weekend(today: Day): Day {
  return addDays(mondayOf(today), weekdayIndex(today) > 4 ? 11 : 4);
}

function monthSteps(word: string): number {
  if (/再来|さらい|翌々/.test(word)) return 2;
  if (/来|翌|らい/.test(word)) return 1;
  if (/先々/.test(word)) return -2;
  return /先|せん/.test(word) ? -1 : 0;
}

function monthPart(word: string, part: string | undefined, today: Day): DayWords {
  const { year, month } = monthAway(today, monthSteps(word));
  return partOfMonth(year, month, part);
}

function partOfMonth(year: number, month: number, part: string | undefined): DayWords {
  const at = (day: number) => dayOf(year, month, day)!;
  const last = lastDayOf(year, month);
  switch (part) {
    case "末":
      return { is: "day", date: last };
    case "頭":
    case "初め":
    case "初":
    case "はじめ":
    case "あたま":
      return { is: "first", date: at(1) };
    case "初旬":
    case "上旬":
      return { is: "range", from: at(1), to: at(10), precision: "week" };
    case "半ば":
    case "中旬":
      return { is: "range", from: at(11), to: at(20), precision: "week" };
    case "下旬":
      return { is: "range", from: at(21), to: last, precision: "week" };
    default:
      return { is: "range", from: at(1), to: last, precision: "month" };
  }
}

// 1月末 said in November is next January; said in February it was the last one or is a slip: the next one is meant.
function namedMonth(month: number, part: string | undefined, today: Day): DayWords | null {
  if (month < 1 || month > 12) return null;
  const now = parts(today);
  return partOfMonth(month < now.month ? now.year + 1 : now.year, month, part);
}

function monthEnd(today: Day): DayWords {
  const { year, month } = parts(today);
  const end = lastDayOf(year, month);
  if (end > today) return { is: "day", date: end };
  const next = monthAway(today, 1);
  return { is: "day", date: lastDayOf(next.year, next.month) };
}

function firstOf(at: { year: number; month: number }): Day {
  return dayOf(at.year, at.month, 1)!;
}

function nthOf(word: string | undefined, nth: number, weekday: number, today: Day): DayWords | null {
  const at = monthAway(today, word ? monthSteps(word) : 0);
  const date = nthWeekday(at.year, at.month, nth, weekday);
  if (word || (date && date >= today)) return date ? { is: "day", date } : null;
  const next = monthAway(today, 1);
  const later = nthWeekday(next.year, next.month, nth, weekday);
  return later ? { is: "day", date: later } : null;
}

function yearOf(word: string, today: Day): number {
  const { year } = parts(today);
  if (/来|翌/.test(word)) return year + 1;
  return /昨|去/.test(word) ? year - 1 : year;
}

function fiscalEnd(today: Day): Day {
  const { year, month } = parts(today);
  return dayOf(month > 3 ? year + 1 : year, 3, 31)!;
}

function afterClosing(words: string, today: Day, calendar?: BusinessCalendar): DayWords {
  const { year, month } = parts(today);
  if (/正月/.test(words)) return { is: "first", date: dayOf(month > 1 ? year + 1 : year, 1, 4)! };
  if (/GW|ゴールデン/i.test(words)) return { is: "first", date: dayOf(month > 5 ? year + 1 : year, 5, 6)! };
  if (/盆/.test(words)) return { is: "first", date: dayOf(month > 8 ? year + 1 : year, 8, 17)! };
  return { is: "first", date: afterLongClosing(today, calendar) };
}

// 連休 is three closed days or more.
function afterLongClosing(today: Day, calendar?: BusinessCalendar): Day {
  let run = 0;
  let day = today;
  for (let walked = 0; walked < 120; walked++) {
    if (isBusinessDay(day, calendar)) {
      if (run >= 3 || (run > 0 && walked === run)) return day;
      run = 0;
    } else run++;
    day = addDays(day, 1);
  }
  return nextBusinessDay(today, calendar);
}

function few(text: string): number {
  return /^数|[、,]/.test(text) ? 3 : small(text);
}

function businessDaysOn(today: Day, count: number, calendar?: BusinessCalendar): Day {
  let day = today;
  for (let step = 0; step < count; step++) day = nextBusinessDay(day, calendar);
  return day;
}

function sameDay(at: { year: number; month: number }, today: Day): Day {
  return dayOf(at.year, at.month, parts(today).date) ?? lastDayOf(at.year, at.month);
}
