import type { KnownBlock } from "@slack/types";
import type { HandoverView } from "../../core/index.ts";
import {
  actions,
  button,
  context,
  header,
  type Message,
  message,
  richBold,
  richGap,
  richQuote,
  richString,
  richText,
  section,
} from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { briefBlocks } from "./brief-view.ts";
import { handoverIds } from "./ids.ts";

/** A message holds about this much of a 引継書; the rest is read in the modal. */
const BRIEFED = 2;
const ROOM = { rows: 4, width: 100 };

/** What the successor gets: who asks, why, the 引継書, and the three ways to answer. */
export function proposedMessage(handover: HandoverView, speech: Speech): Message {
  const { t } = speech;
  const names = customersText(handover, speech);
  const text = t("slack.handover.proposed", { proposer: handover.proposer.name, customers: names });
  const more = handover.brief.customers.length - BRIEFED;
  return message(text, [
    header(t("slack.handover.proposed_title")),
    section(text),
    ...reasonBlocks(handover, speech),
    ...handover.brief.customers.slice(0, BRIEFED).flatMap((customer) => briefBlocks(customer, ROOM, speech)),
    ...(more > 0 ? [context(t("slack.handover.and_more", { count: more }))] : []),
    ...messagesBlocks(handover),
    ...answerButtons(handover, speech),
  ]);
}

/** What the proposer sees after sending, with the way back. */
export function sentMessage(handover: HandoverView, speech: Speech): Message {
  const { t } = speech;
  const text = t("slack.handover.sent", { to: handover.to.name, customers: customersText(handover, speech) });
  return message(text, [
    section(text),
    context(t("slack.handover.until_accepted")),
    actions([
      button({ text: t("slack.handover.read"), actionId: handoverIds.read, value: handover.id }),
      button({
        text: t("ownership.withdraw"),
        actionId: handoverIds.withdraw,
        value: handover.id,
        confirm: {
          title: t("ownership.withdraw"),
          text: t("slack.handover.withdraw_confirm"),
          confirm: t("ownership.withdraw"),
          deny: t("slack.button.back"),
        },
      }),
    ]),
  ]);
}

/** The successor's question, with the way to answer it. */
export function askedMessage(handover: HandoverView, question: string, speech: Speech): Message {
  const { t } = speech;
  const text = t("slack.handover.asked", {
    to: handover.to.name,
    customers: customersText(handover, speech),
  });
  return message(`${text}\n${question}`, [
    section(text),
    richQuote(question),
    actions([
      button({
        text: t("ownership.answer"),
        actionId: handoverIds.answer,
        value: handover.id,
        style: "primary",
      }),
      button({ text: t("slack.handover.read"), actionId: handoverIds.read, value: handover.id }),
    ]),
  ]);
}

/** The answer to the successor's question; the handover is theirs to decide again. */
export function answeredMessage(handover: HandoverView, answer: string, speech: Speech): Message {
  const { t } = speech;
  const text = t("slack.handover.answered", { customers: customersText(handover, speech) });
  return message(`${text}\n${answer}`, [
    section(text),
    richQuote(answer),
    ...answerButtons(handover, speech),
  ]);
}

/** How it ended, for whoever is told: accepted, declined (with the reason) or withdrawn. */
export function decidedMessage(
  handover: HandoverView,
  state: "accepted" | "declined" | "withdrawn",
  speech: Speech,
): Message {
  const { t } = speech;
  const text = t(`slack.handover.${state}`, {
    to: handover.to.name,
    proposer: handover.proposer.name,
    customers: customersText(handover, speech),
  });
  const reason = state === "declined" && handover.declineReason ? [richQuote(handover.declineReason)] : [];
  return message(reason.length > 0 ? `${text}\n${handover.declineReason}` : text, [section(text), ...reason]);
}

/** 田中商事、丸八金属 ほか 3 社 */
export function customersText(handover: Pick<HandoverView, "customers">, { t }: Speech): string {
  const names = handover.customers.slice(0, 3).map(({ name }) => name);
  const rest = handover.customers.length - names.length;
  return rest > 0
    ? t("slack.handover.customers_more", { names, count: rest })
    : t("slack.handover.customers", { names });
}

function answerButtons(handover: HandoverView, { t }: Speech): KnownBlock[] {
  if (handover.state !== "proposed" && handover.state !== "asked") return [];
  return [
    actions([
      button({
        text: t("ownership.accept"),
        actionId: handoverIds.accept,
        value: handover.id,
        style: "primary",
      }),
      button({ text: t("ownership.ask_back"), actionId: handoverIds.ask, value: handover.id }),
      button({ text: t("ownership.decline"), actionId: handoverIds.decline, value: handover.id }),
      button({ text: t("slack.handover.read"), actionId: handoverIds.read, value: handover.id }),
    ]),
  ];
}

function reasonBlocks({ reason, note }: HandoverView, { t }: Speech): KnownBlock[] {
  const facts: [string, string | null][] = [
    [t("slack.handover.reason"), reason],
    [t("slack.handover.note"), note],
  ];
  const told = facts.filter(([, value]) => value);
  if (told.length === 0) return [];
  return [
    richText(told.map(([label, value]) => [richBold(label), richGap("  "), richString(value ?? "", 600)])),
  ];
}

function messagesBlocks({ messages }: HandoverView): KnownBlock[] {
  if (messages.length === 0) return [];
  return [
    richText(
      messages
        .slice(-3)
        .map((said) => [richBold(said.authorName ?? "", 60), richGap("  "), richString(said.body, 300)]),
    ),
  ];
}
