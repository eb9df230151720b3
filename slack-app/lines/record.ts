import { type LineResult, recordLine } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { message, section } from "../blocks/index.ts";
import { findMessage } from "../customers/find.ts";
import type { Verb } from "../words/verbs.ts";
import { echoMessage } from "./echo-view.ts";

/** Letters of a line; core takes no more. */
export const LONGEST = 4000;

/** `/crm 記録 …` and its kin: records the line and answers how it was read. */
export async function recordTyped(
  acting: Acting,
  typed: { verb: Verb; word: string; rest: string; line: string },
): Promise<void> {
  const { t } = acting.speech;
  if (typed.rest === "") return say(acting, t("slack.line.what", { verb: typed.word }));
  const input = typed.verb.keepsWord ? { text: typed.line } : { text: typed.rest, verb: typed.word };
  await record(acting, input, acting.once());
}

/** Records a line, typed when the delivery was sent unless `typedAt` says otherwise; only a name shows the customer instead. */
export async function record(
  acting: Acting,
  input: { text: string; verb?: string; customerId?: string; typedAt?: string },
  key: { idempotencyKey: string },
  how: "new" | "replace" = "new",
): Promise<void> {
  if (input.text.length > LONGEST)
    return say(acting, acting.speech.t("slack.line.too_long", { max: LONGEST }));
  const typed = { typedAt: acting.sentAt.toISOString(), ...input };
  const line: LineResult = await acting.host.perform(recordLine, typed, acting.call, key);
  if (line.lineId !== null) return acting.reply(echoMessage(line, acting.speech), how);
  await acting.reply(await findMessage(acting, input.text));
}

async function say(acting: Acting, text: string): Promise<void> {
  await acting.reply(message(text, [section(text)]));
}
