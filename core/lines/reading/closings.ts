import {
  addDays,
  type BusinessCalendar,
  dayOf,
  holidayName,
  isBusinessDay,
  nextBusinessDay,
} from "../../japanese/index.ts";
import type { DayWords } from "./day-words.ts";
import { parts } from "./month-math.ts";
import type { Day } from "./types.ts";

/** 連休前, 盆前: the last business day before it. */
export function beforeClosing(words: string, today: Day, calendar?: BusinessCalendar): DayWords {
  const { year } = parts(today);
  const next = (month: number, day: number): DayWords => {
    const date = dayOf(year, month, day)!;
    return { is: "last", date: date >= today ? date : dayOf(year + 1, month, day)! };
  };
  if (/正月|年末年始/.test(words)) return next(12, 28);
  if (/盆|夏/.test(words)) return next(8, 12);
  // Once its first holiday is over, what is left of it begins in May.
  if (/GW|ゴールデン/i.test(words))
    return today > `${year}-04-28` && today <= `${year}-05-02` ? next(5, 2) : next(4, 28);
  return { is: "last", date: addDays(afterLongClosing(today, calendar), -3) };
}

export function afterClosing(words: string, today: Day, calendar?: BusinessCalendar): DayWords {
  const { year, month } = parts(today);
  if (/祝日|休日/.test(words)) return { is: "first", date: afterHoliday(today) };
  if (/夏/.test(words)) return { is: "first", date: dayOf(month > 8 ? year + 1 : year, 8, 17)! };
  if (/正月|冬|年末年始|が日/.test(words))
    return { is: "first", date: dayOf(month > 1 ? year + 1 : year, 1, 4)! };
  if (/GW|ゴールデン/i.test(words)) return { is: "first", date: dayOf(month > 5 ? year + 1 : year, 5, 6)! };
  if (/盆/.test(words)) return { is: "first", date: dayOf(month > 8 ? year + 1 : year, 8, 17)! };
  return { is: "first", date: afterLongClosing(today, calendar) };
}

function afterHoliday(today: Day): Day {
  let day = today;
  for (let walked = 0; walked < 120 && !holidayName(day); walked++) day = addDays(day, 1);
  return addDays(day, 1);
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
