import { foldText } from "../japanese/index.ts";
import { localDay } from "../kernel/clock.ts";
import type { OperationContext } from "../kernel/context.ts";
import { performWithin } from "../kernel/operation.ts";
import { completeNextAction, type OpenAction, openActions } from "../next-actions/index.ts";
import type { KeptLine } from "./kept.ts";

/**
 * Carries out a 済 line: the one open promise of the customer is done; of several that fit, a person chooses. When
 * the name fits several customers, what is open with all of them decides, so that one card asks one thing.
 */
export async function completeNamed(context: OperationContext, line: KeptLine, only?: number): Promise<void> {
  const today = localDay(context.now, context.workspace.timeZone);
  for (const [entry, { customerId, body }] of line.reading.entries.entries()) {
    if (only !== undefined && entry !== only) continue;
    const asked = line.reading.questions.find(
      (question) => question.kind === "customer" && question.entry === entry,
    );
    const customerIds = customerId ? [customerId] : asked?.kind === "customer" ? asked.customerIds : [];
    const open = await openActions(context.db, context.workspaceId, customerIds, today);
    const fitting = fittingActions(distinct(open), body, line.memberId);
    if (asked && fitting.length > 0) {
      line.reading = {
        ...line.reading,
        questions: line.reading.questions.filter((question) => question !== asked),
      };
    }
    if (fitting.length === 1) await completeOne(context, line, fitting[0]!.id);
    else if (fitting.length > 1) {
      line.doneChoices.push({ entry, nextActionIds: fitting.map((action) => action.id) });
    }
  }
}

export async function completeOne(
  context: OperationContext,
  line: KeptLine,
  nextActionId: string,
): Promise<void> {
  await performWithin(context, completeNextAction, { nextActionId });
  line.doneIds.push(nextActionId);
}

/**
 * The open next actions that a 済 line may mean: those whose title the rest of the line names, else all; of these the
 * person's own before those of colleagues, and promises before the rest.
 */
export function fittingActions(open: readonly OpenAction[], words: string, memberId: string): OpenAction[] {
  const keys = words
    .split(/\s+/)
    .map(foldText)
    .filter((word) => word !== "");
  const narrowings: ((action: OpenAction) => boolean)[] = [
    (action) => keys.length > 0 && keys.every((key) => foldText(action.title).includes(key)),
    (action) => action.ownerId === memberId,
    (action) => action.kind === "promise",
  ];
  return narrowings.reduce((left: readonly OpenAction[], fits) => {
    const kept = left.filter(fits);
    return kept.length > 0 ? kept : left;
  }, open) as OpenAction[];
}

// A person of a company is found under the company and under themselves.
function distinct(actions: readonly OpenAction[]): OpenAction[] {
  return [...new Map(actions.map((action) => [action.id, action])).values()];
}
