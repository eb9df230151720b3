import type { ModalView } from "@slack/types";
import { context, input, modal, textInput } from "../blocks/index.ts";
import type { FieldErrors, FormValues, Say, SubmissionChecks } from "../submission.ts";
import type { Speech } from "../text.ts";
import { handoverIds } from "./ids.ts";

/** Which message is to be brought up to date after the answer; ids only. */
export interface ReplyTarget {
  handoverId: string;
  channel?: string;
  ts?: string;
}

const MODALS = {
  ask: { callbackId: handoverIds.askView, max: 3000 },
  decline: { callbackId: handoverIds.declineView, max: 1000 },
  answer: { callbackId: handoverIds.answerView, max: 3000 },
} as const;

/** One text: a question, the reason of a refusal, or an answer. */
export function replyModal(
  kind: keyof typeof MODALS,
  target: ReplyTarget,
  about: string,
  { t }: Speech,
): ModalView {
  return modal({
    title: t(`slack.handover.${kind}_title`),
    close: t("slack.button.close"),
    submit: t("slack.button.send"),
    callbackId: MODALS[kind].callbackId,
    privateMetadata: JSON.stringify(target),
    blocks: [
      context(about),
      input({
        blockId: "text",
        label: t(`slack.handover.${kind}_label`),
        hint: t(`slack.handover.${kind}_hint`),
        element: textInput({
          actionId: `handovers.${kind}.text`,
          multiline: true,
          maxLength: MODALS[kind].max,
          focus: true,
        }),
      }),
    ],
  });
}

/** Slack takes a text of blanks for an answer; we do not. */
export const handoverChecks: SubmissionChecks = {
  ...Object.fromEntries(Object.values(MODALS).map(({ callbackId }) => [callbackId, needsText])),
  [handoverIds.proposeView]: (values, say): FieldErrors | null => {
    if (!Array.isArray(values.customers) || values.customers.length === 0) {
      return { customers: say("slack.field.required") };
    }
    return values.successor ? null : { successor: say("slack.field.required") };
  },
};

function needsText(values: FormValues, say: Say): FieldErrors | null {
  return String(values.text ?? "").trim() === "" ? { text: say("slack.field.required") } : null;
}
