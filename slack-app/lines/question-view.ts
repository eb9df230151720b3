import type { ActionsBlockElement, KnownBlock } from "@slack/types";
import type { LineResult } from "../../core/index.ts";
import { actions, button, datepicker, section } from "../blocks/index.ts";
import { dueText } from "../customers/say.ts";
import type { Speech } from "../text.ts";
import { dateLabel } from "../words/days.ts";
import { lineIds, questionBlock } from "./ids.ts";
import { nameOf } from "./say-line.ts";

type Question = LineResult["questions"][number];

/** A person answers at most so many at once; the rest comes with the next echo. */
const MOST = 6;
const CHOICES = 8;

/** The one card of questions, all of it buttons and days. Unanswered, the line stays 要確認. */
export function questionBlocks(line: LineResult, speech: Speech): KnownBlock[] {
  const { lineId } = line;
  if (lineId === null) return [];
  let count = 0;
  return line.questions.slice(0, MOST).flatMap((question) => {
    const elements = elementsOf(question, lineId, speech, () => count++);
    return [
      section(questionText(question, speech)),
      actions(elements, { blockId: questionBlock(lineId, question.id) }),
    ];
  });
}

/** 「三和」はどの顧客ですか? */
export function questionText(question: Question, { t }: Speech): string {
  const text = [...question.text].slice(0, 60).join("");
  if (question.kind === "member") return t(`line.question.member.${question.role ?? "owner"}`, { text });
  if (question.kind === "due" || question.kind === "occurred") {
    const holiday = question.options.find((option) => option.facts.holiday)?.facts.holiday ?? "";
    return t(`line.question.${question.kind}.${question.reason ?? "ambiguous"}`, { text, holiday });
  }
  return t(`line.question.${question.kind}`, { text });
}

function elementsOf(
  question: Question,
  lineId: string,
  speech: Speech,
  next: () => number,
): ActionsBlockElement[] {
  const { t } = speech;
  const press = (text: string, value: string) =>
    button({
      text,
      actionId: lineIds.answerAt(next()),
      value: JSON.stringify({ lineId, id: question.id, value }),
    });
  const choices = question.options
    .slice(0, CHOICES)
    .map((option) => press(choiceText(question, option, speech), option.value));
  switch (question.kind) {
    case "customer":
    case "unknown_customer":
      return [
        ...choices,
        button({
          text: t(choices.length > 0 ? "slack.line.other_customer" : "slack.line.choose_customer"),
          actionId: lineIds.chooseCustomer,
          value: JSON.stringify({ lineId, id: question.id }),
        }),
      ];
    case "member":
      return [...choices, press(t("slack.line.nobody"), "none")];
    case "due":
      return [
        ...choices,
        datepicker({ actionId: lineIds.answerDay, placeholder: t("slack.line.other_day") }),
        press(t("next_action.precision.none"), "none"),
      ];
    case "occurred":
      return [
        ...choices,
        datepicker({ actionId: lineIds.answerDay, placeholder: t("slack.line.other_day") }),
      ];
    case "next_action":
      return [...choices, press(t("slack.line.none_of_them"), "none")];
  }
}

/** What tells a choice from its neighbours: 三和電機工業(大阪府・佐藤), 11/23(月) 勤労感謝の日. */
function choiceText(question: Question, option: Question["options"][number], speech: Speech): string {
  const { facts, value } = option;
  if (question.kind === "due" || question.kind === "occurred") {
    return [dateLabel(value, speech.today, speech.locale), facts.holiday].filter(Boolean).join(" ");
  }
  const name = nameOf({ customerName: facts.name ?? null, siteName: facts.siteName ?? null }, speech);
  if (question.kind === "member") return facts.name ?? "";
  if (question.kind === "next_action") {
    const due = dueText({ dueOn: facts.dueOn ?? null, dueTime: null, duePrecision: "day" }, speech);
    return `${facts.title ?? ""} ${due} ${name}`;
  }
  const told = [facts.prefecture, ...(facts.ownerNames ?? [])].filter(Boolean).join("・");
  return told === "" ? name : `${name} (${told})`;
}
