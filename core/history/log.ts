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

type LogInput = z.output<typeof Input>;

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
  run: async (context, input) => ({ historyId: await log(context, input) }),
});

async function log(context: OperationContext, input: LogInput): Promise<string> {
  const id = context.newId();
  const entry = entryOf(context, input);
  checkOccurred(entry.occurredAt, entry.occurredUntil, context.now);
  const customerId = await insert(context, input, id, entry);
  context.changed({
    entity: "history",
    entityId: id,
    customerId,
    before: null,
    after: { customerId, ...entry },
  });
  context.emit("history.logged", { historyId: id, customerId, kind: entry.kind, flags: entry.flags });
  return id;
}

type NewEntry = ReturnType<typeof entryOf>;

// The plain case is one statement. When it inserts nothing, why not is looked up: a merge may have taken the customer,
// also while this statement waited for its lock, and the next try goes where it went.
async function insert(
  context: OperationContext,
  input: LogInput,
  id: string,
  entry: NewEntry,
): Promise<string> {
  const namedMembers = [...new Set([...entry.memberIds, ...(input.authorId ? [input.authorId] : [])])];
  let customerId = input.customerId;
  for (let tries = 0; tries < 3; tries++) {
    const values = [
      context.workspaceId,
      customerId,
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
    ];
    const named = namedMembers.length > 0 || entry.contactIds.length > 0;
    const [row] = await context.db.query(
      statement(named, entry.externalId !== null),
      named ? [...values, namedMembers] : values,
      { prepared: true },
    );
    if (row) return customerId;
    customerId = await whyNot(context, customerId, namedMembers, entry);
  }
  throw new EnishiError("customer_not_found", {}, { field: "customerId" });
}

function entryOf(context: OperationContext, input: LogInput) {
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

/** Where the customer went, for another try; else throws what kept the entry from being written. */
async function whyNot(
  context: OperationContext,
  customerId: string,
  namedMembers: readonly string[],
  entry: NewEntry,
): Promise<string> {
  const [row] = await context.db.query<{
    customerId: string | null;
    members: number;
    contacts: number;
    twin: string | null;
  }>(
    `with recursive ${namedCustomer("$2")},
       target as (select id from named where state = 'active' limit 1)
     select (select id from target) as "customerId",
            (select count(*) from member where workspace_id = $1 and id = any($3::uuid[])) as members,
            (select count(*) from customer where workspace_id = $1 and id = any($4::uuid[]) and kind = 'person')
              as contacts,
            (select id from history_entry where workspace_id = $1 and customer_id = (select id from target)
                and external_id = $5::text and cancelled_at is null) as twin`,
    [context.workspaceId, customerId, namedMembers, entry.contactIds, entry.externalId],
  );
  if (!row?.customerId) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  if (row.members < namedMembers.length) {
    throw new EnishiError("member_not_found", {}, { field: "memberIds" });
  }
  if (row.contacts < entry.contactIds.length) {
    throw new EnishiError("contact_not_found", {}, { field: "contactIds" });
  }
  if (row.twin) throw new EnishiError("already_logged", { historyId: row.twin });
  return row.customerId;
}

// `for key share` is the lock of a foreign key: a merge that holds the customer `for update` and this entry wait for
// each other, so no entry is left behind on a customer that has just become another one. What a plain entry does not
// need is left out: the statement is planned anew each time, and planning is most of what it costs.
function statement(named: boolean, external: boolean): string {
  return `
  insert into history_entry (workspace_id, id, customer_id, kind, direction, result, occurred_at, occurred_until,
         precision, recorded_at, author_id, recorder_id, contact_ids, member_ids, group_id, title, body, flags,
         visibility, surface, external_id, ref_type, ref_id)
  select $1, $3, c.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::uuid[], $14, $15, $16, $17, $18, $19, $20,
         $21::text, $22, $23
    from customer c
   where c.workspace_id = $1 and c.id = $2::uuid and c.state = 'active'${named ? allNamedExist : ""}
     for key share of c
  ${external ? onceOutside : ""}
  returning id`;
}

const allNamedExist = `
     and (select count(*) from member where workspace_id = $1 and id = any($24::uuid[])) = cardinality($24::uuid[])
     and (select count(*) from customer where workspace_id = $1 and id = any($13::uuid[]) and kind = 'person')
         = cardinality($13::uuid[])`;

const onceOutside = `on conflict (workspace_id, customer_id, external_id)
    where external_id is not null and cancelled_at is null do nothing`;
