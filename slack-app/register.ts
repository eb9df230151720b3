import type { PluginHost } from "../core/index.ts";
import { registerAnswers } from "./answers/register.ts";
import { registerCommand } from "./commands.ts";
import { registerCustomers } from "./customers/register.ts";
import { registerDuplicates } from "./duplicates/register.ts";
import { registerHandovers } from "./handovers/register.ts";
import { handoverChecks } from "./handovers/reply-modals.ts";
import { helpChecks } from "./help/checks.ts";
import { registerHelp } from "./help/register.ts";
import { registerHome } from "./home/register.ts";
import { registerRemoval } from "./install/removal.ts";
import { lineChecks } from "./lines/checks.ts";
import { registerLines } from "./lines/register.ts";
import type { Listener } from "./listen.ts";
import { planningChecks } from "./next-actions/planning.ts";
import { registerNextActions } from "./next-actions/register.ts";
import type { SubmissionChecks } from "./submission.ts";
import { registerWorkspace } from "./workspace/open.ts";

/** Every noun's listeners: the explicit list. */
export function registerAll(listener: Listener, host: PluginHost): void {
  registerCommand(listener);
  registerCustomers(listener);
  registerLines(listener);
  registerNextActions(listener);
  registerHandovers(listener);
  registerDuplicates(listener);
  registerHelp(listener);
  registerAnswers(listener);
  registerWorkspace(listener);
  registerHome(listener);
  registerRemoval(listener, host);
}

/** Every noun's checks of its modals. */
export const submissionChecks: SubmissionChecks = {
  ...planningChecks,
  ...handoverChecks,
  ...lineChecks,
  ...helpChecks,
};
