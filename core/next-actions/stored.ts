import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { DuePrecision, NextActionKind } from "./fields.ts";

/** A next action as it stands in the database, and as the audit trail keeps it. */
export interface StoredAction {
  id: string;
  customerId: string | null;
  kind: NextActionKind;
  title: string;
  dueOn: string | null;
  dueTime: string | null;
  duePrecision: DuePrecision;
  asTyped: string | null;
  ownerId: string;
  state: "open" | "done" | "cancelled";
  needsReview: boolean;
  completedAt: Date | null;
  completedById: string | null;
  version: number;
}

const columns = `
  id, customer_id as "customerId", kind, title, due_on as "dueOn", due_time as "dueTime",
  due_precision as "duePrecision", as_typed as "asTyped", owner_id as "ownerId", state,
  needs_review as "needsReview", completed_at as "completedAt", completed_by_id as "completedById", version`;

/**
 * Reads a next action and keeps others from changing it until the transaction ends.
 * Errors: `next_action_not_found`, `stale_copy` when the person saw another version.
 */
export async function lockAction(
  context: OperationContext,
  nextActionId: string,
  version?: number,
): Promise<StoredAction> {
  const [action] = await context.db.query<StoredAction>(
    `select ${columns} from next_action where workspace_id = $1 and id = $2 for update`,
    [context.workspaceId, nextActionId],
  );
  if (!action) throw new EnishiError("next_action_not_found", {}, { field: "nextActionId" });
  if (version !== undefined && version !== action.version) throw new EnishiError("stale_copy");
  return action;
}

/** As `lockAction`, of one that is still open. Error: `next_action_closed` with its `state`. */
export async function lockOpenAction(
  context: OperationContext,
  nextActionId: string,
  version?: number,
): Promise<StoredAction> {
  const action = await lockAction(context, nextActionId, version);
  if (action.state !== "open") throw new EnishiError("next_action_closed", { state: action.state });
  return action;
}

/** Writes a changed next action with its audit row. The caller holds its lock. Errors: as `requireKnown`. */
export async function writeAction(
  context: OperationContext,
  before: StoredAction,
  changed: Partial<StoredAction>,
): Promise<StoredAction> {
  const after = { ...before, ...changed, version: before.version + 1 };
  await context.db.query(
    `update next_action
        set customer_id = $3, kind = $4, title = $5, due_on = $6, due_time = $7, due_precision = $8, owner_id = $9,
            state = $10, needs_review = $11, completed_at = $12, completed_by_id = $13, version = $14
      where workspace_id = $1 and id = $2`,
    [
      context.workspaceId,
      before.id,
      after.customerId,
      after.kind,
      after.title,
      after.dueOn,
      after.dueTime,
      after.duePrecision,
      after.ownerId,
      after.state,
      after.needsReview,
      after.completedAt,
      after.completedById,
      after.version,
    ],
  );
  context.changed({
    entity: "next_action",
    entityId: before.id,
    customerId: after.customerId,
    before,
    after,
  });
  return after;
}
