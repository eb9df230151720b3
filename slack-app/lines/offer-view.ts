import {
  actions,
  button,
  context,
  type Message,
  message,
  richBold,
  richText,
  section,
} from "../blocks/index.ts";
import { customerIds } from "../customers/ids.ts";
import type { Speech } from "../text.ts";
import { lineIds } from "./ids.ts";

/** A line without a verb that names a customer: nothing is kept until 記録する is pressed. */
export interface Offer {
  /** What the button carries: the line itself, or where it is kept. */
  value: string;
  text: string;
  /** The customer that it seems to be about; a name alone is nobody's in the book. */
  customer: OfferedCustomer | { customerId: null; name: string };
}

export interface OfferedCustomer {
  customerId: string;
  name: string;
}

export function offerMessage(offer: Offer, { t }: Speech): Message {
  const { customerId, name } = offer.customer;
  const known = customerId !== null;
  const text = t(known ? "slack.offer.text" : name === "" ? "slack.offer.nobody" : "slack.offer.unknown", {
    name,
  });
  return message(`${text}\n${offer.text}`, [
    section(text),
    richText([[richBold(offer.text, 1000)]]),
    actions([
      button({
        text: t("slack.offer.record"),
        actionId: lineIds.record,
        value: offer.value,
        style: "primary",
      }),
      ...(known
        ? [
            button({
              text: t("slack.offer.open", { name }),
              actionId: customerIds.openAt(0),
              value: customerId,
            }),
          ]
        : []),
    ]),
    context(t("slack.offer.nothing_kept")),
  ]);
}

/** The same for somebody who may only read: whom it seems to be about, and why it is not offered to be recorded. */
export function readOnlyMessage(customer: OfferedCustomer, { t }: Speech): Message {
  const text = t("slack.offer.read_only", { name: customer.name });
  return message(text, [
    section(text),
    actions([
      button({
        text: t("slack.offer.open", { name: customer.name }),
        actionId: customerIds.openAt(0),
        value: customer.customerId,
      }),
    ]),
  ]);
}
