import { z } from "zod";
import { decodeCursor, encodeCursor, namedCustomer, pageLimit, uuidPattern } from "../history/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineQuery } from "../kernel/operation.ts";
import { pageOf } from "../kernel/page.ts";

const Purchase = z.object({
  id: z.uuid(),
  customerId: z.uuid(),
  customerName: z.string(),
  item: z.string().nullable(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  /** In yen. */
  unitPrice: z.number().nullable(),
  amount: z.number().nullable(),
  purchasedOn: z.string(),
  /** How exactly the day is known: of a month it is the first day. */
  precision: z.enum(["day", "month", "year"]),
  deliveredOn: z.string().nullable(),
  note: z.string().nullable(),
  memberId: z.uuid().nullable(),
  memberName: z.string().nullable(),
  recordedAt: z.string(),
  importId: z.uuid().nullable(),
  externalId: z.string().nullable(),
  version: z.number(),
});
export type Purchase = z.infer<typeof Purchase>;

/**
 * What a customer, its sites and its people bought, newest first. `nextCursor` is null on the last page.
 * Errors: `customer_not_found`, `invalid_cursor`.
 */
export const listPurchases = defineQuery({
  name: "purchases.list",
  summary: "Lists what a customer with its sites and people bought, newest first.",
  input: z.object({
    customerId: z.uuid(),
    limit: pageLimit.default(20),
    cursor: z.string().max(500).optional(),
  }),
  output: z.object({ items: z.array(Purchase), nextCursor: z.string().nullable() }),
  permission: "purchases.read",
  http: { method: "get", path: "/v1/customers/{customerId}/purchases" },
  async run(context, { customerId, limit, cursor }) {
    const [on, id] = cursor ? decodeCursor(cursor, [/^\d{4}-\d\d-\d\d$/, uuidPattern]) : [null, null];
    const [row] = await context.db.query<{ found: boolean; items: Purchase[] | null }>(statement, [
      context.workspaceId,
      customerId,
      limit + 1,
      on,
      id,
    ]);
    if (!row?.found) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
    const page = pageOf(row.items ?? [], limit, (last) => encodeCursor([last.purchasedOn, last.id]));
    context.shows([customerId, ...page.items.map((item) => item.customerId)]);
    return page;
  },
});

// Company, its sites, their people, as in the history.
const statement = `
  with recursive ${namedCustomer("$2")}, family as (
    select id, 0 as depth from named where state = 'active'
    union
    select c.id, f.depth + 1 from family f
      join customer c on c.workspace_id = $1 and c.parent_id = f.id and c.state = 'active' where f.depth < 2
  ), page as (
    select p.* from purchase p
     where p.workspace_id = $1 and p.customer_id in (select id from family)
       and ($4::date is null or (p.purchased_on, p.id) < ($4::date, $5::uuid))
     order by p.purchased_on desc, p.id desc limit $3::int
  )
  select exists (select 1 from named where state = 'active') as found,
         (select json_agg(json_build_object(
           'id', p.id, 'customerId', p.customer_id, 'customerName', c.name, 'item', p.item,
           'quantity', p.quantity::float8, 'unit', p.unit, 'unitPrice', p.unit_price::float8,
           'amount', p.amount::float8, 'purchasedOn', p.purchased_on, 'precision', p.precision,
           'deliveredOn', p.delivered_on, 'note', p.note, 'memberId', p.member_id, 'memberName', m.name,
           'recordedAt', to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'importId', p.import_id, 'externalId', p.external_id, 'version', p.version)
           order by p.purchased_on desc, p.id desc)
           from page p
           join customer c on c.workspace_id = $1 and c.id = p.customer_id
           left join member m on m.workspace_id = $1 and m.id = p.member_id) as items`;
