import type { Answer, AnswerAction } from "../../core/index.ts";
import { type Around, type CardContext, card, press } from "./card.ts";
import { bold, clip, escapeHtml, muted, warning } from "./html.ts";
import { limits } from "./limits.ts";
import type { Button, Card, Section } from "./types.ts";
import { button, buttonRows, line, paragraph, section } from "./widgets.ts";

const ROWS = 6;
const ACTIONS = 6;

/** What a plugin answered, as a section of a customer's card. */
export function answerSections(context: CardContext, answer: Answer, around: Around): Section[] {
  const rows = answer.rows.slice(0, ROWS).map((row) => {
    const value = clip(row.value, 400);
    const shown =
      row.tone === "warning"
        ? warning(value)
        : row.tone === "good"
          ? bold(value)
          : row.tone === "muted"
            ? muted(value)
            : escapeHtml(value);
    return line(row.label ? `${muted(clip(row.label, 60))}<br>${shown}` : shown);
  });
  const left = answer.rows.length - ROWS;
  return section(answer.title, [
    ...rows,
    ...(left > 0 ? [paragraph(muted(context.text("addon.more", { count: left })))] : []),
    ...buttonRows(
      answer.actions.slice(0, ACTIONS).flatMap((action) => actionButton(context, action, around)),
    ),
  ]);
}

/** Asks before something that is hard to take back. */
export function confirmCard(
  context: CardContext,
  asked: { question: string; operation: string; input: string; around: Around },
): Card {
  const { question, operation, input, around } = asked;
  return card("confirm", context.text("addon.confirm.title"), [
    {
      widgets: [
        paragraph(escapeHtml(question)),
        {
          buttonList: {
            buttons: [
              button(
                context.text("addon.confirm.yes"),
                press(context, "perform", { ...around, operation, input }),
                "FILLED",
              ),
              button(context.text("addon.confirm.no"), press(context, "back")),
            ],
          },
        },
      ],
    },
  ]);
}

/** A button whose input does not fit in a parameter is left out: half an input would be another one. */
function actionButton(context: CardContext, action: AnswerAction, around: Around): Button[] {
  const input = JSON.stringify(action.input);
  if (input.length > limits.parameterValue) return [];
  const parameters = { ...around, operation: action.operation, input };
  return [
    button(
      action.label,
      action.confirm
        ? press(context, "confirm", { ...parameters, question: clip(action.confirm, 500) })
        : press(context, "perform", parameters),
    ),
  ];
}
