import type { SubmissionChecks } from "../submission.ts";
import { helpIds } from "./ids.ts";

/** The search modal needs a customer. */
export const helpChecks: SubmissionChecks = {
  [helpIds.findView]: (values, say) => (values.customer ? null : { customer: say("slack.field.required") }),
};
