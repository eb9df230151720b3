import {
  amendLine,
  answerLine,
  cancelLine,
  EnishiError,
  getLine,
  getProfile,
  isEnishiError,
} from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { customerIds } from "../customers/ids.ts";
import { customerName } from "../customers/say.ts";
import { asObject, textOf } from "../delivery.ts";
import type { Listener } from "../listen.ts";
import { metadataOf, pressed, pressedElement, pressedJson } from "../pressed.ts";
import { formValues } from "../submission.ts";
import { amend, openAmend } from "./amend.ts";
import { cancelledMessage, echoMessage } from "./echo-view.ts";
import { lineIds, readQuestionBlock } from "./ids.ts";
import { chooseModal, logModal } from "./log-view.ts";
import { record } from "./record.ts";

/** Typed lines: what was offered, asked, mended, taken back. */
export function registerLines(listener: Listener): void {
  listener.action(lineIds.record, recordOffered);
  listener.action(lineIds.answer, (acting) => answerFrom(acting, pressedJson(acting.body)));
  listener.action(lineIds.keep, (acting) => answerFrom(acting, pressedJson(acting.body)));
  listener.action(lineIds.answerDay, answerDay);
  listener.action(lineIds.plan, plan);
  listener.action(lineIds.cancel, cancel);
  listener.action(lineIds.amend, openAmend, { opensModal: true });
  listener.view(lineIds.amendView, amend);
  listener.action(lineIds.chooseCustomer, openChoose, { opensModal: true });
  listener.view(lineIds.chooseView, choose);
  listener.action(customerIds.log, openLog, { opensModal: true });
  listener.view(lineIds.logView, log);
}

/** Keyed by the offer, not by the press: two quick presses record once. */
async function recordOffered(acting: Acting): Promise<void> {
  const pressedOffer = pressedJson(acting.body);
  const { offer } = pressedOffer;
  const key = { idempotencyKey: `slack:offer:${String(offer)}` };
  const kept = textOf(pressedOffer.text)
    ? pressedOffer
    : asObject(await acting.host.records(acting.workspace.id).get(`offer:${String(offer)}`));
  const text = textOf(kept?.text);
  if (text === null) throw new EnishiError("slack_offer_gone");
  // 明日 in it was said when the line was typed, not when the button was pressed.
  const typedAt = textOf(kept?.typedAt);
  await record(acting, { text, ...(typedAt && { typedAt }) }, key, "replace");
}

async function answerFrom(acting: Acting, given: Record<string, unknown>): Promise<void> {
  const answers = { [String(given.id)]: String(given.value) };
  const input = { lineId: String(given.lineId), answers };
  const line = await acting.host.perform(answerLine, input, acting.call, acting.once());
  await acting.reply(echoMessage(line, acting.speech), "replace");
}

async function answerDay(acting: Acting): Promise<void> {
  const asked = readQuestionBlock(textOf(pressedElement(acting.body).block_id) ?? "");
  const value = pressed(acting.body);
  if (asked && value !== "") await answerFrom(acting, { lineId: asked.lineId, id: asked.questionId, value });
}

async function plan(acting: Acting): Promise<void> {
  const { lineId, entry, nextAction, title, dueOn } = pressedJson(acting.body);
  const input = {
    lineId: String(lineId),
    entry: Number(entry),
    nextAction: Number(nextAction),
    title: String(title),
    dueOn: String(dueOn),
    actionKind: "follow" as const,
  };
  const line = await acting.host.perform(amendLine, input, acting.call, acting.once());
  await acting.reply(echoMessage(line, acting.speech), "replace");
}

async function cancel(acting: Acting): Promise<void> {
  const lineId = pressed(acting.body);
  const { text } = await acting.host.ask(getLine, { lineId }, acting.call);
  await acting.host.perform(cancelLine, { lineId }, acting.call, acting.once()).catch((error: unknown) => {
    // Pressed twice: what the person wants to see is so already.
    if (!isEnishiError(error) || error.code !== "line_cancelled") throw error;
  });
  await acting.reply(cancelledMessage({ text }, acting.speech), "replace");
}

async function openChoose(acting: Acting): Promise<void> {
  const { lineId, id } = pressedJson(acting.body);
  await acting.show(chooseModal({ lineId: String(lineId), id: String(id) }, acting.speech));
}

async function choose(acting: Acting): Promise<void> {
  const { customer } = formValues(acting.body.view as Record<string, unknown>);
  await answerFrom(acting, { ...metadataOf(acting.body), value: customer });
}

async function openLog(acting: Acting): Promise<void> {
  const customerId = pressed(acting.body);
  const profile = await acting.host.ask(getProfile, { customerId, historyLimit: 0 }, acting.call);
  await acting.show(logModal({ customerId, name: customerName(profile) }, acting.speech));
}

async function log(acting: Acting): Promise<void> {
  const { text } = formValues(acting.body.view as Record<string, unknown>);
  const { customerId } = metadataOf(acting.body);
  await record(acting, { text: String(text), customerId: String(customerId) }, acting.once());
}
