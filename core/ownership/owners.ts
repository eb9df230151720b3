import { z } from "zod";
import { namedCustomer } from "../history/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineQuery } from "../kernel/operation.ts";

const Owner = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  status: z.string(),
  role: z.string(),
  reason: z.string().nullable(),
  since: z.string(),
  until: z.string().nullable(),
  handoverId: z.uuid().nullable(),
});

/** Who answers for a customer and who did before: those of today first, the owner before the others. Error: `customer_not_found`. */
export const listOwners = defineQuery({
  name: "ownership.owners",
  summary: "Lists who answers for a customer, today and before.",
  input: z.object({ customerId: z.uuid() }),
  output: z.object({ items: z.array(Owner) }),
  permission: "ownership.read",
  http: { method: "get", path: "/v1/customers/{customerId}/owners" },
  run: async (context, { customerId }) => {
    const [row] = await context.db.query<{ customerId: string | null; items: z.infer<typeof Owner>[] }>(
      statement,
      [context.workspaceId, customerId],
    );
    if (!row?.customerId) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
    context.shows([row.customerId]);
    return { items: row.items };
  },
});

const instantText = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const statement = `
  with recursive ${namedCustomer("$2")}, target as (select id from named where state = 'active' limit 1)
  select (select id from target) as "customerId",
         coalesce((select json_agg(json_build_object(
            'id', o.id, 'memberId', o.member_id, 'name', m.name, 'status', m.status, 'role', o.role,
            'reason', o.reason, 'since', ${instantText("o.since")}, 'until', ${instantText("o.until")},
            'handoverId', o.handover_id)
            order by (o.until is not null), case when o.role = 'owner' then 0 else 1 end, o.since desc, o.id desc)
           from ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
          where o.workspace_id = $1 and o.customer_id = (select id from target)), '[]') as items`;
