import type { Acting } from "../acting.ts";
import { ANSWER_ACTION, message, parseAnswerAction, section } from "../blocks/index.ts";
import type { Listener } from "../listen.ts";
import { pressed } from "../pressed.ts";

/** The buttons of answers that plugins give: an operation by its name, carried out as whoever presses. */
export function registerAnswers(listener: Listener): void {
  listener.action(ANSWER_ACTION, async (acting: Acting) => {
    const action = parseAnswerAction(pressed(acting.body));
    if (!action) return;
    await acting.host.performNamed(action.operation, action.input, acting.call, acting.once());
    const text = acting.speech.t("slack.answer.done");
    await acting.reply(message(text, [section(text)]));
  });
}
