import { completeNextAction, getNextAction, logHistory } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import type { Listener } from "../listen.ts";
import { pressed } from "../pressed.ts";
import { nextActionIds } from "./ids.ts";
import { type Assigned, settledMessage } from "./notice-view.ts";

/** 済み and 連絡した on the message that told somebody of what a colleague noted for them. */
export function registerNotice(listener: Listener): void {
  listener.action(nextActionIds.noticeDone, async (acting) => {
    await settle(acting, await complete(acting), "slack.notice.done_said");
  });
  listener.action(nextActionIds.noticeContacted, contacted);
}

/** Only whoever was the first to complete it logs it: two presses are one call to the customer. */
async function contacted(acting: Acting): Promise<void> {
  const { host, call, speech } = acting;
  const action = await complete(acting);
  if (!action.customerId) return settle(acting, action, "slack.notice.done_said");
  await host.perform(
    logHistory,
    {
      customerId: action.customerId,
      kind: "contact",
      direction: "out",
      occurredAt: acting.sentAt.toISOString(),
      body: speech.t("slack.notice.contacted_body", { title: action.title }),
    },
    call,
    acting.once("log"),
  );
  await settle(acting, action, "slack.notice.contacted_said");
}

async function complete(acting: Acting): Promise<Assigned & { customerId: string | null }> {
  const nextActionId = pressed(acting.body);
  await acting.host.perform(completeNextAction, { nextActionId }, acting.call, acting.once());
  return acting.host.ask(getNextAction, { nextActionId }, acting.call);
}

async function settle(acting: Acting, action: Assigned, said: string): Promise<void> {
  await acting.reply(settledMessage(action, acting.speech.t(said), acting.speech), "replace");
}
