import type { Button, KnownBlock } from "@slack/types";
import type { PairAnswer } from "../../core/index.ts";
import { actions, button, context, cutText, type Message, message, section } from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { duplicateIds } from "./ids.ts";
import type { PressedPair } from "./pressed-pair.ts";

/** What became of a pair that was answered. */
export interface Said {
  pair: PressedPair;
  state: PairAnswer;
  /** False: it was answered before. */
  isNew: boolean;
  mergeId: string | null;
  keptId: string | null;
  /** Other open pairs with the same reasons. */
  rest: number;
}

/** 「三和㈱」を「㈲三和」にまとめました, with the way back, the same for alike pairs, and the next one. */
export function saidMessage(said: Said, speech: Speech): Message {
  const { t } = speech;
  const text = saidText(said, speech);
  const before = said.isNew ? [] : [context(t("slack.duplicates.answered_before"))];
  return message(text, [section(text), ...before, actions(buttonsAfter(said, speech))]);
}

/** 残り12件も「同じ」としてまとめています */
export function restMessage(
  answer: PairAnswer,
  count: number,
  of: string | undefined,
  speech: Speech,
): Message {
  const { t } = speech;
  const inBackground = answer === "same" || answer === "site";
  const key = inBackground ? "slack.duplicates.rest_begun" : "slack.duplicates.rest_said";
  const text = t(key, { count, answer: t(`slack.duplicates.answer.${answer}`) });
  return message(text, [section(text), actions([nextButton(of, speech)])]);
}

/** 元に分けました, and how much stays as somebody changed it since. */
export function splitMessage(kept: number, of: string | undefined, speech: Speech): Message {
  const { t } = speech;
  const text = t("slack.duplicates.split_said");
  const left = kept > 0 ? [context(t("slack.duplicates.split_kept", { count: kept }))] : [];
  return message(text, [section(text), ...left, actions([nextButton(of, speech)])]);
}

/** Nothing waits: says so, how a search for more is going, and offers to begin one. */
export function noneMessage(
  examination: { state: string; examined: number; total: number } | null,
  mayAnswer: boolean,
  { t }: Speech,
): Message {
  const text = t("slack.duplicates.none");
  const isRunning = examination?.state === "running";
  const blocks: KnownBlock[] = [section(text)];
  if (isRunning) {
    const { examined, total } = examination;
    blocks.push(context(t("slack.duplicates.examining", { examined, total })));
  } else if (mayAnswer) {
    blocks.push(actions([button({ text: t("slack.duplicates.examine"), actionId: duplicateIds.examine })]));
  }
  return message(text, blocks);
}

/** A search through all customers has begun. */
export function examineMessage(total: number, { t }: Speech): Message {
  const text = t("slack.duplicates.examine_begun", { total });
  return message(text, [section(text)]);
}

function saidText({ pair, state, keptId }: Said, { t }: Speech): string {
  const [a, b] = pair.names.map((name) => cutText(name, 80)) as [string, string];
  const [kept, other] = keptId === pair.bId ? [b, a] : [a, b];
  return t(`slack.duplicates.said.${state}`, { kept, other });
}

function buttonsAfter({ pair, state, mergeId, rest }: Said, speech: Speech): Button[] {
  const { t } = speech;
  const answer = t(`slack.duplicates.answer.${state}`);
  return [
    ...(mergeId
      ? [
          button({
            text: t("slack.duplicates.split"),
            actionId: duplicateIds.split,
            value: JSON.stringify({ id: mergeId, ...(pair.of && { of: pair.of }) }),
          }),
        ]
      : []),
    ...(rest > 0
      ? [
          button({
            text: t("slack.duplicates.rest", { count: rest }),
            actionId: duplicateIds.rest,
            value: JSON.stringify({ ...pair, answer: state }),
            confirm: {
              title: t("slack.duplicates.rest", { count: rest }),
              text: t("slack.duplicates.rest_confirm", { count: rest, answer }),
              confirm: answer,
              deny: t("slack.button.back"),
            },
          }),
        ]
      : []),
    nextButton(pair.of, speech),
  ];
}

function nextButton(of: string | undefined, { t }: Speech): Button {
  return button({ text: t("slack.duplicates.next"), actionId: duplicateIds.next, value: of ?? "all" });
}
