import { z } from "zod";
import type { QueryContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineQuery } from "../kernel/operation.ts";
import { pageOf } from "../kernel/page.ts";
import { decodeCursor, encodeCursor, uuidPattern } from "./cursor.ts";
import { pageLimit } from "./input.ts";
import { namedCustomer } from "./named-customer.ts";

const Entry = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  customerName: z.string(),
  kind: z.string(),
  direction: z.string().nullable(),
  result: z.string().nullable(),
  occurredAt: z.string(),
  occurredUntil: z.string().nullable(),
  precision: z.string(),
  recordedAt: z.string(),
  authorId: z.uuid().nullable(),
  authorName: z.string().nullable(),
  recorderId: z.uuid().nullable(),
  recorderName: z.string().nullable(),
  contactIds: z.array(z.uuid()),
  memberIds: z.array(z.uuid()),
  groupId: z.uuid().nullable(),
  title: z.string().nullable(),
  body: z.string(),
  flags: z.array(z.string()),
  surface: z.string(),
  refType: z.string().nullable(),
  refId: z.uuid().nullable(),
  version: z.number(),
});
export type HistoryItem = z.infer<typeof Entry>;

/**
 * The history of a customer, its sites and its people, newest first, cancelled entries left out.
 * `nextCursor` is null on the last page. Errors: `customer_not_found`, `invalid_cursor`.
 */
export const listHistory = defineQuery({
  name: "history.list",
  summary: "Lists the history of a customer with its sites and people, newest first.",
  input: z.object({
    customerId: z.uuid(),
    limit: pageLimit.default(20),
    cursor: z.string().max(500).optional(),
  }),
  output: z.object({ items: z.array(Entry), nextCursor: z.string().nullable() }),
  permission: "history.read",
  http: { method: "get", path: "/v1/customers/{customerId}/history" },
  run: async (context, { customerId, limit, cursor }) => {
    const rows = await read(context, customerId, limit + 1, cursor);
    const page = pageOf(rows, limit, (last) => encodeCursor([last.occurredAt, last.id]));
    context.shows([customerId, ...page.items.map((item) => item.customerId)]);
    return page;
  },
});

async function read(context: QueryContext, customerId: string, limit: number, cursor: string | undefined) {
  const [at, id] = cursor
    ? decodeCursor(cursor, [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, uuidPattern])
    : [null, null];
  const [row] = await context.db.query<{ found: boolean; items: HistoryItem[] | null }>(statement, [
    context.workspaceId,
    customerId,
    limit,
    at,
    id,
    context.actor.role === "admin" || context.actor.role === "manager",
    context.actor.memberId,
  ]);
  if (!row?.found) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  return row.items ?? [];
}

const instantText = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// Company, its sites, their people: two levels below the customer that is asked for.
const statement = `
  with recursive ${namedCustomer("$2")}, family as (
    select id, 0 as depth from named where state = 'active'
    union
    select c.id, f.depth + 1 from family f
      join customer c on c.workspace_id = $1 and c.parent_id = f.id and c.state = 'active' where f.depth < 2
  ), page as (
    select h.* from history_entry h
     where h.workspace_id = $1 and h.customer_id in (select id from family) and h.cancelled_at is null
       and ($4::timestamptz is null or (h.occurred_at, h.id) < ($4, $5::uuid))
       and (h.visibility = 'all' or $6::boolean or $7::uuid in (h.author_id, h.recorder_id))
     order by h.occurred_at desc, h.id desc limit $3::int
  )
  select exists (select 1 from named where state = 'active') as found,
         (select json_agg(json_build_object(
           'id', p.id, 'customerId', p.customer_id, 'customerName', c.name, 'kind', p.kind,
           'direction', p.direction, 'result', p.result,
           'occurredAt', ${instantText("p.occurred_at")}, 'occurredUntil', ${instantText("p.occurred_until")},
           'precision', p.precision, 'recordedAt', ${instantText("p.recorded_at")},
           'authorId', p.author_id, 'authorName', a.name, 'recorderId', p.recorder_id, 'recorderName', r.name,
           'contactIds', p.contact_ids, 'memberIds', p.member_ids, 'groupId', p.group_id,
           'title', p.title, 'body', p.body, 'flags', p.flags, 'surface', p.surface,
           'refType', p.ref_type, 'refId', p.ref_id, 'version', p.version)
           order by p.occurred_at desc, p.id desc)
           from page p
           join customer c on c.workspace_id = $1 and c.id = p.customer_id
           left join member a on a.workspace_id = $1 and a.id = p.author_id
           left join member r on r.workspace_id = $1 and r.id = p.recorder_id) as items`;
