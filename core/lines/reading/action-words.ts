import { withoutPictures } from "./tidy.ts";
import type { Span } from "./types.ts";

/** What somebody has to do. promise: the customer waits · follow: our own wish · meet: both are there · call: a word of contact. */
export type ActionClass = "promise" | "follow" | "meet" | "call";

const CLASSES: [ActionClass, string][] = [
  [
    "follow",
    "もう一度|もういちど|再コール|再電話|再tel|再架電|再連絡|再訪問?|再度|再アプローチ|再提案|再チャレンジ|再打診|再フォロー|フォロー(?:アップ|コール)?|ふぉろー|様子(?:見|うかがい|伺い)?|仕切り?直し|しきりなおし|出直し|リマインド|追いかけ|後追い|追客|掘り起こし|次回|また(?=電話|tel|連絡|訪問|行|かけ|架電|メール|[\\s、。]|$)|改めて|あらためて|ヒアリング|打診|催促|プッシュ|督促|声かけ|声掛け|かけ直し?|掛け直し?|かけなお[しす]|(?:また)?かけ(?=ます|る|$)|確認(?!して|の?うえ|書)|状況確認|要フォロー|年末挨拶|挨拶|あいさつ",
  ],
  [
    "meet",
    "訪問(?!先|着)|往訪|ほうもん|お?伺|うかが|行く|行き(?!違)|行って(?=き|まい)|いって(?=き|まい)|いきます|寄る|寄ります|ご?来社|ご?来訪|ご?来店|打ち?合わ?せ|打ちあわせ|うちあわせ|うち合わせ|打合(?!せ|わせ)|(?<![a-z])mtg(?![a-z])|ミーティング|会議|面談|商談|アポ(?:イント)?|あぽ|会食|接待|ゴルフ|立会い?|立ち会い|現調|現地調査|現場調査|現地確認|現場確認|現物確認|定例会?|例会|懇親会|内覧|下見|セミナー|研修会|見学|視察|(?<![a-z])zoom(?![a-z])|(?<![a-z])teams(?![a-z])|デモ|プレゼン|説明会|忘年会|新年会|会う|お会い|会って",
  ],
  [
    "promise",
    "お?見積(?:もり|り|書)?|みつもり|みつも|ご?回答|かいとう|へんとう|返答|ご?返事|へんじ|折り?返し|折返|おりかえし|提出|ご?送付|送り|送る|おくる|郵送|発送|納品|納入|手配|ご?提案書?|ご?報告書?|資料|サンプル|カタログ|図面|請求書?|持参|お持ち|持って行|届け|ご?連絡(?!先|網|帳)|修理|対応|是正|確認して|確認の?うえ|調べ|宿題|返信|契約書|注文書|仕様書|企画書|出す|出します|用意|準備|納期回答|価格表|単価表|持ち帰り|引き?取り?(?!引)|回収|配達|発注書|請書|検収書|成績書|申込書|(?<![a-z])(?:quote|quotation|estimate|proposal|reply|send)(?![a-z])",
  ],
  [
    "call",
    "お?電話|でんわ|(?<![a-z])tel(?![a-z])|架電|荷電|コール|メール|めーる|(?<![a-z])fax(?![a-z])|ファックス|ファクス|📞",
  ],
];

const ACTION = new RegExp(CLASSES.map(([name, words]) => `(?<${name}>${words})`).join("|"), "gi");

/** Past as people type it: 〜した, 済, もらった. */
export const PAST_FORM =
  /した(?![いら])|ました(?!ら)|でした|だった|かった|(?<![もと])った(?!ら)|いた(?![いだしら])|れた(?!ら)|せた|んだ(?![けが])|きた(?![いら])|えた(?!ら)|けた|めた|てた|(?<=[一-龠])た(?=[\s、。!]|$)|済(?!み?次第)|完了|終了|終わり/;
/** Words that tell how something went, so a bare day beside them lies behind. */
export const RESULT_WORDS =
  /不在|留守|まだ(?!です)|未だ|進展なし|進展無し|進展ナシ|動きなし|変わらず|変化なし|反応|変わった|好感触|感触|手応え|とのこと|との事|だそう|そうです|らしい|断られ|(?<![a-z])ok(?![a-z])|(?<![a-z])ng(?![a-z])|渡し(?!ます|に)|渡した|置いて|出ず|つながら|繋がら|会えず|良し|良かった|もらい|いただき(?!たい|ます)|頂き(?!たい|ます)|無事|受領|厳しい|難しい|高い|怒/i;
/** Words that announce. */
export const PLAN_WORDS =
  /予定|行きます|いきます|行く(?!え)|伺います|伺う|うかがいます|アポ(?!なし|無し|ナシ)|つもり|予約|直行|直帰|しに(?:行|い)|お願いします|確定|ことにな|ことになり/;
/** A plain present: 〜します, 〜する. */
export const INTENT =
  /します(?!た)|(?<!の)する(?!と|か|も)|しとく|しておく|しときます|ます(?=$|[\s、。!])|こう(?=$|[\s、。!])/;
/** The customer asks for it. */
export const WISH =
  /ほしい|欲しい|ほしく|希望|お願い|おねがい|ください|下さい|くれ(?!た|ま|る)|依頼|要望|求め|乞う|急ぎで|至急/;
/** The customer gives it to us: we wait, nobody waits for us. */
export const GIVEN = /もらえる|もらえそう|もらう|くれる|いただける|頂ける|待ち|届く予定|来る予定/;

/** The last word of action: Japanese says at the end what is to be done. Null when there is none. */
export function lastAction(words: string): { class: ActionClass; span: Span } | null {
  let last: { class: ActionClass; span: Span } | null = null;
  for (const match of words.matchAll(ACTION)) {
    const found = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined);
    if (found)
      last = {
        class: found[0] as ActionClass,
        span: { start: match.index, end: match.index + match[0].length },
      };
  }
  return last;
}

const BARE: [RegExp, string][] = [
  [
    /^お?(?:見積(?:もり|り)?|みつもり|みつも)(?:書)?(?:を|の)?\s?(?:出す|出し|提出|送付|送る|送り)?$/,
    "見積提出",
  ],
  [/^(?:お|ご)?(?:折り?返し|おりかえし)(?:の?(?:お電話|電話|tel|連絡))?$/i, "折り返し"],
  [/^(?:お)?(?:打ち?合わ?せ|打ちあわせ|うちあわせ|うち合わせ|打合|mtg|ミーティング)$/i, "打合せ"],
  [/^(?:お)?(?:電話|でんわ|tel|架電|荷電|コール|📞)$/i, "電話"],
  [/^(?:ほうもん|往訪|訪問)日?$/, "訪問"],
  [/^(?:お)?送(?:り|る|付)$/, "送付"],
  [
    /^(?:行く|行き|行ってき?|いってき?|いく|いき|お?伺い?う?|うかがう?|寄る)(?:きます|くる|まいります)?$/,
    "訪問",
  ],
  [/^(?:ご)?回答$|^かいとう$/, "回答"],
  [/^(?:ご)?(?:返事|へんじ)$/, "返事"],
  [
    /^(?:また|再度|改めて)?(?:かけ|掛け)(?:直し|直す|なおし|なおす|る)?$|^また(?:電話|tel|でんわ)$/i,
    "再電話",
  ],
  [/^(?:あぽ|アポ(?:イント)?|AP)$/i, "アポ"],
];
const SENT = /^(?:サンプル|カタログ|資料|図面|価格表|単価表|請求書|契約書|仕様書|提案書|企画書|納品書)$/;

const ENDINGS =
  /(?:して|を|の)?(?:(?:ほしい|欲しい|ほしく|希望|お願い(?:します|したい|いたします)?|おねがい(?:します)?|ください|下さい|くれ|依頼|要望)(?:との?(?:こと|事))?(?:だ?そうです|です|あり|で)?|されます|して(?:きます|きまーす|くる|来ます|まいります|参ります)|しときます|しとく|しておきます|しておく|いたします|致します|(?<=[一-龠]{2}|[ァ-ヶーぁ-んA-Za-z])します|する(?:予定|つもり|こと)?|(?:の)?予定(?:です)?|っす|です|でした|だそうです|そうです|との?(?:こと|事)(?:です|でした)?|になりました|になった|って(?:こと)?|(?<=.)(?:を)?もらいました|(?<=.)(?:を)?もらった|(?<=.)が?入りました|(?<=.)が?入った|(?<=.)(?:する)?約束(?:を)?(?:しました|した)?|に決定|で確定|が?取れた|が?とれた|が?取れました|(?:する)?こと(?:になりました|になった|に|で)?|ます|(?<=.{2})(?:し)?たい|(?<=.)(?:の)?(?:期限|締切|〆切)|(?<=.)確定|(?<=.{2})(?:必要|要)|ね|よ|だ)+$/;

/** A short name for what is to be done: no leading particles, no polite endings, the usual word for the usual thing. */
export function titleFrom(words: string): string {
  let title = tidyEdges(words);
  for (
    let shorter = title.replace(ENDINGS, "");
    shorter !== "" && shorter !== title;
    shorter = title.replace(ENDINGS, "")
  ) {
    title = tidyEdges(shorter);
  }
  if (/^次回?は?$/.test(title)) return "";
  title = title.replace(/^次回(?:は|も|、|\s)*(?=\S)/, "");
  title = title.replace(/(?<=を)出し$/, "出す").replace(/伺い$/, "伺う");
  if (SENT.test(title)) return `${title}送付`;
  for (const [pattern, name] of BARE) if (pattern.test(title)) return name;
  return title;
}

function tidyEdges(words: string): string {
  return withoutPictures(words)
    .replace(/[\s\u0000]+/g, " ")
    .replace(
      /^(?:(?:なるはやで?|なる早で?|早急に|早めに|早いうちに|近々|近いうちに|そのうち|後日|追って|大至急|至急|急ぎで|までに|まで|迄に|迄|中に|以内に|以内|締切|〆切|必着で?|必達で?|厳守で?|着で)|[、。,.!?:→>~\-\s])+/,
      "",
    )
    .replace(/[、。,.!?:→>~\s([「【]+$|(?<=[っす])[w笑]+$/, "")
    .replace(/(?<=[一-龠々ァ-ヶー])(?:は|を|が|に|で|と)$/, "")
    .trim();
}
