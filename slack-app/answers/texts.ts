import type { AnswerTexts } from "../blocks/index.ts";
import type { Speech } from "../text.ts";

/** The words around an answer of a plugin. */
export function answerTexts({ t }: Speech): AnswerTexts {
  return {
    confirmTitle: t("slack.answer.confirm_title"),
    confirm: t("slack.answer.confirm"),
    deny: t("slack.answer.deny"),
    more: (count) => t("slack.answer.more", { count }),
  };
}
