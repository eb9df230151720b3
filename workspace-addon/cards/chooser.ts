import { type CardContext, card, type MailRef, press } from "./card.ts";
import { bold, clip, escapeHtml, muted } from "./html.ts";
import { more } from "./next-actions.ts";
import type { Card } from "./types.ts";
import { button, line, paragraph, section } from "./widgets.ts";

export interface Choice {
  /** The customer whose card opens. */
  customerId: string;
  /** The person of theirs, when the customer is their company. */
  contactId: string | null;
  name: string;
  company: string | null;
  email: string;
  isSender: boolean;
}

const MOST = 30;

/** Several people of the record take part in the thread: whose card? */
export function chooserCard(
  context: CardContext,
  facts: {
    choices: readonly Choice[];
    mail: MailRef;
    unknownSender: { name: string; email: string } | null;
  },
): Card {
  const { text } = context;
  const { choices, mail, unknownSender } = facts;
  const lines = choices.slice(0, MOST).map((choice) =>
    line(
      [
        bold(clip(choice.name, 120)),
        ...(choice.company ? [escapeHtml(clip(choice.company, 120))] : []),
        muted(clip(choice.email, 120)),
      ].join("<br>"),
      {
        ...(choice.isSender && { label: text("addon.chooser.sender") }),
        icon: ["PERSON", text("addon.contact")],
        button: button(
          text("addon.chooser.open"),
          press(context, "choose_person", {
            customerId: choice.customerId,
            contactId: choice.contactId,
            ...mail,
          }),
          choice.isSender ? "FILLED" : "OUTLINED",
        ),
      },
    ),
  );
  return card("chooser", text("addon.chooser.title"), [
    ...section(null, [
      paragraph(escapeHtml(text("addon.chooser.hint"))),
      ...lines,
      ...more(context, choices.length - MOST),
    ]),
    ...(unknownSender
      ? section(text("addon.chooser.unknown"), [
          line(
            [
              bold(clip(unknownSender.name || unknownSender.email, 120)),
              muted(clip(unknownSender.email, 120)),
            ].join("<br>"),
            {
              button: button(
                text("addon.chooser.register"),
                press(context, "register_sender", {
                  ...mail,
                  email: unknownSender.email,
                  name: unknownSender.name,
                }),
              ),
            },
          ),
        ])
      : []),
  ]);
}
