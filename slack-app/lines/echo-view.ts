import type { Button, KnownBlock } from "@slack/types";
import type { LineResult } from "../../core/index.ts";
import {
  actions,
  button,
  context,
  cutText,
  type Message,
  message,
  richBold,
  richString,
  richText,
  section,
} from "../blocks/index.ts";
import { dueText } from "../customers/say.ts";
import type { Speech } from "../text.ts";
import { dateLabel } from "../words/days.ts";
import { lineIds } from "./ids.ts";
import { questionBlocks, questionText } from "./question-view.ts";
import { nameOf, sayAction, sayLine } from "./say-line.ts";

const SHOWN = 8;

/**
 * How a line was read and what stands in the record because of it, always with 直す and 取消; under it at most one card of
 * questions.
 */
export function echoMessage(line: LineResult, speech: Speech): Message {
  const title = titleOf(line, speech);
  const said = (line.kind === "done" ? sayCompleted(line, speech) : sayLine(line, speech))
    .slice(0, SHOWN)
    .map((text) => cutText(text, 500));
  const questions = line.questions.map((question) => questionText(question, speech));
  const blocks: KnownBlock[] = [
    section(title),
    ...(said.length > 0 ? [richText(said.map((text) => [richBold(text, 500)]))] : []),
    ...(line.state === "draft" || line.kind === "unknown" || isFruitless(line)
      ? [typedBlock(line, speech)]
      : []),
    ...questionBlocks(line, speech),
    ...suggestionBlocks(line, speech),
    ...echoButtons(line, speech),
  ];
  return message([title, ...said, ...questions.slice(0, 3)].join("\n"), blocks);
}

/** What is left of a line that was taken back. */
export function cancelledMessage(line: Pick<LineResult, "text">, { t }: Speech): Message {
  const text = t("line.state.cancelled");
  return message(text, [section(text), context(t("slack.line.typed", { text: cut(line.text) }))]);
}

function titleOf(line: LineResult, { t }: Speech): string {
  if (line.kind !== "done") return t(`line.state.${line.state}`);
  if (line.completed.length > 0) return t("slack.line.completed");
  return t(line.questions.length > 0 ? "slack.line.which_done" : "slack.line.nothing_to_complete");
}

/** 済 that found nothing to complete: nothing was changed that could be taken back. */
function isFruitless(line: LineResult): boolean {
  return line.kind === "done" && line.completed.length === 0 && line.questions.length === 0;
}

function sayCompleted(line: LineResult, speech: Speech): string[] {
  return line.completed.map((action) => {
    const due = action.dueOn ? dueText({ ...action, dueTime: null, duePrecision: "day" }, speech) : "";
    return [nameOf(action, speech), speech.t(`next_action.kind.${action.kind}`), due, action.title]
      .filter((part) => part !== "")
      .join(" ");
  });
}

function typedBlock(line: LineResult, { t }: Speech): KnownBlock {
  return richText([[richString(t("slack.line.typed", { text: cut(line.text) }), 600)]]);
}

/** What may be done beside it, never done by itself: 予定に入れる, or a hint. */
function suggestionBlocks(line: LineResult, speech: Speech): KnownBlock[] {
  const { t } = speech;
  const { lineId } = line;
  if (lineId === null) return [];
  const offered = line.nextActions.filter((action) => action.suggested).slice(0, 3);
  const found = line.entries.flatMap((entry) =>
    entry.suggestions.map((suggestion) => ({ entry: entry.index, ...suggestion })),
  );
  const dated = found
    .filter((suggestion) => suggestion.due?.date && suggestion.kind === "calendar")
    .slice(0, 3);
  const hints = found
    .filter((suggestion) => !dated.includes(suggestion))
    .slice(0, 3)
    .map((suggestion) => {
      const hint = t(`slack.suggestion.${suggestion.kind}`);
      return suggestion.text.trim() === ""
        ? hint
        : t("slack.line.hint", { hint, text: cut(suggestion.text) });
    });
  const buttons: Button[] = [
    ...offered.map((action) =>
      button({
        text: t("slack.line.keep", { text: sayAction(action, speech) }),
        actionId: lineIds.keepAt(action.index),
        value: JSON.stringify({ lineId, id: `keep:${action.index}`, value: "yes" }),
      }),
    ),
    ...dated.map((suggestion, index) =>
      button({
        text: t("slack.line.keep", {
          text: `${dateLabel(suggestion.due?.date ?? "", speech.today, speech.locale)} ${suggestion.text}`,
        }),
        actionId: lineIds.planAt(index),
        value: JSON.stringify({
          lineId,
          entry: suggestion.entry,
          nextAction: line.nextActions.length,
          title: cut(suggestion.text),
          dueOn: suggestion.due?.date,
        }),
      }),
    ),
  ];
  return [...(hints.length > 0 ? [context(hints)] : []), ...(buttons.length > 0 ? [actions(buttons)] : [])];
}

function echoButtons(line: LineResult, speech: Speech): KnownBlock[] {
  const { t } = speech;
  const { lineId } = line;
  if (lineId === null || line.state === "cancelled") return [];
  if (isFruitless(line)) return [];
  const several = line.entries.length > 1;
  const entries = line.kind === "done" ? [] : line.entries.slice(0, 5);
  return [
    actions([
      ...entries.map((entry) =>
        button({
          text: several ? `${t("line.amend")}: ${nameOf(entry, speech)}` : t("line.amend"),
          actionId: lineIds.amendAt(entry.index),
          value: JSON.stringify({ lineId, entry: entry.index }),
        }),
      ),
      button({ text: t("line.cancel"), actionId: lineIds.cancel, value: lineId }),
    ]),
  ];
}

function cut(text: string): string {
  return [...text].slice(0, 300).join("");
}
