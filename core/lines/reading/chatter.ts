import type { Span } from "./types.ts";

const GREETING =
  /^(?:お疲れ(?:様|さま)?(?:です|でした)?|おつかれ(?:さま)?(?:です|でした)?|おつです|乙です|おはよう(?:ございます)?|こんにち[はわ]|こんばん[はわ]|お世話になって(?:おり|い)ます|お世話になります|すみません|すいません|了解(?:です|しました)?|報告です|はい(?=[、,。\s])|もしもし|ご報告(?:です)?|メモです)(?:[!、。,.\s~ー]|っす)*/;

const FILLER =
  /(?:えっとー?|えーっ?とー?|ええと|あのー+|えー+っ?(?=[、\s])|うーんと?|んーと?|そのー+|なんか(?=[、\s])|^あの(?!件|会社|時|人|お客|社長|場|話|後|日)|なんです(?:けれども|けれど|けど|が)(?=[、\s一-龠]|$))[、\s]*/g;

/** Greetings at the head and spoken fillers anywhere: words that say nothing about the customer. */
export function findChatter(line: string): Span[] {
  const spans: Span[] = [];
  const greeting = GREETING.exec(line);
  if (greeting && greeting[0].length > 0) spans.push({ start: 0, end: greeting[0].length });
  for (const match of line.matchAll(FILLER)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
