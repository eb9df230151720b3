import { listMyNextActions, listNextActions } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import type { Message } from "../blocks/index.ts";
import { addDays } from "../words/days.ts";
import { wordKey } from "../words/fold.ts";
import { asOwn, LISTED, plannedMessage } from "./list-view.ts";

export type Range = "today" | "tomorrow" | "week" | "overdue" | "all";

/** Which days a word asks for: 今日, 明日, 今週, 期限切れ, 予定一覧. */
export function rangeOf(word: string): Range {
  const key = wordKey(word);
  if (/^(明日|あした|あす|tomorrow)$/.test(key)) return "tomorrow";
  if (/^(今週|来週|week)$/.test(key)) return "week";
  if (/^(期限切れ|期限ぎれ|overdue)$/.test(key)) return "overdue";
  if (/^(予定一覧|全部|すべて|all)$/.test(key)) return "all";
  return "today";
}

/** The person's own next actions of a range, those that are overdue first. */
export async function todayMessage(acting: Acting, range: Range): Promise<Message> {
  const { host, call, speech } = acting;
  const title = speech.t(`slack.today.title.${range}`);
  if (range === "tomorrow") {
    const day = addDays(speech.today, 1);
    const ownerId = acting.member.memberId;
    const { items, nextCursor } = await host.ask(
      listNextActions,
      { ownerId, from: day, until: day, limit: LISTED },
      call,
    );
    return plannedMessage(title, asOwn(items), nextCursor !== null, speech);
  }
  const { items, nextCursor } = await host.ask(listMyNextActions, { range, limit: LISTED }, call);
  return plannedMessage(title, asOwn(items), nextCursor !== null, speech);
}
