import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";

/** An entry as it stands in the database, and as the audit trail keeps it. */
export interface StoredEntry {
  id: string;
  customerId: string;
  kind: string;
  direction: string | null;
  result: string | null;
  occurredAt: Date;
  occurredUntil: Date | null;
  precision: string;
  authorId: string | null;
  recorderId: string | null;
  contactIds: string[];
  memberIds: string[];
  title: string | null;
  body: string;
  flags: string[];
  visibility: string;
  externalId: string | null;
  cancelledAt: Date | null;
  version: number;
}

export const storedColumns = `
  id, customer_id as "customerId", kind, direction, result, occurred_at as "occurredAt",
  occurred_until as "occurredUntil", precision, author_id as "authorId", recorder_id as "recorderId",
  contact_ids as "contactIds", member_ids as "memberIds", title, body, flags, visibility,
  external_id as "externalId", cancelled_at as "cancelledAt", version`;

/** Reads an entry and keeps others from changing it until the transaction ends. Error: `history_not_found`. */
export async function lockEntry(context: OperationContext, historyId: string): Promise<StoredEntry> {
  const [entry] = await context.db.query<StoredEntry>(
    `select ${storedColumns} from history_entry where workspace_id = $1 and id = $2 for update`,
    [context.workspaceId, historyId],
  );
  if (!entry) throw new EnishiError("history_not_found", {}, { field: "historyId" });
  return entry;
}
