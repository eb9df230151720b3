import type { CustomerKind } from "../../customers/index.ts";
import type { QueryContext } from "../../kernel/context.ts";

/** What a line of the result shows, and what is needed to say why it is there. */
export interface HitRow {
  /** The record that the search found; another one than `customerId` when that was merged. */
  foundId: string;
  customerId: string;
  kind: CustomerKind;
  name: string;
  parentId: string | null;
  parentName: string | null;
  houseId: string | null;
  prefecture: string | null;
  lastContactAt: Date | null;
  foundName: string;
  foundKana: string | null;
  aliases: string[];
  codes: string[];
  points: { kind: string; value: string; normalized: string }[] | null;
  /** Owners of the customer and of what it belongs to. */
  owners: { customerId: string; memberId: string; name: string; role: string }[] | null;
}

/** Children of a company whose contacts count as its own; a group with more is shown by the first of them. */
const AROUND = 100;

/** Loads the rows of one page, in any order; a merged record answers with the customer it became. */
export function loadHits(context: QueryContext, foundIds: readonly string[]): Promise<HitRow[]> {
  return context.db.query<HitRow>(
    `select f.id as "foundId", c.id as "customerId", c.kind, c.name, c.parent_id as "parentId", p.name as "parentName",
            p.parent_id as "houseId", coalesce(c.prefecture, p.prefecture) as prefecture,
            f.name as "foundName", f.name_kana as "foundKana",
            array(select n.name from customer_name n where n.workspace_id = $1 and n.customer_id = f.id) as aliases,
            array(select k.code from customer_code k where k.workspace_id = $1 and k.customer_id = f.id) as codes,
            (select json_agg(json_build_object('kind', t.kind, 'value', t.value, 'normalized', t.normalized))
               from contact_point t
              where t.workspace_id = $1 and t.customer_id = f.id and t.kind in ('mail', 'phone', 'mobile', 'fax')) as points,
            (select json_agg(json_build_object('customerId', o.customer_id, 'memberId', m.id, 'name', m.name, 'role', o.role)
                             order by o.since)
               from ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
              where o.workspace_id = $1 and o.until is null and o.customer_id = any(array[c.id, c.parent_id, p.parent_id])) as owners,
            (select max(l.at) from (
               select c.id union all
               (select k.id from customer k where k.workspace_id = $1 and k.parent_id = c.id limit ${AROUND})
             ) around (id)
             cross join lateral (
               select e.occurred_at as at from history_entry e
                where e.workspace_id = $1 and e.customer_id = around.id and e.cancelled_at is null
                  and e.kind not in ('note', 'handover')
                order by e.occurred_at desc limit 1) l) as "lastContactAt"
       from customer f
       join customer c on c.workspace_id = $1 and c.id = coalesce(f.merged_into_id, f.id)
       left join customer p on p.workspace_id = $1 and p.id = c.parent_id
      where f.workspace_id = $1 and f.id = any($2::uuid[]) and c.state = 'active'`,
    [context.workspaceId, foundIds],
  );
}
