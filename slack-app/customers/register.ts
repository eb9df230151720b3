import { getProfile, listHistory } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import type { Listener } from "../listen.ts";
import { updateView } from "../modals.ts";
import { pressed, pressedJson } from "../pressed.ts";
import { customerChoices } from "./choices.ts";
import { findMessage, loadProfileMessage } from "./find.ts";
import { historyModal } from "./history-view.ts";
import { customerIds } from "./ids.ts";
import { customerName, entryLine } from "./say.ts";

/** Hits of a search, the profile and the whole history. */
export function registerCustomers(listener: Listener): void {
  listener.action(customerIds.open, async (acting) => {
    await acting.reply(await loadProfileMessage(acting, pressed(acting.body)));
  });
  listener.action(customerIds.more, async (acting) => {
    const { q, cursor } = pressedJson(acting.body);
    await acting.reply(await findMessage(acting, String(q ?? ""), String(cursor ?? "")));
  });
  listener.action(customerIds.history, showHistory, { opensModal: true });
  listener.action(customerIds.olderHistory, showOlderHistory);
  listener.options(customerIds.pick, customerChoices);
}

async function showHistory(acting: Acting): Promise<void> {
  await acting.show(await historyPage(acting, pressed(acting.body)));
}

/** The button stands in the modal itself, which shows the next page in place. */
async function showOlderHistory(acting: Acting): Promise<void> {
  const { customerId, cursor } = pressedJson(acting.body);
  const view = acting.body.view as { id: string; hash: string };
  await updateView(acting.client, view, await historyPage(acting, String(customerId), String(cursor)));
}

async function historyPage(acting: Acting, customerId: string, cursor?: string) {
  const { host, call, speech } = acting;
  const [profile, page] = await Promise.all([
    host.ask(getProfile, { customerId, historyLimit: 0 }, call),
    host.ask(listHistory, { customerId, limit: 20, ...(cursor && { cursor }) }, call),
  ]);
  return historyModal(
    {
      customerId,
      name: customerName(profile),
      lines: page.items.map((entry) => entryLine(entry, profile, speech)),
      nextCursor: page.nextCursor,
    },
    speech,
  );
}
