import { findVerb } from "./verbs.ts";

/** Words of time and talk that begin many lines and are no customers. */
const NO_NAMES =
  /^(今日|昨日|一昨日|明日|明後日|今週|来週|先週|今月|来月|先月|月末|週明け|年明け|年末|午前|午後|月曜|火曜|水曜|木曜|金曜|土曜|日曜|先程|先方|お世話|お疲れ|おつ|さっき|今朝|社長|部長|課長|様|さん|です|ます|した|から|まで|より|のこと)/;

const MOST = 24;
const SHORTEST = 2;

/**
 * Parts of a line that may be a customer's name, the likeliest first: runs of one script between blanks and marks,
 * each also without its end (丸八金属山田部長 → 丸八金属). At most 24, each of two letters or more.
 */
export function namesIn(line: string): string[] {
  const runs = line
    .normalize("NFKC")
    .split(/[\s、。,.!?:;()「」[\]<>@#&・~〜…/]+/u)
    .flatMap((word) => [word, ...(word.match(RUN) ?? [])])
    .filter(
      (run) => [...run].length >= SHORTEST && !NO_NAMES.test(run) && !/^\d+$/.test(run) && !findVerb(run),
    );
  const whole = [...new Set(runs)];
  const shorter = whole.flatMap(withoutEnd);
  return [...new Set([...whole, ...shorter])].slice(0, MOST);
}

/** Kanji (with 々 and the marks of old names), katakana, hiragana, letters and digits. */
const RUN = /[\p{Script=Han}々〆ヶ]+|[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}ー]+|[A-Za-z0-9&.-]+/gu;

/** Ever shorter beginnings, down to more than half: what is cut further off is another name. */
function withoutEnd(run: string): string[] {
  const letters = [...run];
  const least = Math.max(SHORTEST, Math.ceil(letters.length / 2));
  const beginnings: string[] = [];
  for (let length = letters.length - 1; length >= least; length--) {
    beginnings.push(letters.slice(0, length).join(""));
  }
  return beginnings;
}
