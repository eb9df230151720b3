import { chooseLongest, overlaps } from "./spans.ts";
import type { Direction, HistoryKind, Span } from "./types.ts";

/** A word that says how people were in touch. */
export interface Activity extends Span {
  kind: HistoryKind;
  direction: Direction;
  /** The words tell more than the kind (他社に決まった): they stay in the summary. */
  telling: boolean;
}

const DID =
  "(?:(?:送信|送付|受信)(?:済み?)?)?(?:\\s(?=しました|した|です))?(?:です|でした|(?:を|が|にて|で)?(?:してきました|してきた|して来た|もらいました|もらった|もらい|いただきました|いただいた|いただき|頂きました|頂いた|頂き|しました|ました|いたしました|致しました|いたしまして|しまして|するも|して(?!ほし|欲し|くだ|下さ|おき|おく)|した(?!い|ら)|したが|したけど|したら|あって|ありまして|あり(?:ました|ます)?|あった|ある|入(?:り|った|りました)|かかってき(?:た|ました)|来(?:た|ました)|きました|きた|済み?|受け(?:た|ました)?|し(?=[、,]))|にて|で|を|が)?";

const WORDS: [HistoryKind, Direction, string][] = [
  ["call", "in", "(?:お電話|御電話|ご連絡電話)(?:が|を|で)?(?:あり|頂|いただ|入|もら)"],
  [
    "call",
    "in",
    "(?:電話|でんわ|デンワ|tel)(?:が|を)?(?:あり(?!がと)|あった|もら|いただ|頂|かかって|入っ|来た|きた)",
  ],
  ["call", "in", "入電|受電|着信|不在着信|不着"],
  ["call", "out", "発信"],
  [
    "call",
    "out",
    "(?<=[にへ\\s、。\u0000])(?:かけた|掛けた|かけました|掛けました|かけてみた)(?:けど|けれど|が|ら)?|(?<![a-z])(?:called|phoned|phone call)(?![a-z])",
  ],
  [
    "call",
    "unknown",
    "お電話|御電話|電話(?!番号|帳|口|機|代|対応|会議)|でんわ|デンワ|(?<![a-z])tel(?![a-z])|テル(?=し|で|[\\s、])|📞|☎|📱|☏|架電|荷電|コール(?=し|で|[\\s、。]|$)|留守電|(?<![a-z])call(?![a-z])",
  ],
  [
    "visit",
    "out",
    "訪問(?!先|介護|着|販売|者)|ほうもん|往訪|行った|行ってき(?:た|ました)|いってき(?:た|ました)|行きました|伺った|伺いました|うかがいました|お伺いし|寄った|寄ってき|立ち寄り|立寄り|顔出し|飛び込み|飛込み|直訪|定期巡回|(?<=[にへ\\s、。\u0000])いきました|(?<![a-z])visit(?:ed)?(?![a-z])",
  ],
  [
    "visitor",
    "in",
    "ご?来社|ご?来店|ご?来訪|来客|来てくれた|(?<=\u0000[がも]?)(?:来た|きた|来ました|きました|来られ(?:た|ました)|みえ(?:た|ました)|見え(?:た|ました)|いらした|いらっしゃ(?:った|いました))(?=[\\s、。!]|$)",
  ],
  [
    "meeting",
    "unknown",
    "打ち?合わ?せ|打ちあわせ|うちあわせ|うち合わせ|打合(?!わ?せ)|(?<![a-z])mtg(?![a-z])|ミーティング|(?:(?:web|ウェブ|オンライン)で?の?)?(?:打ち?合わ?せ|会議(?!室)|面談)|電話会議|会議(?!室)|(?<![a-z])zoom(?![a-z])|(?<![a-z])teams(?![a-z])|面談|商談|(?<![a-z])(?:meeting|met with)(?![a-z])",
  ],
  ["mail", "unknown", "メール(?!アドレス|アド)|めーる|(?<![a-z])e?-?mail(?:ed)?(?![a-z])|✉|📧|📩"],
  ["fax", "unknown", "(?<![a-z])fax(?![a-z])|ファックス|ファクス|ふぁっくす|📠"],
  [
    "won",
    "unknown",
    "受注(?!残|予定|見込|でき|後|前|確度|確率|したい|目標|額|ほしい|欲しい|取りたい|状況|生産|いけ)|成約|🎉|(?<=^|[\\s、。!\u0000])(?:決まった|決まりました|取れた|取れました|とれた)(?=[\\s、。!]|🎉|✨|$)",
  ],
  ["lost", "unknown", "失注"],
  ["message", "in", "伝言|でんごん"],
  [
    "contact",
    "in",
    "ご?連絡(?:が|を)?(?:あり(?!がと)|もら|いただ|頂|来|き(?:た|ました)|入)|問い?合わ?せ(?:が|を)?(?:あり|もら|いただ|来)|LINE(?:が|で|きた|来)",
  ],
  [
    "contact",
    "unknown",
    "(?<=[と\u0000])(?:お?話し?(?:した|しました|しまして|できた|できました)|はなし(?:た|ました|まして))",
  ],
];

const TELLING: [HistoryKind, Direction, string][] = [
  ["visit", "out", "名刺(?:だけ|のみ)?(?:を)?(?:置|おいて)"],
  [
    "meeting",
    "unknown",
    "会食|会え(?:た|ました|まして)|お会い(?:でき|し)(?:た|ました|まして)|会ってき(?:た|ました)|(?<=[とに])会(?:った|いました)",
  ],
  [
    "won",
    "unknown",
    "内示(?:もら|いただ|あり|出)|ご?発注(?:を)?(?:いただ|頂|もら)|ご?注文(?:を)?(?:いただ|頂|もら)|契約(?:取れ|とれ|いただ|成立|もら)|(?:注文書|発注書)(?:が|を)?(?:受領|もら|いただ|到着|届|来た|きた)",
  ],
  [
    "lost",
    "unknown",
    "負けた|負けました|ボツ|見送り(?!の可能性|か)|(?:他社|よそ)に(?:決ま|取られ|流れ|とられ)|案件(?:消滅|流れ)|失注",
  ],
];

const PATTERNS = [
  ...WORDS.map((words) => ({ words, tail: DID, telling: false })),
  ...TELLING.map((words) => ({ words, tail: "", telling: true })),
].map(({ words: [kind, direction, words], tail, telling }) => {
  return { kind, direction, telling, pattern: new RegExp(`(?:${words})${tail}`, "gi") };
});

/** Finds every word of contact with the verb behind it (電話しました), outside `blocked`. */
export function findActivities(line: string, blocked: readonly Span[]): Activity[] {
  const found: Activity[] = [];
  for (const { kind, direction, telling, pattern } of PATTERNS) {
    for (const match of line.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (isOnlyTopic(line, span) || blocked.some((other) => overlaps(other, span))) continue;
      found.push({ ...span, kind, direction, telling });
    }
  }
  return chooseLongest(found);
}

// 打合せの件でtel is a call; 再コール, 再訪問 and 訪問予定 speak of the future; 折り返し電話 too.
function isOnlyTopic(line: string, span: Span): boolean {
  if (
    /^の(?:件|話|日程|資料|議事録|お礼|御礼|案内|予定|約束|打診|依頼|アポ|キャンセル|延期|可否)|^(?:を)?(?:キャンセル|中止|延期|リスケ)/.test(
      line.slice(span.end),
    )
  )
    return true;
  return /(?:再|折り?返しの?お?|おりかえし)$/.test(line.slice(0, span.start));
}
