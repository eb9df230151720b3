import { BEHIND_NAME } from "./titles.ts";

const FOLLOWER = new RegExp(
  `^(?:$|[\\s、。,.!?！？…・:;/()<>「」~→&+＋@#-]|\\p{Extended_Pictographic}|[\\d]|${BEHIND_NAME}|御中|の|に|へ|と|は|が|を|も|で|から|より|や|まで|宛|行|でんわ|デンワ|電話|お電話|tel|架電|荷電|入電|受電|着信|訪問|往訪|ほうもん|来社|来店|来訪|打合|打ち合|打ちあ|うちあわせ|mtg|会議|面談|商談|zoom|teams|メール|めーる|mail|fax|ファ[ック]|受注|失注|内示|成約|見積|みつもり|アポ|あぽ|回答|提出|不在|留守|クレーム|引合|伝言|でんごん|折返|折り返|社内|今日|昨日|明日|本日|来週|今週|先週|再来週|再|次回|約束|新規|単価|納期|納品|値上|支払|入金|契約|担当|購買|総務|経理|品証|品質|技術|製造|営業|案件|検討|進展|返事|連絡|発注|注文|サンプル|カタログ|図面|請求|済)`,
  "iu",
);

const LEADER =
  /(?:^|[\s、。,.!?！？…・:;/()<>「」~→&+＋@#\d-]|\p{Extended_Pictographic}|[とでにのはがをへもや]|でんわ|電話|tel|架電|荷電|訪問|往訪|来社|来店|打合せ|打ち合わせ|mtg|会議|面談|商談|メール|fax|ファックス|ファクス|受注|失注|成約|見積|約束|伝言|済|済み|フォロー|アポ|メモ|今日|昨日|明日|明後日|本日|来週|今週|先週|曜|曜日|[月火水木金土日]|時|分|半|末|明け|朝一|朝イチ|午前|午後|夕方|件|様|さん|から|まで|今|直行|直帰|代)$/iu;

/** True when a name could end here: what follows is a particle, a gap, or a word of this trade. */
export function nameMayEnd(line: string, end: number): boolean {
  return FOLLOWER.test(line.slice(end, end + 12));
}

/** True when a name could begin here and is not the tail of a longer one (新|田中商事). */
export function nameMayBegin(line: string, start: number): boolean {
  const before = line.slice(0, start);
  if (LEADER.test(before)) return true;
  return scriptOf(before.at(-1)!) !== scriptOf(line[start]!);
}

/** True when the name and what follows are written in one script without a break. */
export function runsOn(line: string, end: number): boolean {
  const next = line[end];
  return next !== undefined && scriptOf(next) !== "other" && scriptOf(next) === scriptOf(line[end - 1]!);
}

function scriptOf(char: string): string {
  if (/[一-龠々]/.test(char)) return "kanji";
  if (/[ァ-ヶー]/.test(char)) return "katakana";
  if (/[ぁ-ん]/.test(char)) return "hiragana";
  return /[A-Za-z]/.test(char) ? "latin" : "other";
}
