import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Party, Standing } from "./rules.ts";

/**
 * Locks customers, in one order so that two handovers never wait for each other, and reads who owns them and whether
 * they wait in a handover. Merged ones are followed; each customer comes once, in the order asked for.
 * Error: `customer_not_found`.
 */
export async function lockStandings(
  context: OperationContext,
  customerIds: readonly string[],
): Promise<Standing[]> {
  const resolved = await context.db.query<{ asked: string; id: string | null }>(
    `with recursive chain as (
       select c.id as asked, c.id, c.state, c.merged_into_id, 0 as hops from customer c
        where c.workspace_id = $1 and c.id = any($2::uuid[])
       union all
       select n.asked, c.id, c.state, c.merged_into_id, n.hops + 1
         from chain n join customer c on c.workspace_id = $1 and c.id = n.merged_into_id
        where n.state = 'merged' and n.hops < 10
     )
     select w.id as asked, (select x.id from chain x where x.asked = w.id and x.state = 'active' limit 1) as id
       from unnest($2::uuid[]) with ordinality as w (id, position) order by w.position`,
    [context.workspaceId, customerIds],
  );
  const ids = [...new Set(resolved.map((row) => row.id))];
  const known = ids.filter((id) => id !== null);
  await context.db.query(
    `select id from customer where workspace_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [context.workspaceId, known],
  );
  const standings = await context.db.query<Standing>(
    `select c.id as "customerId", c.name, o.member_id as "ownerId", h.id as "openHandoverId"
       from unnest($2::uuid[]) with ordinality as w (id, position)
       join customer c on c.workspace_id = $1 and c.id = w.id and c.state = 'active'
       left join ownership o on o.workspace_id = $1 and o.customer_id = c.id and o.role = 'owner' and o.until is null
       left join lateral (
         select h.id from handover_customer hc
           join handover h on h.workspace_id = $1 and h.id = hc.handover_id and h.state in ('proposed', 'asked')
          where hc.workspace_id = $1 and hc.customer_id = c.id limit 1) h on true
      order by w.position`,
    [context.workspaceId, known],
  );
  // Fewer than asked for: unknown or erased, or merged away while we waited for the lock.
  if (standings.length < ids.length)
    throw new EnishiError("customer_not_found", {}, { field: "customerIds" });
  return standings;
}

/** Members by id, with what decides whether they can take part. */
export async function readParties(
  context: OperationContext,
  memberIds: readonly (string | null)[],
): Promise<Map<string, Party>> {
  const rows = await context.db.query<Party>(
    "select id, name, role, status from member where workspace_id = $1 and id = any($2::uuid[])",
    [context.workspaceId, memberIds.filter((id) => id !== null)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
