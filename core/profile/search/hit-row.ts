import type { CustomerKind } from "../../customers/index.ts";

/** What a line of the result shows, and what is needed to say why it is there. */
export interface HitRow {
  /** The record that the search found; another one than `customerId` when that was merged. */
  foundId: string;
  sortKey: string;
  /** 0: exactly what was typed · 1: one's own · 2: somebody else's. */
  rank: number;
  /** Null when the record is not to be shown (erased, or merged into one that is). */
  customerId: string | null;
  kind: CustomerKind;
  name: string;
  parentId: string | null;
  parentName: string | null;
  houseId: string | null;
  prefecture: string | null;
  /** Day of the workspace. */
  lastContactOn: string | null;
  foundName: string;
  foundKana: string | null;
}

type Of = { customerId: string };

/** What the statement returns: the hits in order and, apart from them, what belongs to them. Absent lists are null. */
export interface HitsRow {
  /** How many there are, counted to somewhat more than `COUNTED`. */
  total: number;
  hits: HitRow[] | null;
  /** Null also when nothing that was typed could be part of one; likewise the points. */
  codes: (Of & { text: string; isFromMerged: boolean })[] | null;
  aliases: (Of & { text: string })[] | null;
  points: (Of & { kind: string; value: string; normalized: string })[] | null;
  /** Of the customers and of what they belong to, by the time since when. */
  owners: (Of & { memberId: string; role: string })[] | null;
  /** Names by id. */
  members: Record<string, string> | null;
}

/** Children of a company whose contacts count as its own; a group with more is shown by the first of them. */
const AROUND = 100;

/**
 * What follows the CTEs `page` (customer_id, sort_key, rank) and `n` (seen). A merged record answers with the customer it
 * became. Each kind of belonging is read once for the whole page. `json`, not `jsonb`, as in the profile.
 */
export function hitsOfPage(timeZone: string, wanted: { codes: boolean; points: boolean }): string {
  return `, f as materialized (
  select page.customer_id as "foundId", page.sort_key as "sortKey", page.rank,
         c.id as "customerId", c.kind, c.name, c.parent_id as "parentId", p.name as "parentName",
         p.parent_id as "houseId", coalesce(c.prefecture, p.prefecture) as prefecture,
         f.name as "foundName", f.name_kana as "foundKana",
         to_char(greatest((${lastContactOf("c.id")}), (
           select max(l.at) from (
             select k.id from customer k where k.workspace_id = $1 and k.parent_id = c.id limit ${AROUND}) around
             cross join lateral (${lastContactOf("around.id")}) l (at))) at time zone ${timeZone}, 'YYYY-MM-DD')
           as "lastContactOn"
    from page
    join customer f on f.workspace_id = $1 and f.id = page.customer_id
    left join customer c on c.workspace_id = $1 and c.id = coalesce(f.merged_into_id, f.id) and c.state = 'active'
    left join customer p on p.workspace_id = $1 and p.id = c.parent_id
   order by page.rank, page.sort_key, page.customer_id
), o as materialized (
  select o.customer_id as "customerId", o.member_id as "memberId", o.role from ownership o
   where o.workspace_id = $1 and o.until is null and o.customer_id = any(array(
     select "customerId" from f union all select "parentId" from f union all select "houseId" from f))
   order by o.since
)
select (select seen from n) as total, (select json_agg(f) from f) as hits, (select json_agg(o) from o) as owners,
       (select json_object_agg(m.id, m.name) from member m
         where m.workspace_id = $1 and m.id = any(array(select "memberId" from o))) as members,
       ${wanted.codes ? CODES : "null::json"} as codes,
       (select json_agg(json_build_object('customerId', a.customer_id, 'text', a.name)) from customer_name a
         where a.workspace_id = $1 and a.customer_id = any(array(select "foundId" from f))) as aliases,
       ${wanted.points ? POINTS : "null::json"} as points`;
}

function lastContactOf(customerId: string): string {
  return `select e.occurred_at from history_entry e
    where e.workspace_id = $1 and e.customer_id = ${customerId} and e.cancelled_at is null
      and e.kind not in ('note', 'handover')
    order by e.occurred_at desc limit 1`;
}

/** A code that came with a record that was merged: whoever looks for it is told. */
const FROM_MERGED = `exists (
           select 1 from customer_merge m
            where m.workspace_id = $1 and m.kept_id = k.customer_id and m.undone_at is null
              and m.before @> jsonb_build_object('moves', jsonb_build_array(jsonb_build_object(
                    'table', 'customer_code', 'keys', jsonb_build_array(jsonb_build_object('id', k.id))))))`;

const CODES = `(select json_agg(json_build_object('customerId', k.customer_id, 'text', k.code,
                                          'isFromMerged', ${FROM_MERGED})) from customer_code k
         where k.workspace_id = $1 and k.customer_id = any(array(select "foundId" from f)))`;

const POINTS = `(select json_agg(json_build_object('customerId', t.customer_id, 'kind', t.kind, 'value', t.value,
                                          'normalized', t.normalized)) from contact_point t
         where t.workspace_id = $1 and t.customer_id = any(array(select "foundId" from f))
           and t.kind in ('mail', 'phone', 'mobile', 'fax'))`;
