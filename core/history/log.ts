import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { EntryFields } from "./fields.ts";
import { requiredText } from "./input.ts";
import { namedCustomer } from "./named-customer.ts";
import { checkOccurred } from "./rules.ts";

const Input = EntryFields.extend({
  customerId: z.uuid(),
  /** One line about several customers. */
  groupId: z.uuid().nullish(),
  /** Id of the thing outside (a mail's Message-ID): the same one is logged once per customer. */
  externalId: requiredText(1_000).nullish(),
  refType: z.string().max(60).nullish(),
  refId: z.uuid().nullish(),
});

/**
 * Puts one entry on a customer's history; of a merged customer, on the one it became.
 * `occurredAt` is an ISO instant, now when absent. Errors: `customer_not_found`, `member_not_found`,
 * `contact_not_found`, `already_logged` (same `externalId`; its `historyId` is in the params), `occurred_in_future`.
 */
export const logHistory = defineOperation({
  name: "history.log",
  summary: "Logs what happened with a customer: a call, a visit, a mail, a note.",
  input: Input,
  output: z.object({ historyId: z.uuid() }),
  permission: "history.write",
  http: { method: "post", path: "/v1/customers/{customerId}/history", status: 201 },
  run: async (context, input) => ({ historyId: await log(context, input, 0) }),
});

interface Logged {
  named: string | null;
  customerId: string | null;
  membersMissing: number;
  contactsMissing: number;
  historyId: string | null;
}

async function log(context: OperationContext, input: z.output<typeof Input>, tries: number): Promise<string> {
  const id = context.newId();
  const entry = entryOf(context, input);
  checkOccurred(entry.occurredAt, entry.occurredUntil, context.now);
  const [row] = await context.db.query<Logged>(statement, [
    context.workspaceId,
    input.customerId,
    id,
    entry.kind,
    entry.direction,
    entry.result,
    entry.occurredAt,
    entry.occurredUntil,
    entry.precision,
    context.now,
    entry.authorId,
    entry.recorderId,
    entry.contactIds,
    entry.memberIds,
    entry.groupId,
    entry.title,
    entry.body,
    entry.flags,
    entry.visibility,
    context.surface,
    entry.externalId,
    entry.refType,
    entry.refId,
    [...new Set([...entry.memberIds, ...(input.authorId ? [input.authorId] : [])])],
  ]);
  if (!row?.named) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  if (row.membersMissing > 0) throw new EnishiError("member_not_found", {}, { field: "memberIds" });
  if (row.contactsMissing > 0) throw new EnishiError("contact_not_found", {}, { field: "contactIds" });
  if (!row.customerId) {
    // A merge took the customer while this statement waited for its lock: the next one sees where it went.
    if (tries < 3) return log(context, input, tries + 1);
    throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  }
  if (!row.historyId) throw await alreadyLogged(context, row.customerId, entry.externalId);
  context.changed({
    entity: "history",
    entityId: id,
    customerId: row.customerId,
    before: null,
    after: { customerId: row.customerId, ...entry },
  });
  context.emit("history.logged", {
    historyId: id,
    customerId: row.customerId,
    kind: entry.kind,
    flags: entry.flags,
  });
  return id;
}

function entryOf(context: OperationContext, input: z.output<typeof Input>) {
  return {
    kind: input.kind,
    direction: input.direction ?? null,
    result: input.result ?? null,
    occurredAt: input.occurredAt ? new Date(input.occurredAt) : context.now,
    occurredUntil: input.occurredUntil ? new Date(input.occurredUntil) : null,
    precision: input.precision ?? "time",
    authorId: input.authorId ?? context.actor.memberId,
    recorderId: context.actor.memberId,
    contactIds: [...new Set(input.contactIds ?? [])],
    memberIds: [...new Set(input.memberIds ?? [])],
    groupId: input.groupId ?? null,
    title: input.title || null,
    body: input.body ?? "",
    flags: [...new Set(input.flags ?? [])],
    visibility: input.visibility ?? "all",
    externalId: input.externalId ?? null,
    refType: input.refType ?? null,
    refId: input.refId ?? null,
  };
}

async function alreadyLogged(context: OperationContext, customerId: string, externalId: string | null) {
  const [row] = await context.db.query<{ id: string }>(
    `select id from history_entry
      where workspace_id = $1 and customer_id = $2 and external_id = $3 and cancelled_at is null`,
    [context.workspaceId, customerId, externalId],
  );
  return new EnishiError("already_logged", { historyId: row?.id ?? "" });
}

// `for key share` is the lock of a foreign key: a merge that holds the customer `for update` and this entry wait for
// each other, so no entry is left behind on a customer that has just become another one.
const statement = `
  with recursive ${namedCustomer("$2")}, target as (
    select c.id from customer c
     where c.workspace_id = $1 and c.state = 'active'
       and c.id = (select id from named where state = 'active' limit 1)
       for key share
  ), missing as (
    select cardinality($24::uuid[])
             - (select count(*) from member where workspace_id = $1 and id = any($24::uuid[])) as members,
           cardinality($13::uuid[])
             - (select count(*) from customer where workspace_id = $1 and id = any($13::uuid[])
                 and kind = 'person') as contacts
  ), logged as (
    insert into history_entry (workspace_id, id, customer_id, kind, direction, result, occurred_at, occurred_until,
           precision, recorded_at, author_id, recorder_id, contact_ids, member_ids, group_id, title, body, flags,
           visibility, surface, external_id, ref_type, ref_id)
    select $1, $3, t.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23
      from target t, missing m where m.members = 0 and m.contacts = 0
    on conflict (workspace_id, customer_id, external_id) where external_id is not null and cancelled_at is null
      do nothing
    returning id
  )
  select (select id from named where state = 'active' limit 1) as named, (select id from target) as "customerId",
         m.members as "membersMissing", m.contacts as "contactsMissing", (select id from logged) as "historyId"
    from missing m`;
