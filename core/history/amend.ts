import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { EntryFields } from "./fields.ts";
import { namedCustomer } from "./named-customer.ts";
import { checkOccurred, requireChange } from "./rules.ts";
import { lockEntry, type StoredEntry } from "./stored.ts";

const Input = EntryFields.partial().extend({
  historyId: z.uuid(),
  /** The version that the person saw. */
  version: z.number().int().optional(),
  /** The customer it really was about. */
  customerId: z.uuid().optional(),
});

/**
 * Mends an entry (直す); what is not named stays. The old wording stays in the audit trail.
 * Errors: `history_not_found`, `history_cancelled`, `forbidden` (someone else's), `stale_copy`, `customer_not_found`,
 * `member_not_found`, `contact_not_found`, `already_logged`, `occurred_in_future`.
 */
export const amendHistory = defineOperation({
  name: "history.amend",
  summary: "Mends an entry of the history.",
  input: Input,
  output: z.object({ historyId: z.uuid(), version: z.number() }),
  permission: "history.write",
  http: { method: "patch", path: "/v1/history/{historyId}" },
  run: async (context, input) => {
    const { historyId, version, ...asked } = input;
    const entry = await lockEntry(context, historyId);
    requireChange(context.actor, entry);
    if (entry.cancelledAt) throw new EnishiError("history_cancelled");
    if (version !== undefined && version !== entry.version) throw new EnishiError("stale_copy");
    const after = amended(entry, asked);
    checkOccurred(after.occurredAt, after.occurredUntil, context.now);
    await write(context, entry, after);
    context.changed({
      entity: "history",
      entityId: entry.id,
      customerId: after.customerId,
      before: entry,
      after,
    });
    context.emit("history.amended", { historyId: entry.id, customerId: after.customerId });
    return { historyId: entry.id, version: after.version };
  },
});

function amended(
  entry: StoredEntry,
  asked: Omit<z.output<typeof Input>, "historyId" | "version">,
): StoredEntry {
  const named = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const occurredAt = asked.occurredAt ? new Date(asked.occurredAt) : entry.occurredAt;
  const occurredUntil =
    asked.occurredUntil === undefined ? entry.occurredUntil : instantOrNull(asked.occurredUntil);
  return { ...entry, ...named, occurredAt, occurredUntil, version: entry.version + 1 };
}

function instantOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

async function write(context: OperationContext, before: StoredEntry, after: StoredEntry): Promise<void> {
  const members = [...new Set([...after.memberIds, ...(after.authorId ? [after.authorId] : [])])];
  const [row] = await context.db.query<{
    customerId: string | null;
    membersMissing: number;
    contactsMissing: number;
    twin: string | null;
  }>(statement, [
    context.workspaceId,
    before.id,
    after.customerId,
    after.kind,
    after.direction,
    after.result,
    after.occurredAt,
    after.occurredUntil,
    after.precision,
    after.authorId,
    after.contactIds,
    after.memberIds,
    after.title,
    after.body,
    after.flags,
    after.visibility,
    after.version,
    after.externalId,
    members,
    after.customerId === before.customerId,
  ]);
  if (!row?.customerId) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  if (row.membersMissing > 0) throw new EnishiError("member_not_found", {}, { field: "memberIds" });
  if (row.contactsMissing > 0) throw new EnishiError("contact_not_found", {}, { field: "contactIds" });
  if (row.twin) throw new EnishiError("already_logged", { historyId: row.twin });
  after.customerId = row.customerId;
}

// An entry that stays with its customer stays there even when that customer has been merged or erased since.
const statement = `
  with recursive ${namedCustomer("$3")}, target as (
    select coalesce((select id from named where state = 'active' limit 1), case when $20::boolean then $3::uuid end) as id
  ), checked as (
    select t.id,
           cardinality($19::uuid[])
             - (select count(*) from member where workspace_id = $1 and id = any($19::uuid[])) as members,
           cardinality($11::uuid[])
             - (select count(*) from customer where workspace_id = $1 and id = any($11::uuid[]) and kind = 'person')
             as contacts,
           (select h.id from history_entry h
             where h.workspace_id = $1 and h.customer_id = t.id and h.external_id = $18::text
               and h.cancelled_at is null and h.id <> $2::uuid) as twin
      from target t
  ), written as (
    update history_entry h
       set customer_id = c.id, kind = $4, direction = $5, result = $6, occurred_at = $7, occurred_until = $8,
           precision = $9, author_id = $10, contact_ids = $11, member_ids = $12, title = $13, body = $14,
           flags = $15, visibility = $16, version = $17
      from checked c
     where h.workspace_id = $1 and h.id = $2 and c.id is not null and c.members = 0 and c.contacts = 0
       and c.twin is null
    returning h.id
  )
  select c.id as "customerId", c.members as "membersMissing", c.contacts as "contactsMissing", c.twin
    from checked c`;
