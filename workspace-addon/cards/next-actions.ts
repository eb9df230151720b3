import { type Around, type CardContext, press } from "./card.ts";
import { dueLabel } from "./dates.ts";
import { bold, clip, escapeHtml, muted, warning } from "./html.ts";
import type { NextActionFacts } from "./profile-facts.ts";
import type { Section, Widget } from "./types.ts";
import { button, line, paragraph, section } from "./widgets.ts";

/** Shown before the section is unfolded. */
const SHOWN = 3;
const MOST = 10;

/** 次の予定: what is due next, the earliest first, each with its 済 button. */
export function nextActionSection(
  context: CardContext,
  actions: readonly NextActionFacts[],
  around: Around,
): Section[] {
  const { text } = context;
  if (actions.length === 0) return section(text("addon.next"), [paragraph(muted(text("addon.next.none")))]);
  const widgets = actions.slice(0, MOST).map((action) => nextActionLine(context, action, around));
  return section(text("addon.next"), [...widgets, ...more(context, actions.length - MOST)], { shown: SHOWN });
}

/** One next action. What is late says so in words. */
export function nextActionLine(
  context: CardContext,
  action: NextActionFacts & { customerName?: string | null },
  around: Around,
): Widget {
  const due = dueLabel(context, action);
  const second = [action.customerName, action.ownerName].filter(Boolean).join(" · ");
  return line(
    [
      due.overdue ? warning(due.text) : bold(due.text),
      escapeHtml(clip(action.title, 200)),
      ...(second ? [muted(clip(second, 120))] : []),
    ].join("<br>"),
    {
      label: [
        context.text(`next_action.kind.${action.kind}`),
        ...(action.needsReview ? [context.text("addon.needs_review")] : []),
      ].join(" · "),
      button: button(
        context.text("addon.done"),
        press(context, "complete_next_action", {
          nextActionId: action.id,
          ...around,
        }),
      ),
    },
  );
}

export function more(context: CardContext, count: number): Widget[] {
  return count > 0 ? [paragraph(muted(context.text("addon.more", { count })))] : [];
}
