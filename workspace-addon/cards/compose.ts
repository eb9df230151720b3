import type { Answer } from "../../core/index.ts";
import { type CardContext, card, press } from "./card.ts";
import { dueLabel } from "./dates.ts";
import { bold, clip, escapeHtml, muted, warning } from "./html.ts";
import type { NextActionFacts } from "./profile-facts.ts";
import type { Card } from "./types.ts";
import { line, paragraph, section } from "./widgets.ts";

export interface Recipient {
  customerId: string;
  name: string;
  company: string | null;
  email: string;
  owners: string[];
  /** What is due for them, the earliest first. */
  next: NextActionFacts[];
  pinned: readonly Answer[];
}

/** Beside a draft: to whom it goes, who answers for them, what they wait for, what to be careful of. */
export function composeCard(
  context: CardContext,
  facts: { known: readonly Recipient[]; unknown: readonly string[] },
): Card {
  const { text } = context;
  const people = facts.known.slice(0, 8).flatMap((recipient) => {
    const head = [
      bold(clip(recipient.name, 120)),
      ...(recipient.company ? [escapeHtml(clip(recipient.company, 120))] : []),
    ];
    return section(null, [
      line([...head, muted(clip(recipient.email, 200))].join("<br>"), {
        icon: ["PERSON", text("addon.contact")],
        onClick: press(context, "open_customer", { customerId: recipient.customerId }),
      }),
      ...recipient.pinned.flatMap((answer) =>
        answer.rows
          .slice(0, 3)
          .map((row) => line(`${warning(clip(answer.title, 60))}<br>${escapeHtml(clip(row.value, 300))}`)),
      ),
      line(
        recipient.owners.length > 0
          ? escapeHtml(clip(recipient.owners.join("、"), 200))
          : warning(text("addon.owner.none")),
        {
          label: text("ownership.role.owner"),
        },
      ),
      ...recipient.next.slice(0, 3).map((action) => {
        const due = dueLabel(context, action);
        return line(
          `${due.overdue ? warning(due.text) : bold(due.text)}<br>${escapeHtml(clip(action.title, 160))}`,
          {
            label: text(`next_action.kind.${action.kind}`),
          },
        );
      }),
    ]);
  });
  const unknown = facts.unknown.slice(0, 10).map((email) => line(escapeHtml(clip(email, 200))));
  const empty = facts.known.length + facts.unknown.length === 0;
  return card("compose", text("addon.compose.title"), [
    ...(empty ? section(null, [paragraph(escapeHtml(text("addon.compose.empty")))]) : []),
    ...people,
    ...section(text("addon.compose.unknown"), unknown),
  ]);
}
