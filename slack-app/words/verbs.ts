import { wordKey } from "./fold.ts";

/** What `/crm` does with a line that begins with a verb. */
export type VerbId =
  | "find"
  | "log"
  | "promise"
  | "follow"
  | "appointment"
  | "message"
  | "done"
  | "snooze"
  | "today"
  | "handover"
  | "duplicates"
  | "help"
  | "open"
  | "later";

export interface Verb {
  id: VerbId;
  /** As it is written on labels and in examples. */
  name: string;
  aliases: readonly string[];
  /**
   * What may stand behind it. "line": a typed line, of which the word itself may be a part · "name": a customer or
   * nothing · "range": nothing or a word such as 今週 · "nothing".
   */
  takes: "line" | "name" | "range" | "nothing";
  /** The word tells something itself (電話 田中商事 …), so the line is read with it. */
  keepsWord?: boolean;
}

const words = (list: string): string[] => list.trim().split(/\s+/);

/** The verbs of this release, and those that later ones bring, with everything that people type for them. */
export const verbs: readonly Verb[] = [
  {
    id: "find",
    name: "検索",
    aliases: words("けんさく さがす 探す 誰 だれ どこ 客 s find search"),
    takes: "name",
  },
  { id: "log", name: "記録", aliases: words("きろく ログ メモ めも 報告 + l log"), takes: "line" },
  {
    id: "log",
    name: "電話",
    aliases: words("でんわ tel 📞 ☎ :telephone_receiver: :phone: 架電 荷電 入電 受電 call"),
    takes: "line",
    keepsWord: true,
  },
  { id: "log", name: "訪問", aliases: words("ほうもん 往訪 行った visit"), takes: "line", keepsWord: true },
  { id: "log", name: "来社", aliases: [], takes: "line", keepsWord: true },
  {
    id: "log",
    name: "打合せ",
    aliases: words("打ち合わせ 打合わせ うちあわせ mtg 会議 zoom meeting"),
    takes: "line",
    keepsWord: true,
  },
  { id: "log", name: "メール", aliases: words("mail email"), takes: "line", keepsWord: true },
  { id: "log", name: "FAX", aliases: words("ファックス"), takes: "line", keepsWord: true },
  { id: "log", name: "面談", aliases: words("商談"), takes: "line", keepsWord: true },
  { id: "promise", name: "約束", aliases: words("やくそく 宿題 回答 〆切 promise"), takes: "line" },
  {
    id: "follow",
    name: "フォロー",
    aliases: words("ふぉろー 予定 次回 やること todo タスク リマインド f follow"),
    takes: "line",
  },
  {
    id: "appointment",
    name: "アポ",
    aliases: words("あぽ ap 訪問予定 アポ取れた appointment"),
    takes: "line",
  },
  {
    id: "message",
    name: "伝言",
    aliases: words("でんごん 折返し 折り返し おりかえし 電話あり telあり message"),
    takes: "line",
  },
  {
    id: "done",
    name: "済",
    aliases: words("すみ 済み 完了 終わり おわり ok ✅ :white_check_mark: done"),
    takes: "name",
  },
  { id: "snooze", name: "延期", aliases: words("あとで 明日に ずらす リスケ snooze"), takes: "name" },
  {
    id: "today",
    name: "今日",
    aliases: words("きょう 明日 今週 期限切れ 予定一覧 today tomorrow week overdue"),
    takes: "range",
  },
  {
    id: "handover",
    name: "引き継ぎ",
    aliases: words("引継ぎ 引継 ひきつぎ 担当変更 担当替え 交代 handover"),
    takes: "name",
  },
  {
    id: "duplicates",
    name: "重複",
    aliases: words("ちょうふく じゅうふく ダブり だぶり 名寄せ なよせ duplicates"),
    takes: "name",
  },
  { id: "help", name: "使い方", aliases: words("ヘルプ ? わからん つかいかた help"), takes: "nothing" },
  { id: "open", name: "公開", aliases: words("こうかい open"), takes: "nothing" },
  later("不在", "ふざい 休み 有給 代理 代行 留守 away"),
  later("案件", "あんけん 引合 引き合い deal"),
  later("見積", "みつもり 見積り 見積もり 見積書 quote"),
  later("受注", "決まった 取れた 🎉 :tada: won"),
  later("失注", "負け ボツ 見送り lost"),
  later("ヨミ", "よみ 読み ヨミ表 今月 見込 forecast"),
  later("問い合わせ", "問合せ といあわせ 質問 inquiry"),
  later("日報", "にっぽう 週報 report"),
  later("ご無沙汰", "ごぶさた 休眠 放置 ほったらかし quiet"),
  later("診断", "健康診断 しんだん 集計 health"),
  later("取込", "取り込み とりこみ インポート import"),
  later("取消", "とりけし 戻す 間違えた やめる undo"),
  later("設定", "せってい settings"),
];

function later(name: string, aliases: string): Verb {
  return { id: "later", name, aliases: words(aliases), takes: "line", keepsWord: true };
}

const byKey = new Map<string, Verb>(
  verbs.flatMap((verb) => [verb.name, ...verb.aliases].map((word) => [wordKey(word), verb] as const)),
);

/** The verb that a word means, in any width and writing. */
export function findVerb(word: string): Verb | undefined {
  return byKey.get(wordKey(word));
}

/** Signs that stand before a word without a blank: `?田中`, `＋田中商事…`, `📞田中商事`. */
export const attachedSigns: readonly { sign: string; verb: Verb }[] = ["?", "+", "📞", "☎", "✅", "🎉"].map(
  (sign) => ({ sign, verb: sign === "?" ? findVerb("検索")! : findVerb(sign)! }),
);
