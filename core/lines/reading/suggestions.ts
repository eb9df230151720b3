import { type BusinessCalendar, onBusinessDay } from "../../japanese/index.ts";
import type { Activity } from "./activities.ts";
import type { Judged } from "./judge-moments.ts";
import { resolveDay } from "./resolve-day.ts";
import type { ContactResult, Day, Due, HistoryKind, Suggestion } from "./types.ts";

const CAUTION =
  /不具合|クレーム|苦情|トラブル|事故|不良|欠品|(?<!訪問|アポ|打合せ|打ち合わせ|予約|来社)キャンセル|解約|激怒|お?怒り|怒って|お叱り|叱られ|地雷|要注意|出入り禁止|出禁|未入金|倒産|与信|支払遅/;
const MASTER =
  /(?:締め|〆日|締日|サイト|支払).{0,20}?(?:→|変更|したい|に(?:する|なる|し)|延長|短縮|希望)|確度|(?:担当|窓口).{0,24}?(?:変更|交代|交替|代わ|変わ|替わ)|移転|社名変更|住所変更|異動|退職|(?:電話|番号|メアド|アドレス)が?(?:変更|変わ)|代替わり|合併|取引停止/;

/** True when the customer's terms, people or address change: a proposal, for a line never changes them. */
export function changesMasterData(words: string): boolean {
  return MASTER.test(words);
}

/** True when the words tell of trouble: that is history, whatever is planned about it. */
export function isTrouble(words: string): boolean {
  return CAUTION.test(words) || MASTER.test(words);
}

export interface Told {
  words: string;
  body: string;
  kind: HistoryKind | null;
  activity: Activity | null;
  result: ContactResult | null;
  judged: readonly Judged[];
  today: Day;
  calendar?: BusinessCalendar | undefined;
}

/** What a surface may offer beside the entry. A line never marks, changes or plans any of it by itself. */
export function suggestionsFor(told: Told): Suggestion[] {
  const { words, kind } = told;
  const suggestions: Suggestion[] = [];
  const caution = CAUTION.exec(words);
  if (caution) suggestions.push({ kind: "caution", text: caution[0] });
  if (changesMasterData(words)) suggestions.push({ kind: "master_data", text: told.body });
  if (kind !== "won") suggestions.push(...factDays(told));
  if (kind === "visit" && told.result === "absent") suggestions.push({ kind: "revisit", text: "再訪" });
  if (kind === "won" || kind === "lost") suggestions.push({ kind: "deal", text: told.body });
  if ((kind === "note" || kind === "contact") && !told.activity)
    suggestions.push({ kind: "channel", text: "" });
  if (kind !== null && /日程(?:調整|の?相談|伺い|確認)/.test(words))
    suggestions.push({ kind: "visit_date", text: told.body });
  return suggestions;
}

/** The day of a fact still to come (納期12/10), for 予定に入れる. */
export function factDay(fact: Judged, today: Day, calendar?: BusinessCalendar): Due | null {
  if (fact.role !== "fact" || !fact.moment.day) return null;
  const resolved = resolveDay(fact.moment.day, "future", today);
  if ("doubt" in resolved) return null;
  const { snap } = resolved;
  const date = snap
    ? onBusinessDay(resolved.date, snap === "first" ? "next" : "previous", calendar)
    : (resolved.to ?? resolved.date);
  if (date < today) return null;
  return { date, time: null, precision: resolved.precision };
}

function factDays(told: Told): Suggestion[] {
  return told.judged.flatMap((one): Suggestion[] => {
    if (one.role !== "fact" || one.label === "締め") return [];
    const due = factDay(one, told.today, told.calendar);
    return due ? [{ kind: "calendar", text: one.label || one.moment.text, due }] : [];
  });
}
