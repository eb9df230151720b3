import type { Statements } from "../kernel/database.ts";
import { dueOrder, itemColumns, itemJoins, type NextActionItem } from "./item.ts";

/** An open next action, with the customer of the ones asked for that it was found under. */
export type OpenAction = NextActionItem & { underId: string };

/**
 * Open next actions of many customers at once, each with those of its people, in the order of the customers and then
 * by due. `today` is the local day.
 */
export function openActions(
  db: Statements,
  workspaceId: string,
  customerIds: readonly string[],
  today: string,
): Promise<OpenAction[]> {
  return db.query<OpenAction>(
    `select w.id as "underId", ${itemColumns("$3")}
       from unnest($2::uuid[]) with ordinality as w (id, position)
       join lateral (
         select w.id union
         select x.id from customer x
          where x.workspace_id = $1 and x.parent_id = w.id and x.kind = 'person' and x.state = 'active'
       ) as s (id) on true
       join next_action n on n.workspace_id = $1 and n.customer_id = s.id and n.state = 'open' ${itemJoins}
      order by w.position, ${dueOrder}`,
    [workspaceId, customerIds, today],
  );
}
