import { listNextActions } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { search } from "../customers/find.ts";
import { searchMessage } from "../customers/search-view.ts";
import { LISTED, plannedMessage } from "../next-actions/list-view.ts";
import { todayMessage } from "../next-actions/today.ts";
import { answerLine } from "./no-verb.ts";
import { record } from "./record.ts";

/** `済 丸八`: the open promise of the customer is done; alone it shows what could be. */
export async function finishCustomer(acting: Acting, rest: string): Promise<void> {
  if (rest === "") return acting.reply(await todayMessage(acting, "all"));
  await record(acting, { text: rest, verb: "済" }, acting.once());
}

/** `延期 丸八`: what is open with the customer, each with a day to choose. */
export async function postpone(acting: Acting, rest: string): Promise<void> {
  if (rest === "") return acting.reply(await todayMessage(acting, "all"));
  const { host, call, speech } = acting;
  const hits = await search(acting, rest, 10);
  const [first, ...others] = hits.items;
  if (!first) return answerLine(acting, rest);
  if (others.length > 0 && first.name !== rest) return acting.reply(searchMessage(rest, hits, speech));
  const { items, nextCursor } = await host.ask(
    listNextActions,
    { customerId: first.customerId, limit: LISTED },
    call,
  );
  const title = speech.t("slack.today.of_customer", { name: first.name });
  await acting.reply(plannedMessage(title, items, nextCursor !== null, speech));
}
