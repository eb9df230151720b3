import { foldText } from "../../japanese/index.ts";
import type { HistoryKind } from "./types.ts";

/** What the first word of a line, or the verb of `/crm`, asks for. */
export type LineVerb =
  | { is: "find" | "log" | "promise" | "follow" | "appointment" | "message" | "done" }
  | { is: "kind"; kind: HistoryKind };

const ALIASES: [LineVerb["is"], string][] = [
  ["find", "検索 けんさく さがす 探す 誰 だれ どこ 客 find s"],
  ["log", "記録 きろく ログ メモ めも 報告 l log"],
  ["promise", "約束 やくそく 宿題 回答 〆切 締切 promise"],
  ["follow", "フォロー ふぉろー 予定 次回 やること todo タスク リマインド f follow"],
  ["appointment", "アポ あぽ ap 訪問予定 アポ取れた アポとれた appointment"],
  ["message", "伝言 でんごん 折返し 折り返し おりかえし 電話あり telあり message"],
  ["done", "済 すみ 済み 完了 終わり おわり ok done 済んだ"],
];

const KINDS: [HistoryKind, string][] = [
  ["call", "電話 でんわ tel 架電 荷電 入電 受電 call"],
  ["visit", "訪問 ほうもん 往訪 行った visit"],
  ["visitor", "来社 visitor"],
  ["meeting", "打合せ 打ち合わせ うちあわせ mtg 会議 zoom 面談 商談 meeting"],
  ["mail", "メール mail email"],
  ["fax", "ファックス fax"],
  ["won", "受注 決まった 取れた won"],
  ["lost", "失注 負け ボツ 見送り lost"],
];

const VERBS = verbTable();
const SIGNS: Record<string, LineVerb> = {
  "+": { is: "log" },
  "✅": { is: "done" },
  "☑": { is: "done" },
  "📞": { is: "kind", kind: "call" },
  "🎉": { is: "kind", kind: "won" },
};

/** The verb a word stands for, in any width and kana; null when it is none of the log's. */
export function verbOf(word: string): LineVerb | null {
  const sign = SIGNS[word.replace(/\ufe0f/g, "").normalize("NFKC")];
  if (sign) return sign;
  // 済 and its kin only as a word of its own; a folded empty word is punctuation.
  return VERBS.get(foldText(word)) ?? null;
}

function verbTable(): Map<string, LineVerb> {
  const table = new Map<string, LineVerb>();
  for (const [is, words] of ALIASES) {
    for (const word of words.split(" ")) table.set(foldText(word), { is } as LineVerb);
  }
  for (const [kind, words] of KINDS) {
    for (const word of words.split(" ")) table.set(foldText(word), { is: "kind", kind });
  }
  return table;
}
