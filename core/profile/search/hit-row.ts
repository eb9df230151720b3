import type { CustomerKind } from "../../customers/index.ts";

/** What a line of the result shows, and what is needed to say why it is there. */
export interface HitRow {
  /** The record that the search found; another one than `customerId` when that was merged. */
  foundId: string;
  sortKey: string;
  /** 0: exactly what was typed · 1: one's own · 2: somebody else's. */
  rank: number;
  /** How many there are, counted to one more than `COUNTED`. */
  total: number;
  /** Null when the record is not to be shown (erased, or merged into one that is). */
  customerId: string | null;
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
  /** Null also when nothing that was typed could be part of a number or an address. */
  points: { kind: string; value: string; normalized: string }[] | null;
  /** Owners of the customer and of what it belongs to. */
  owners: { customerId: string; memberId: string; name: string; role: string }[] | null;
}

/** Children of a company whose contacts count as its own; a group with more is shown by the first of them. */
const AROUND = 100;

const POINTS = `(select json_agg(json_build_object('kind', t.kind, 'value', t.value, 'normalized', t.normalized))
    from contact_point t
   where t.workspace_id = $1 and t.customer_id = f.id and t.kind in ('mail', 'phone', 'mobile', 'fax'))`;

/** What to select of `page` and how to join it. A merged record answers with the customer it became. */
export function hitColumns(withPoints: boolean): { columns: string; joins: string } {
  return {
    columns: `page.customer_id as "foundId", page.sort_key as "sortKey", page.rank, (select seen from n) as total,
       c.id as "customerId", c.kind, c.name, c.parent_id as "parentId", p.name as "parentName",
       p.parent_id as "houseId", coalesce(c.prefecture, p.prefecture) as prefecture,
       f.name as "foundName", f.name_kana as "foundKana",
       array(select a.name from customer_name a where a.workspace_id = $1 and a.customer_id = f.id) as aliases,
       array(select k.code from customer_code k where k.workspace_id = $1 and k.customer_id = f.id) as codes,
       ${withPoints ? POINTS : "null::json"} as points,
       (select json_agg(json_build_object('customerId', o.customer_id, 'memberId', m.id, 'name', m.name, 'role', o.role)
                        order by o.since)
          from ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
         where o.workspace_id = $1 and o.until is null and o.customer_id = any(array[c.id, c.parent_id, p.parent_id])
       ) as owners,
       (select max(l.at) from (
          select c.id union all
          (select k.id from customer k where k.workspace_id = $1 and k.parent_id = c.id limit ${AROUND})
        ) around (id)
        cross join lateral (
          select e.occurred_at as at from history_entry e
           where e.workspace_id = $1 and e.customer_id = around.id and e.cancelled_at is null
             and e.kind not in ('note', 'handover')
           order by e.occurred_at desc limit 1) l) as "lastContactAt"`,
    joins: `left join customer f on f.workspace_id = $1 and f.id = page.customer_id
  left join customer c on c.workspace_id = $1 and c.id = coalesce(f.merged_into_id, f.id) and c.state = 'active'
  left join customer p on p.workspace_id = $1 and p.id = c.parent_id`,
  };
}
