import type { ModalView } from "@slack/types";
import { context, externalSelect, input, modal, textInput } from "../blocks/index.ts";
import { customerIds } from "../customers/ids.ts";
import type { Speech } from "../text.ts";
import { lineIds } from "./ids.ts";

/** 記録 on a profile: one line as one would type it; the customer is known. */
export function logModal(customer: { customerId: string; name: string }, { t }: Speech): ModalView {
  return modal({
    title: t("slack.profile.log"),
    close: t("slack.button.close"),
    submit: t("slack.offer.record"),
    callbackId: lineIds.logView,
    privateMetadata: JSON.stringify({ customerId: customer.customerId }),
    blocks: [
      context(customer.name),
      input({
        blockId: "text",
        label: t("slack.field.body"),
        hint: t("slack.line.log_hint"),
        element: textInput({
          actionId: "lines.log.text",
          multiline: true,
          maxLength: 3000,
          placeholder: t("slack.line.log_placeholder"),
          focus: true,
        }),
      }),
    ],
  });
}

/** Which customer a line is about, when none of the choices is right. */
export function chooseModal(question: { lineId: string; id: string }, { t }: Speech): ModalView {
  return modal({
    title: t("slack.line.choose_customer"),
    close: t("slack.button.close"),
    submit: t("slack.button.save"),
    callbackId: lineIds.chooseView,
    privateMetadata: JSON.stringify(question),
    blocks: [
      input({
        blockId: "customer",
        label: t("slack.field.customer"),
        element: externalSelect({
          actionId: customerIds.pick,
          placeholder: t("slack.field.customer_placeholder"),
          focus: true,
        }),
      }),
    ],
  });
}
