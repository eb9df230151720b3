import type { Confirm, PlainTextElement, PlainTextOption } from "@slack/types";
import { LIMITS } from "./limits.ts";
import { mrkdwn, type Phrase } from "./markup.ts";
import { cutText, oneLine, visibleText } from "./text.ts";

/**
 * Plain text on one line, cut to `max`. `emoji: false`: a company called `A:x:B` keeps its colons.
 */
export function plainText(text: string, max: number): PlainTextElement {
  return { type: "plain_text", text: cutText(oneLine(text), max), emoji: false };
}

/** Plain text that may have several lines. */
export function plainLines(text: string, max: number): PlainTextElement {
  return { type: "plain_text", text: cutText(visibleText(text), max), emoji: false };
}

/** One choice of a select, a radio group, checkboxes or an overflow menu. `value` is an id of ours, ≤ 150. */
export function option(choice: { text: string; value: string; description?: string }): PlainTextOption {
  return {
    text: plainText(choice.text, LIMITS.optionText),
    value: choice.value,
    ...(choice.description !== undefined && {
      description: plainText(choice.description, LIMITS.optionText),
    }),
  };
}

export type ConfirmTexts = {
  title: string;
  text: Phrase;
  confirm: string;
  deny: string;
  danger?: boolean;
};

/** The question Slack asks before it sends a press on. */
export function confirmation(texts: ConfirmTexts): Confirm {
  return {
    title: plainText(texts.title, LIMITS.confirmTitle),
    text: mrkdwn(texts.text, LIMITS.confirmText),
    confirm: plainText(texts.confirm, LIMITS.confirmButton),
    deny: plainText(texts.deny, LIMITS.confirmButton),
    ...(texts.danger && { style: "danger" as const }),
  };
}
