import { context, type Message, message, section } from "../blocks/index.ts";
import type { Speech } from "../text.ts";

/** What somebody who is no member is told: only how to become one. */
export function notLinkedMessage(
  why: "unlinked" | "outsider" | "former" | "unknown_workspace",
  { t }: Speech,
): Message {
  const text = t(`slack.members.${why}`);
  if (why !== "unlinked") return message(text, [section(text)]);
  return message(text, [section(text), context(t("slack.members.how_to_link"))]);
}
