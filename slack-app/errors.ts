import { type EnishiError, isEnishiError } from "../core/index.ts";
import type { Acting } from "./acting.ts";
import { type Message, message, section } from "./blocks/index.ts";

/** What a person is told of an error, in the one place where Slack translates them. */
export function errorMessage(acting: Pick<Acting, "host" | "speech" | "call">, error: unknown): Message {
  const text = isEnishiError(error) ? ruleText(acting, error) : null;
  const said = text ?? acting.host.errorText(error, acting.speech.locale, acting.call.requestId);
  return message(said, [section(said)]);
}

/** A refusal says by which rule, and so whom to ask instead, when the noun has a text for it. */
function ruleText(
  { host, speech, call }: Pick<Acting, "host" | "speech" | "call">,
  error: EnishiError,
): string | null {
  if (error.code === "forbidden" && error.params.role === "viewer") return speech.t("slack.error.viewer");
  if (error.code !== "forbidden" || typeof error.params.rule !== "string") return null;
  try {
    return host.text(call.locale, `error.forbidden.${error.params.rule}`, error.params);
  } catch {
    // No text of its own: the general one says enough.
    return null;
  }
}
