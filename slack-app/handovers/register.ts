import {
  acceptHandover,
  answerHandover,
  askBackHandover,
  declineHandover,
  EnishiError,
  getHandover,
  proposeHandover,
  withdrawHandover,
} from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { type Message, message, section } from "../blocks/index.ts";
import { customerChoices } from "../customers/choices.ts";
import { customerIds } from "../customers/ids.ts";
import { asObject, textOf } from "../delivery.ts";
import { helpIds } from "../help/ids.ts";
import type { Listener } from "../listen.ts";
import { updateView } from "../modals.ts";
import { metadataOf, pressed, pressedElement, pressedJson } from "../pressed.ts";
import { formValues } from "../submission.ts";
import { briefModal } from "./brief-view.ts";
import { handoverIds } from "./ids.ts";
import { customersText, decidedMessage, proposedMessage, sentMessage } from "./messages.ts";
import { proposeModal } from "./propose-view.ts";
import { type ReplyTarget, replyModal } from "./reply-modals.ts";
import { loadProfiles, startHandover } from "./start.ts";

/** 引き継ぎ from the proposal to its end. */
export function registerHandovers(listener: Listener): void {
  listener.action(helpIds.handOver, (acting) => startHandover(acting, ""), { opensModal: true });
  listener.action(customerIds.handOver, startWithCustomer, { opensModal: true });
  listener.action(handoverIds.customers, preview);
  listener.options(handoverIds.customers, customerChoices);
  listener.view(handoverIds.proposeView, propose);
  listener.action(handoverIds.read, (acting) => readBrief(acting, pressed(acting.body), 0), {
    opensModal: true,
  });
  listener.action(handoverIds.page, turnPage);
  listener.action(handoverIds.accept, accept);
  listener.action(handoverIds.withdraw, withdraw);
  listener.action(handoverIds.ask, (acting) => openReply(acting, "ask"), { opensModal: true });
  listener.action(handoverIds.decline, (acting) => openReply(acting, "decline"), { opensModal: true });
  listener.action(handoverIds.answer, (acting) => openReply(acting, "answer"), { opensModal: true });
  listener.view(handoverIds.askView, ask);
  listener.view(handoverIds.declineView, decline);
  listener.view(handoverIds.answerView, answer);
}

async function startWithCustomer(acting: Acting): Promise<void> {
  await acting.show(proposeModal(await loadProfiles(acting, [pressed(acting.body)]), acting.speech));
}

/** Shows what the 引継書 of the chosen customers will say; what else was typed stays, because block ids stay. */
async function preview(acting: Acting): Promise<void> {
  const options = pressedElement(acting.body).selected_options;
  const chosen = Array.isArray(options)
    ? options.flatMap((option) => textOf(asObject(option)?.value) ?? [])
    : [];
  const view = acting.body.view as { id: string; hash: string };
  await updateView(acting.client, view, proposeModal(await loadProfiles(acting, chosen), acting.speech));
}

async function propose(acting: Acting): Promise<void> {
  const { host, call, parts, workspace, client, teamId } = acting;
  const values = formValues(acting.body.view as Record<string, unknown>);
  const successor = await parts.people.seatNamed(client, workspace, {
    teamId,
    slackUserId: String(values.successor),
  });
  if (!successor) throw new EnishiError("slack_no_seat_for_outsider");
  const { handoverId } = await host.perform(
    proposeHandover,
    {
      customerIds: values.customers as string[],
      toMemberId: successor.memberId,
      reason: textOf(values.reason),
      note: textOf(values.note),
    },
    call,
    acting.once(),
  );
  await acting.reply(sentMessage(await host.ask(getHandover, { handoverId }, call), acting.speech));
}

async function readBrief(acting: Acting, handoverId: string, from: number): Promise<void> {
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  await acting.show(briefModal(handover, from, acting.speech));
}

async function turnPage(acting: Acting): Promise<void> {
  const { handoverId, from } = pressedJson(acting.body);
  const handover = await acting.host.ask(getHandover, { handoverId: String(handoverId) }, acting.call);
  const view = acting.body.view as { id: string; hash: string };
  await updateView(acting.client, view, briefModal(handover, Number(from), acting.speech));
}

async function accept(acting: Acting): Promise<void> {
  const handoverId = pressed(acting.body);
  await acting.host.perform(acceptHandover, { handoverId }, acting.call, acting.once());
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  await acting.reply(decidedMessage(handover, "accepted", acting.speech), "replace");
}

async function withdraw(acting: Acting): Promise<void> {
  const handoverId = pressed(acting.body);
  await acting.host.perform(withdrawHandover, { handoverId }, acting.call, acting.once());
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  await acting.reply(decidedMessage(handover, "withdrawn", acting.speech), "replace");
}

async function openReply(acting: Acting, kind: "ask" | "decline" | "answer"): Promise<void> {
  const handoverId = pressed(acting.body);
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  const container = asObject(acting.body.container);
  const channel = textOf(container?.channel_id);
  const ts = textOf(container?.message_ts);
  const target: ReplyTarget = { handoverId, ...(channel && ts && { channel, ts }) };
  await acting.show(replyModal(kind, target, customersText(handover, acting.speech), acting.speech));
}

async function ask(acting: Acting): Promise<void> {
  const { handoverId, text } = replied(acting);
  await acting.host.perform(askBackHandover, { handoverId, question: text }, acting.call, acting.once());
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  await bringUpToDate(acting, proposedMessage(handover, acting.speech));
}

async function decline(acting: Acting): Promise<void> {
  const { handoverId, text } = replied(acting);
  await acting.host.perform(declineHandover, { handoverId, reason: text }, acting.call, acting.once());
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  await bringUpToDate(acting, decidedMessage(handover, "declined", acting.speech));
}

async function answer(acting: Acting): Promise<void> {
  const { handoverId, text } = replied(acting);
  await acting.host.perform(answerHandover, { handoverId, answer: text }, acting.call, acting.once());
  const handover = await acting.host.ask(getHandover, { handoverId }, acting.call);
  const said = acting.speech.t("slack.handover.answer_sent", { to: handover.to.name });
  await bringUpToDate(acting, message(said, [section(said)]));
}

function replied(acting: Acting): { handoverId: string; text: string } {
  const values = formValues(acting.body.view as Record<string, unknown>);
  return { handoverId: String(metadataOf(acting.body).handoverId), text: String(values.text ?? "") };
}

/** The message in which the modal was opened says from now on how things stand. */
async function bringUpToDate(acting: Acting, said: Message): Promise<void> {
  const { channel, ts } = metadataOf(acting.body);
  if (typeof channel === "string" && typeof ts === "string") {
    await acting.client.chat.update({ channel, ts, ...said });
    return;
  }
  await acting.reply(said);
}
