import { addDays, type BusinessCalendar, dayOf, nextBusinessDay } from "../../japanese/index.ts";
import {
  businessDaysOn,
  dayIn,
  dayOfMonth,
  englishDay,
  englishWeekday,
  few,
  firstOf,
  fiscalEnd,
  fullDate,
  monthDay,
  monthEnd,
  monthPart,
  monthSteps,
  namedMonth,
  nowhere,
  nthOf,
  partOfMonth,
  sameDay,
  weekdayFrom,
  weekdayOfWeek,
  weekend,
  weekFrom,
  weekOf,
  weekRange,
  yearOf,
} from "./calendar-words.ts";
import { afterClosing, beforeClosing } from "./closings.ts";
import type { DayWords } from "./day-words.ts";
import { mondayOf, monthAway, parts } from "./month-math.ts";
import { SMALL, small } from "./numerals.ts";
import type { Day } from "./types.ts";

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

/** Every way to name a day that the reader knows; at each place of the line the longest match wins. */
export const DAY_RULES: readonly Rule[] = [
  // Full dates.
  [
    new RegExp(`(?<![\\d./-])(\\d{4})[/.\\-年](\\d{1,2})[/.\\-月](\\d{1,2})(?!\\d)日?${TAIL}`, "g"),
    (m) => fullDate(Number(m[1]), Number(m[2]), Number(m[3]), m[4] ?? m[5]),
  ],
  [
    new RegExp(`(?<![\\d./-])(\\d{2})([/.年])(\\d{1,2})([/.月])(\\d{1,2})(?!\\d)日?${TAIL}`, "g"),
    (m) => {
      const even = m[2] === m[4] || (m[2] === "年" && m[4] === "月");
      return even ? fullDate(2000 + Number(m[1]), Number(m[3]), Number(m[5]), m[6] ?? m[7]) : null;
    },
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
    new RegExp(
      `(?<![\\d/.@¥-]|\\d:)(\\d{1,2})/(\\d{1,2})(?![\\d/%個台本枚]|イン|サイズ)${TAIL}(?:\\s?[~-]\\s?(?:\\d{1,2}/)?\\d{1,2}(?![\\d時:/]))?`,
      "g",
    ),
    (m, today) => monthDay(Number(m[1]), Number(m[2]), m[3] ?? m[4], today),
  ],
  // 12.3見積: with a point only where the words behind say that it is a day.
  [
    /(?<![\d./:@¥-])(\d{1,2})\.(\d{1,2})(?=まで|迄|に?(?:見積|回答|訪問|提出|納品|打ち?合|アポ))/g,
    (m, today) => monthDay(Number(m[1]), Number(m[2]), undefined, today),
  ],
  // 13/5まで, 32日に訪問: no day of any month, and asked rather than overheard.
  [
    /(?<![\d./:@¥-])(\d{1,2})\/(\d{1,2})(?=まで|迄|に?(?:見積|回答|訪問|提出|納品|打ち?合|アポ))/g,
    (m, today) => nowhere(Number(m[1]), Number(m[2]), today),
  ],
  [
    /(?<![\d月/年.,第])(\d{2})日(?=まで|迄|に?(?:見積|回答|訪問|提出|納品|打ち?合|アポ))/g,
    (m, today) => nowhere(1, Number(m[1]), today),
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
      `(?<![\\d月/年.,第約一二三四五六七八九十])(${SMALL})日${TAIL}(?!間|前|後|以内|目|経|分|締|〆|ほど|くらい|ぐらい|程度|ごと|おき|中|市|町|本|数|ずつ|遅|早|かか|必要|待ち|短縮|延長|もあれば|で(?:でき|出来|仕上|納)|連続)`,
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
    /年内(?:中)?|年末(?![ァ-ヶ]|年始|の?挨拶|調整|の?ご挨拶|セール|商戦|休)|今年中|年度内(?!\S)/g,
    (_, today) => ({ is: "last", date: dayOf(parts(today).year, 12, 31)! }),
  ],
  [/年度末|期末/g, (_, today) => ({ is: "last", date: fiscalEnd(today) })],
  [
    /(?:(?:[二三四五六七八九十]|\d{1,2})?連休|祝日|休日|(?:夏|冬|長期)(?:休み|季?休暇|期休暇)|休み|GW|ゴールデンウィーク|お?盆(?:休み)?|お?正月(?:休み)?|年末年始|三が日|3が日)(?:明け|あけ)/gi,
    (m, today, calendar) => afterClosing(m[0], today, calendar),
  ],
  [
    /(?:(?:[二三四五六七八九十]|\d{1,2})?連休|夏(?:休み|季?休暇|期休暇)|GW|ゴールデンウィーク|お?盆(?:休み)?|お?正月|年末年始)前/gi,
    (m, today, calendar) => beforeClosing(m[0], today, calendar),
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
    /(?<![a-z])(yesterday|today|tomorrow)(?![a-z])/gi,
    (m, today) => ({ is: "day", date: addDays(today, englishDay(m[1]!)) }),
  ],
  [
    /(?:(?<![a-z])(?:by|on|until) )?(?<![a-z])(mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?(?![a-z])/gi,
    (m) => ({ is: "weekday", weekday: englishWeekday(m[1]!) }),
  ],
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
    /明日(?:中)?|あした|(?<![ぁ-ん])あす|明朝|(?<!の)翌日|翌朝|(?<=^|[\s、。])明(?=[\s])/g,
    (_, today) => ({ is: "day", date: addDays(today, 1) }),
  ],
  [/翌営業日|次の営業日/g, (_, today, calendar) => ({ is: "day", date: nextBusinessDay(today, calendar) })],
];
