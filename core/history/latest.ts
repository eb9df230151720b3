import type { Statements } from "../kernel/database.ts";

export interface LatestEntry {
  /** The customer that was asked for. */
  customerId: string;
  id: string;
  kind: string;
  direction: string | null;
  result: string | null;
  occurredAt: Date;
  precision: string;
  authorName: string | null;
  recorderName: string | null;
  title: string | null;
  body: string;
  flags: string[];
}

/**
 * The newest entries of many customers at once, each with those of its people; of each at most `limit`, newest
 * first, and beyond that every entry that carries `flag`. Entries for managers only are left out.
 */
export function latestEntries(
  db: Statements,
  workspaceId: string,
  customerIds: readonly string[],
  limit: number,
  flag: string,
): Promise<LatestEntry[]> {
  return db.query<LatestEntry>(
    `select w.id as "customerId", h.id, h.kind, h.direction, h.result, h.occurred_at as "occurredAt", h.precision,
            a.name as "authorName", r.name as "recorderName", h.title, h.body, h.flags
       from unnest($2::uuid[]) with ordinality as w (id, position)
       cross join lateral (
         select e.*, row_number() over (order by e.occurred_at desc, e.id desc) as place from history_entry e
          where e.workspace_id = $1 and e.cancelled_at is null and e.visibility = 'all'
            and (e.customer_id = w.id or e.customer_id in (
              select p.id from customer p
               where p.workspace_id = $1 and p.parent_id = w.id and p.kind = 'person' and p.state = 'active'))
       ) h
       left join member a on a.workspace_id = $1 and a.id = h.author_id
       left join member r on r.workspace_id = $1 and r.id = h.recorder_id
      where h.place <= $3 or $4 = any(h.flags)
      order by w.position, h.occurred_at desc, h.id desc`,
    [workspaceId, customerIds, limit, flag],
  );
}
