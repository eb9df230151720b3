import type { ApiAnswer } from "./emulator.ts";
import { type LintError, lintMessage, lintView } from "./lint/index.ts";

/** What Slack says to a message, or undefined when it takes it. A missing fallback text is only a warning. */
export function refuseMessage(message: object): ApiAnswer | undefined {
  const faults = lintMessage(message).filter(({ code }) => code !== "missing_fallback_text");
  if (faults.length === 0) return undefined;
  const tooLong = faults.every(({ code }) => code === "msg_blocks_too_long");
  return refusal(tooLong ? "msg_blocks_too_long" : "invalid_blocks", faults);
}

export function warnMessage(message: object): string | undefined {
  const missing = lintMessage(message).some(({ code }) => code === "missing_fallback_text");
  return missing ? "missing_text_in_message" : undefined;
}

/** What Slack says to a view, or undefined when it takes it. */
export function refuseView(view: unknown): ApiAnswer | undefined {
  const faults = lintView(view).map((fault) => ({ ...fault, pointer: `/view${fault.pointer}` }));
  return faults.length === 0 ? undefined : refusal("invalid_arguments", faults);
}

function refusal(error: string, faults: LintError[]): ApiAnswer {
  const lines = faults.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  return {
    ok: false,
    error,
    errors: lines,
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  };
}
