import type { Statements } from "../../kernel/database.ts";

/** One customer that an import made or changed, as it stands now. */
export interface Touched {
  id: string;
  /** The customer's row as it is called in SQL; null when it is gone. */
  now: Record<string, unknown> | null;
  /** Newest first. */
  changes: { before: Before | null; version: number }[];
  /** Somebody else worked with it since: edited, logged, planned, handed over. */
  edited: boolean;
  children: string[];
  /** Entries of the history or purchases stand with it; those of this import are gone by then. */
  hasEntries: boolean;
}

export interface Before {
  columns: Record<string, unknown>;
  names: string[];
  points: string[];
  codes: string[];
  domains: string[];
  owners: string[];
}

/**
 * The next customers to give back, the youngest first: whoever belongs to somebody is younger than they are. What people
 * did since stands in the audit trail, behind the import's own entry; a hand over of many and a person's part in a
 * meeting stand elsewhere.
 */
export function nextTouched(
  db: Statements,
  workspaceId: string,
  importId: string,
  limit: number,
): Promise<Touched[]> {
  return db.query<Touched>(
    `with next as materialized (
       select distinct customer_id as id from import_change
        where workspace_id = $1 and import_id = $2 and (before is null or not before ? 'kept')
        order by customer_id desc limit $3
     )
     select n.id, to_jsonb(c) as now,
            (select jsonb_agg(jsonb_build_object('before', x.before, 'version', x.version) order by x.version desc)
               from import_change x
              where x.workspace_id = $1 and x.import_id = $2 and x.customer_id = n.id) as changes,
            exists (
              select 1 from audit_entry a
               where a.workspace_id = $1 and a.customer_id = n.id and a.outcome = 'done'
                 and a.operation not in ('imports.apply', 'imports.undoRows')
                 and a.id > (select max(b.id::text)::uuid from audit_entry b
                              where b.workspace_id = $1 and b.customer_id = n.id and b.operation = 'imports.apply')
            ) or exists (
              select 1 from handover_customer h where h.workspace_id = $1 and h.customer_id = n.id
            ) or exists (
              select 1 from history_entry e
               where e.workspace_id = $1 and e.customer_id = c.parent_id and n.id = any(e.contact_ids)
            ) as edited,
            array(select k.id from customer k where k.workspace_id = $1 and k.parent_id = n.id) as children,
            exists (select 1 from history_entry e where e.workspace_id = $1 and e.customer_id = n.id)
              or exists (select 1 from purchase p where p.workspace_id = $1 and p.customer_id = n.id) as "hasEntries"
       from next n
       left join customer c on c.workspace_id = $1 and c.id = n.id and c.id = any(array(select id from next))
      order by n.id desc`,
    [workspaceId, importId, limit],
  );
}
