import type { Button, KnownBlock, RichTextElement } from "@slack/types";
import type { Answer, AnswerAction } from "../../core/index.ts";
import { button } from "./elements.ts";
import { actions, context, header } from "./layout.ts";
import { LIMITS } from "./limits.ts";
import { escapeMrkdwn, joinMarkup } from "./markup.ts";
import { richBold, richEmoji, richGap, richString, richText } from "./rich-text.ts";
import { type Message, message } from "./surfaces.ts";

type AnswerRow = Answer["rows"][number];

export type AnswerTexts = {
  confirmTitle: string;
  confirm: string;
  deny: string;
  /** Said when not all rows fit, e.g. "他 12 件". */
  more: (count: number) => string;
};

/** Matches the action ids of an answer's buttons. */
export const ANSWER_ACTION = /^answer\.action\.\d+$/;

// Leaves room in one message for the header, the buttons and what a caller adds around the answer.
const ROWS_BUDGET = 8000;
const VALUE_MAX = 1500;
const LABEL_MAX = 75;
const ACTIONS_MAX = 25;

/**
 * Renders an answer as a message: title, rows in their order, buttons. Rows that do not fit one message
 * are counted at the end. A tone is never colour or emoji alone: the row's own words must carry it.
 *
 * @throws RangeError when an action's input does not fit in a button.
 */
export function renderAnswer(answer: Answer, texts: AnswerTexts): Message {
  const shown = fittingRows(answer.rows);
  const hidden = answer.rows.length - shown.length;
  const buttons = answer.actions
    .slice(0, ACTIONS_MAX)
    .map((action, index) => actionButton(action, index, texts));
  const blocks: KnownBlock[] = [
    header(answer.title),
    ...rowBlocks(shown),
    ...(hidden > 0 ? [context(texts.more(hidden))] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
  return message(spoken(answer), blocks);
}

/** Reads back what a button of an answer carries; null when the value was not made by {@link renderAnswer}. */
export function parseAnswerAction(value: string): { operation: string; input: unknown } | null {
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed !== "object" || parsed === null || !("operation" in parsed)) return null;
    if (typeof parsed.operation !== "string") return null;
    return { operation: parsed.operation, input: "input" in parsed ? parsed.input : undefined };
  } catch {
    return null;
  }
}

function actionButton(action: AnswerAction, index: number, texts: AnswerTexts): Button {
  return button({
    text: action.label,
    actionId: `answer.action.${index}`,
    value: JSON.stringify({ operation: action.operation, input: action.input }),
    ...(action.confirm !== undefined && {
      confirm: {
        title: texts.confirmTitle,
        text: action.confirm,
        confirm: texts.confirm,
        deny: texts.deny,
      },
    }),
  });
}

function fittingRows(rows: readonly AnswerRow[]): AnswerRow[] {
  const shown: AnswerRow[] = [];
  let size = 0;
  for (const row of rows) {
    size += isMuted(row)
      ? Math.min(mutedSize(row), LIMITS.fieldText)
      : Math.min(row.label.length, LABEL_MAX) + Math.min(row.value.length, VALUE_MAX) + 8;
    if (size > ROWS_BUDGET || runs([...shown, row]).length > LIMITS.messageBlocks - 6) break;
    shown.push(row);
  }
  return shown;
}

function rowBlocks(rows: readonly AnswerRow[]): KnownBlock[] {
  return runs(rows).map((run) =>
    run.some(isMuted)
      ? context(
          joinMarkup(
            run.map((row) => joinMarkup([labelOf(row), row.value])),
            "\n",
          ),
        )
      : richText(run.map(rowLine)),
  );
}

/** Neighbouring rows that go into one block; muted ones share small print, which holds less. */
function runs(rows: readonly AnswerRow[]): AnswerRow[][] {
  const result: AnswerRow[][] = [];
  for (const row of rows) {
    const last = result.at(-1);
    if (last && joins(last, row)) last.push(row);
    else result.push([row]);
  }
  return result;
}

function joins(run: readonly AnswerRow[], row: AnswerRow): boolean {
  if (!isMuted(row)) return !run.some(isMuted);
  return (
    run.every(isMuted) && [...run, row].reduce((sum, each) => sum + mutedSize(each), 0) <= LIMITS.fieldText
  );
}

function isMuted(row: AnswerRow): boolean {
  return row.tone === "muted";
}

function mutedSize(row: AnswerRow): number {
  return escapeMrkdwn(`${labelOf(row)}${row.value}`).length + 1;
}

function rowLine(row: AnswerRow): RichTextElement[] {
  const strong = row.tone === "warning" || row.tone === "good";
  return [
    ...(row.tone === "warning" ? [richEmoji("warning"), richGap(" ")] : []),
    ...(row.tone === "good" ? [richEmoji("white_check_mark"), richGap(" ")] : []),
    ...(row.label === "" ? [] : [richBold(row.label, LABEL_MAX), richGap("  ")]),
    richString(row.value, VALUE_MAX, strong ? { bold: true } : undefined),
  ];
}

function labelOf(row: AnswerRow): string {
  return row.label === "" ? "" : `${row.label}: `;
}

function spoken(answer: Answer): string {
  const rows = answer.rows.slice(0, 5).map((row) => `${labelOf(row)}${row.value}`);
  return [answer.title, ...rows].join("\n");
}
