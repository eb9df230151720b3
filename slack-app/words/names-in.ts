import { findVerb } from "./verbs.ts";

/** Words of time and talk that begin many lines and are no customers. */
const NO_NAMES =
  /^(今日|昨日|一昨日|明日|明後日|今週|来週|先週|今月|来月|先月|月末|週明け|年明け|年末|午前|午後|月曜|火曜|水曜|木曜|金曜|土曜|日曜|先程|先方|お世話|お疲れ|おつ|さっき|今朝|社長|部長|課長|様|さん|です|ます|した|から|まで|より|のこと)/;

/** Words of trade that half of all names end in: すずき物産 is not 北陸物産. */
const TRADE =
  /^(?:商事|商店|商会|商工|物産|産業|興業|工業|工務店|製作所|製造|建設|建築|土木|電機|電気|電工|食品|水産|金属|化学|機械|精機|精密|鉄工所?|鋼業|運輸|運送|物流|倉庫|印刷|不動産|設備|工場|会社|販売|薬品|病院|医院|学園|銀行|支店|支社|本社|本店|営業所|事務所|株式会社|有限会社|合同会社)$/;

const MOST = 24;
const SHORTEST = 2;
/** A beginning in kana is a reading; shorter ones are the beginning of too many. */
const SHORTEST_KANA = 4;

/** Kanji (with 々 and the marks of old names), katakana, hiragana, letters and digits. */
const RUN = /[\p{Script=Han}々〆ヶ]+|[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}ー]+|[A-Za-z0-9&.-]+/gu;

/**
 * Parts of a line that may be a customer's name, the likeliest first: words, runs of one script in them, and these
 * without their ends (丸八金属山田部長 → 丸八金属). A line of one word is a name with something behind it or a name
 * that nobody has, so only its beginning counts. At most 24.
 */
export function namesIn(line: string): string[] {
  const words = line
    .normalize("NFKC")
    .split(/[\s、。,.!?:;()「」[\]<>@#&・~〜…/]+/u)
    .filter((word) => word !== "");
  if (words.length === 1) return (words[0]!.match(RUN) ?? []).slice(0, -1).slice(0, 1).filter(isLikely);
  const whole = [...new Set(words.flatMap((word) => [word, ...(word.match(RUN) ?? [])]))].filter(isLikely);
  return [...new Set([...whole, ...whole.flatMap(beginnings)])].slice(0, MOST);
}

function isLikely(run: string): boolean {
  return (
    [...run].length >= SHORTEST &&
    !NO_NAMES.test(run) &&
    !TRADE.test(run) &&
    !/^\d+$/.test(run) &&
    !findVerb(run)
  );
}

/** Ever shorter beginnings, down to half: what is cut further off is another name. */
function beginnings(run: string): string[] {
  const letters = [...run];
  const shortest = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(run) ? SHORTEST_KANA : SHORTEST;
  const least = Math.max(shortest, Math.ceil(letters.length / 2));
  const found: string[] = [];
  for (let length = letters.length - 1; length >= least; length--)
    found.push(letters.slice(0, length).join(""));
  return found;
}
