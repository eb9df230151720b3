import { describe, expect, test } from "vitest";
import { type Book, readLine } from "../../../core/lines/reading/index.ts";
import { aCustomer, aPerson, book } from "./book.ts";
import { brief } from "./brief.ts";

/** With names that hold words of contact, a person of a Western name, and a customer known by a code. */
const wider: Book = {
  ...book,
  customers: [
    ...book.customers,
    aCustomer("mail", "メール便センター"),
    aCustomer("mikazuki", "三日月製菓"),
    aCustomer("abc", "ABC商会"),
    aCustomer("sakura", "訪問看護さくら"),
    aCustomer("kanedai", "㈱カネダイ"),
    aCustomer("hamamatsu", "浜松精機", { names: ["20014"] }),
  ],
  people: [
    ...book.people,
    aPerson("smith", "ジョン スミス", "abc"),
    aPerson("kawaguchi", "川口", "sakura", "師長"),
    aPerson("takahashi-p", "高橋 進", "kanedai", "係長"),
  ],
};

/** Typed on Wednesday 2026-11-25 at ten. */
const LINES: [string, string][] = [
  ["みなと食品小林さんtel。点検は年明けでOK", "minato/kobayashi call 11/25T10:00 「点検は年明けでOK」"],
  [
    "三和電機さんTELするも不在、明日またかける",
    "sanwa-denki call(absent) 11/25T10:00 「不在」 | → follow 再電話 11/26",
  ],
  ["さっき丸八にかけたけど話し中", "maruhachi call(out,absent) 11/25T10:00 「話し中」"],
  [
    "三和電機電話不良品3個あったらしい明日引取",
    "sanwa-denki call 11/25T10:00 「不良品3個あったらしい」 | → promise 引取 11/26",
  ],
  ["北陸物産でんわ見積り火曜", "hokuriku call 11/25T10:00 「」 | → promise 見積提出 12/01"],
  ["20014 電話 図面来週", "hamamatsu call 11/25T10:00 「」 | → promise 図面送付 12/04 week"],
  ["20014tel 検収OK", "hamamatsu call 11/25T10:00 「検収OK」"],
  ["丸八 電話 型番20014の在庫", "maruhachi call 11/25T10:00 「型番20014の在庫」"],
  ["ABC商会のスミスさんと電話", "abc/smith call 11/25T10:00 「」"],
  ["訪問看護さくらの川口師長とでんわ ベッドの件", "sakura/kawaguchi call 11/25T10:00 「ベッドの件」"],
  ["メール 北陸物産 カタログ送付", "hokuriku mail 11/25T10:00 「カタログ送付」"],
  ["メール便センターへメール 料金表送った", "mail mail 11/25T10:00 「料金表送った」"],
  [
    "たなか商事の大阪 でんわ 納期回答あさって",
    "tanaka-osaka call 11/25T10:00 「大阪」 | → promise 納期回答 11/27",
  ],
  [
    "高橋さんから電話 サンプル届いた",
    "- call(in) 11/25T10:00 「サンプル届いた」 | ? 高橋さん: takahashi kanedai",
  ],
  ["みなと色品 訪問", "- visit(out) 11/25 「色品」 | ? みなと色品: minato"],
  ["みなと丸八 電話", "minato call 11/25T10:00 「」 | maruhachi call 11/25T10:00 「」"],
  [
    "北陸物産→不在、みなと食品→小林さんと面談",
    "hokuriku note(absent) 11/25T10:00 「→不在」 | minato/kobayashi meeting 11/25 「」",
  ],
  ["丸八の山田部長きた。単価の話", "maruhachi/yamada visitor(in) 11/25 「単価の話」"],
  ["北陸物産訪問してきます", "hokuriku | → appointment 訪問 - | ? due missing 11/26 11/30 12/02"],
  ["たかはしこうむてんにいきました", "takahashi visit(out) 11/25 「」"],
  ["今日 直行 みなと食品 9時", "minato visit 11/25T09:00 「」"],
  ["北陸物産 電話 検針日11/30に変更とのこと", "hokuriku call 11/25T10:00 「検針日11/30に変更とのこと」"],
  [
    "北陸物産 電話 営業時間9:00-17:00に変更とのこと",
    "hokuriku call 11/25T10:00 「営業時間9:00-17:00に変更とのこと」",
  ],
  ["北陸物産 tel 12/4の訪問を12/7に変更", "hokuriku call 11/25T10:00 「12/4」 | → appointment 訪問 12/07"],
  ["北陸物産 電話 3日かかると言われた", "hokuriku call 11/25T10:00 「3日かかると言われた」"],
  [
    "北陸物産 電話 毎週火曜に定例やりたいとのこと",
    "hokuriku call 11/25T10:00 「毎週火曜に定例やりたいとのこと」",
  ],
  ["北陸物産 電話 12.3見積", "hokuriku call 11/25T10:00 「」 | → promise 見積提出 12/03"],
  ["北陸物産 電話 13/5に見積", "hokuriku call 11/25T10:00 「」 | → promise 見積提出 - | ? due no_such_date "],
  ["北陸物産 電話 32日まで回答", "hokuriku call 11/25T10:00 「」 | → promise 回答 - | ? due no_such_date "],
  [
    "北陸物産 電話 火曜か水曜に見積",
    "hokuriku call 11/25T10:00 「」 | → promise 見積提出 - | ? due ambiguous 11/25 12/01 12/02",
  ],
  [
    "北陸物産 電話 なるはやで見積",
    "hokuriku call 11/25T10:00 「」 | → promise 見積提出 - | ? due missing 11/26 11/30 12/02",
  ],
  [
    "北陸物産 訪問 部長に相談して回答",
    "hokuriku visit(out) 11/25 「部長に相談して回答」 | → promise 部長に相談して回答 - | ? due missing 11/26 11/30 12/02",
  ],
  [
    "三和電機 訪問 図面受領 明日見積 金曜に訪問",
    "sanwa-denki visit(out) 11/25 「図面受領」 | → promise 見積提出 11/26 | → appointment 訪問 11/27",
  ],
  [
    "三和電機 昨日電話したが担当者不在 今日もう一度",
    "sanwa-denki call(absent) 11/24 「担当者不在」 | → follow もう一度 11/25",
  ],
  ["アポ 東海プラント 12/2 11時", "tokai | → appointment アポ 12/02 11:00"],
  [
    "北陸物産 電話 → 見積12/1 → 発注書12/8もらう予定",
    "hokuriku call 11/25T10:00 「」 | → promise 見積提出 12/01 | → follow 発注書 12/08",
  ],
  ["【北陸物産】電話：単価OK→明日見積", "hokuriku call 11/25T10:00 「単価OK」 | → promise 見積提出 11/26"],
  [
    "丸八:電話:山田部長:単価:12/1回答",
    "maruhachi/yamada call 11/25T10:00 「単価」 | → promise 単価の回答 12/01",
  ],
  ["・北陸物産 TEL ・単価OK ・12/1 見積", "hokuriku call 11/25T10:00 「単価OK」 | → promise 見積提出 12/01"],
  ["ﾎｸﾘｸﾌﾞｯｻﾝ ﾃﾞﾝﾜ ﾐﾂﾓﾘ ｱｼﾀ", "hokuriku call 11/25T10:00 「」 | → promise 見積提出 11/26"],
  [
    "みなとしょくひんのこばやしさんとはなしましてみつもりをあさってだします",
    "minato/kobayashi contact 11/25T10:00 「」 | → promise 見積提出 11/27",
  ],
  [
    "あの髙橋工務店なんですけど社長とやっと会えまして来月あたまに図面もらえることになりました",
    "takahashi meeting 11/25 「社長とやっと会えまして」 | → follow 図面もらえる 12/01",
  ],
  [
    "北陸物産訪問\n社長と面談\n値上げ了承\n見積 12/1まで",
    "hokuriku visit(out) 11/25 「社長と面談 値上げ了承」 | → promise 見積提出 12/01",
  ],
  ["北陸物産 電話 契約書 12/1 送付", "hokuriku call 11/25T10:00 「」 | → promise 契約書の送付 12/01"],
  ["北陸物産 call no answer", "hokuriku call(absent) 11/25T10:00 「no answer」"],
  ["call ABC商会 will send quote by Friday", "abc call 11/25T10:00 「will send」 | → promise quote 11/27"],
  ["ABC商会 visit yesterday, met new manager", "abc visit(out) 11/24 「met new manager」"],
  ["髙橋工務店 今日訪問 現場見た", "takahashi visit(out) 11/25 「現場見た」"],
  ["北陸物産　かけなおし　15時", "hokuriku | → follow 再電話 11/25 15:00"],
  [
    "北陸物産でんわ 担当の方お休み 木曜にかけ直し",
    "hokuriku call(absent) 11/25T10:00 「担当の方お休み」 | → follow 再電話 11/26",
  ],
  ["北陸物産さんからクレーム電話 ボルト錆", "hokuriku call(in) 11/25T10:00 「クレーム ボルト錆」"],
  ["三日月製菓 年末ギフトの見積 30日", "mikazuki | → promise 年末ギフトの見積 11/30"],
  [
    "北陸物産 電話 リストの件 今週中にもらう",
    "hokuriku call 11/25T10:00 「リストの件」 | → follow もらう 11/27 week",
  ],
  [
    "丸八 電話、北陸物産の紹介で。カタログ送付 明日",
    "maruhachi call 11/25T10:00 「北陸物産の紹介で。」 | → promise カタログ送付 11/26",
  ],
];

/** [typed at, line, reading]: around holidays and long closings. */
const SEASONS: [string, string, string][] = [
  [
    "2026-04-28T17:00",
    "東海プラント電話 5/4 定期修理開始とのこと",
    "tokai call 04/28T17:00 「5/4 定期修理開始とのこと」",
  ],
  ["2026-08-07T17:00", "髙橋工務店 電話 8/31〆で請求", "takahashi call 08/07T17:00 「8/31〆で請求」"],
  [
    "2026-04-20T17:00",
    "丸八 訪問 ゴールデンウィーク前に見積",
    "maruhachi visit(out) 04/20 「」 | → promise 見積提出 04/28",
  ],
  ["2026-08-07T17:00", "丸八tel 夏休み明け回答", "maruhachi call 08/07T17:00 「」 | → promise 回答 08/17"],
  ["2026-11-21T18:00", "三連休明け北陸物産に電話する", "hokuriku | → follow 電話 11/24"],
  [
    "2026-11-21T18:00",
    "東海プラントでんわ 祝日明けに見積",
    "tokai call 11/21T18:00 「」 | → promise 見積提出 11/24",
  ],
  [
    "2026-12-21T10:00",
    "東海プラントでんわ 正月明け見積",
    "tokai call 12/21T10:00 「」 | → promise 見積提出 2027/01/04",
  ],
];

describe("what thumbs type on a phone", () => {
  test.each(LINES)("reads %s", (typed, reading) => {
    expect(brief(readLine(typed, wider, { now: "2026-11-25T10:00", authorId: "sato" }))).toBe(reading);
  });

  test.each(SEASONS)("at %s reads %s", (now, typed, reading) => {
    expect(brief(readLine(typed, wider, { now, authorId: "sato" }))).toBe(reading);
  });

  test("leaves the title of an appointment to its verb where the line names only a day", () => {
    const reading = readLine(
      "東海プラント 12/2 11時",
      wider,
      { now: "2026-11-25T10:00", authorId: "sato" },
      "アポ",
    );

    expect(reading.nextActions).toMatchObject([{ kind: "appointment", title: "訪問" }]);
  });
});
