import { completeNextAction, snoozeNextAction } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { message, section } from "../blocks/index.ts";
import { textOf } from "../delivery.ts";
import type { Listener } from "../listen.ts";
import { pressed, pressedElement, pressedJson } from "../pressed.ts";
import { dateLabel } from "../words/days.ts";
import { nextActionIds } from "./ids.ts";
import { registerNotice } from "./notice.ts";
import { registerPlanning } from "./planning.ts";

/** 済 and 延期 beside a next action, what a colleague noted for somebody, and the modal that adds one. */
export function registerNextActions(listener: Listener): void {
  listener.action(nextActionIds.done, complete);
  listener.action(nextActionIds.snooze, snooze);
  registerNotice(listener);
  registerPlanning(listener);
}

async function complete(acting: Acting): Promise<void> {
  const { id } = pressedJson(acting.body);
  await acting.host.perform(completeNextAction, { nextActionId: String(id) }, acting.call, acting.once());
  await say(acting, acting.speech.t("slack.today.done_said"));
}

async function snooze(acting: Acting): Promise<void> {
  const blockId = textOf(pressedElement(acting.body).block_id) ?? "";
  const nextActionId = blockId.split(".")[1] ?? "";
  const dueOn = pressed(acting.body);
  if (dueOn === "") return;
  const done = await acting.host.perform(
    snoozeNextAction,
    { nextActionId, dueOn },
    acting.call,
    acting.once(),
  );
  const { t, today, locale } = acting.speech;
  const day = dateLabel(done.dueOn ?? dueOn, today, locale);
  const moved = done.shifted ? t("slack.plan.shifted", { because: done.shifted.because }) : "";
  await say(acting, `${t("slack.today.snoozed", { day })}${moved}`);
}

async function say(acting: Acting, text: string): Promise<void> {
  await acting.reply(message(text, [section(text)]));
}
