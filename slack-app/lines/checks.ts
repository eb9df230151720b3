import type { SubmissionChecks } from "../submission.ts";
import { lineIds } from "./ids.ts";

/** What the modals of lines take. */
export const lineChecks: SubmissionChecks = {
  [lineIds.logView]: (values, say) =>
    String(values.text ?? "").trim() === "" ? { text: say("slack.field.required") } : null,
  [lineIds.chooseView]: (values, say) => (values.customer ? null : { customer: say("slack.field.required") }),
};
