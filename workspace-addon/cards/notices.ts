import { type CardContext, card, press } from "./card.ts";
import { bold, clip, escapeHtml, muted } from "./html.ts";
import type { Card } from "./types.ts";
import { button, input, line, paragraph, section } from "./widgets.ts";

/** Something went wrong: what happened, what to do, and a way to try again. `message` is a text for people. */
export function errorCard(
  context: CardContext,
  fault: {
    message: string;
    remedy?: string;
    retry?: { action: string; parameters?: Record<string, string | null> };
  },
): Card {
  const { text } = context;
  return card("error", text("addon.error.title"), [
    ...section(null, [
      paragraph(escapeHtml(clip(fault.message, 600))),
      ...(fault.remedy ? [paragraph(escapeHtml(fault.remedy))] : []),
      ...(fault.retry
        ? [
            {
              buttonList: {
                buttons: [
                  button(
                    text("addon.error.retry"),
                    press(context, fault.retry.action, fault.retry.parameters),
                    "FILLED",
                  ),
                ],
              },
            },
          ]
        : []),
    ]),
  ]);
}

/** The caller is who Google says, but no member of ours: how to get linked, and as whom. Shows nothing else. */
export function linkingCard(context: CardContext, account: string, message: string | null): Card {
  const { text } = context;
  return card("linking", text("addon.link.title"), [
    ...section(null, [
      ...(message ? [paragraph(bold(message))] : []),
      line(escapeHtml(clip(account, 200)), {
        label: text("addon.link.account"),
        icon: ["PERSON", text("addon.link.account")],
      }),
      paragraph(escapeHtml(text("addon.link.how"))),
    ]),
    ...section(text("addon.link.code_header"), [
      input({ name: "code", label: text("addon.link.code"), hintText: text("addon.link.code_hint") }),
      { buttonList: { buttons: [button(text("addon.link.use"), press(context, "use_link"), "FILLED")] } },
    ]),
    ...section(null, [paragraph(muted(text("addon.link.nothing_shown")))]),
  ]);
}

/** Everybody in the thread is one of us. */
export function internalMailCard(context: CardContext): Card {
  return card("internal", context.text("addon.internal.title"), [
    ...section(null, [paragraph(escapeHtml(context.text("addon.internal.text")))]),
  ]);
}
