import type { Answer } from "../../core/index.ts";
import { answerSections } from "./answer.ts";
import { type Around, type CardContext, card, press } from "./card.ts";
import { historySection } from "./history.ts";
import { bold, clip, escapeHtml, muted } from "./html.ts";
import { nextActionSection } from "./next-actions.ts";
import type { MailFacts, ProfileFacts } from "./profile-facts.ts";
import type { Card, Section } from "./types.ts";
import { whoSections } from "./who.ts";
import { button, line, paragraph, section, selection } from "./widgets.ts";

/** Sections of plugins that find room above everything else. */
const PINNED = 5;

/**
 * The card of a customer: cautions on top, who it is and who answers for it, the mail on the screen with its button,
 * what is due, what happened. Shown beside a mail, or without one (opened from a list).
 */
export function profileCard(
  context: CardContext,
  facts: { profile: ProfileFacts; pinned: readonly Answer[]; mail: MailFacts | null },
): Card {
  const { profile, pinned, mail } = facts;
  const who = whoSections(context, profile, mail);
  const around: Around = {
    customerId: profile.customer.id,
    contactId: mail?.contact?.id ?? null,
    messageId: mail?.messageId ?? null,
    externalId: mail?.externalId ?? null,
  };
  return card(
    "profile",
    profile.customer.name,
    [
      ...pinned.slice(0, PINNED).flatMap((answer) => answerSections(context, answer, around)),
      ...who.top,
      ...(mail ? mailSection(context, mail, around) : []),
      ...nextActionSection(context, profile.nextActions, around),
      ...historySection(context, profile.customer.name, profile.history),
      ...who.below,
      ...others(context, profile),
    ],
    subtitleOf(context, profile),
  );
}

function subtitleOf(context: CardContext, { customer }: ProfileFacts): string {
  const place = [customer.prefecture, customer.city].filter(Boolean).join("");
  const roles = customer.roles.map((role) => context.text(`customer.role.${role}`));
  const parent = customer.kind === "company" ? null : customer.parent?.name;
  return [parent, context.text(`customer.kind.${customer.kind}`), ...roles, place]
    .filter(Boolean)
    .join(" · ");
}

/** The button says once what it does; what is not pressed is not kept. */
function mailSection(context: CardContext, mail: MailFacts, around: Around): Section[] {
  const { text } = context;
  if (mail.logged) {
    return section(text("addon.mail.header"), [
      line(bold(text("addon.mail.logged")), { icon: ["BOOKMARK", text("addon.mail.logged_alt")] }),
    ]);
  }
  const log = press(context, "log_mail", around);
  return section(text("addon.mail.header"), [
    selection({
      name: "keep",
      type: "CHECK_BOX",
      items: [{ text: text("addon.mail.keep_body"), value: "body", selected: false }],
    }),
    { buttonList: { buttons: [button(text("addon.mail.log"), log, "FILLED")] } },
    paragraph(muted(text("addon.mail.nothing_kept"))),
  ]);
}

/** その他: what the customer's list brought along, codes, former names, the note. */
function others(context: CardContext, { customer, codes, aliases }: ProfileFacts): Section[] {
  const { text } = context;
  const widgets = [
    ...(customer.note ? [line(escapeHtml(clip(customer.note, 400)), { label: text("addon.note") })] : []),
    ...codes
      .slice(0, 5)
      .map(({ system, code }) => line(escapeHtml(code), { label: system || text("addon.code") })),
    ...(aliases.length > 0
      ? [
          line(escapeHtml(clip(aliases.map((alias) => alias.name).join("、"), 300)), {
            label: text("addon.aliases"),
          }),
        ]
      : []),
    ...Object.entries(customer.extra)
      .filter(([, value]) => value !== "")
      .slice(0, 10)
      .map(([name, value]) => line(`${muted(clip(name, 60))}<br>${escapeHtml(clip(value, 300))}`)),
  ];
  return section(text("addon.others"), widgets, { shown: 0 });
}
