import type { Statements } from "../kernel/database.ts";
import type { MatchRecord } from "../matching/index.ts";
import { type House, type KnownCustomer, matchRecordOf } from "./match-record.ts";

/** A contact whom a company shares with a row is a word more for it; of hundreds nobody needs all. */
const PEOPLE_AT_MOST = 20;

interface Row extends KnownCustomer {
  parentId: string | null;
  /** Of a site or a contact: the company above it. */
  house: House | null;
}

/**
 * The records by which these customers are known to the matching: of a site or a contact, a record of its company, whose
 * id it bears; the record of the company itself comes with it. Merged and erased customers have none.
 */
export async function loadMatchRecords(
  db: Statements,
  workspaceId: string,
  ids: readonly string[],
): Promise<MatchRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<Row>(
    `with met as materialized (
       select c.* from unnest($2::uuid[]) as k (id), lateral (
         select id, parent_id from customer where workspace_id = $1 and id = k.id and state = 'active' offset 0) c
     ), above as materialized (
       select m.id, p.id as parent_id, p.kind, p.parent_id as grand_id from met m, lateral (
         select id, kind, parent_id from customer where workspace_id = $1 and id = m.parent_id offset 0) p
     ), wanted as (
       select id from met union select parent_id from above where kind = 'company'
       union select grand_id from above where kind = 'site' and grand_id is not null
     )
     select c.id, c.kind, c.parent_id as "parentId", c.name, c.name_kana as "nameKana", c.department, c.prefecture, c.city,
            c.corporate_number as "corporateNumber", c.invoice_number as "invoiceNumber",
            case when c.kind = 'person' and c.parent_id is null then c.extra else '{}' end as extra,
            array(select n.name from customer_name n where n.workspace_id = $1 and n.customer_id = c.id order by n.id)
              as aliases,
            coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'normalized', p.normalized, 'parts', p.parts)
                                       order by p.id)
                        from contact_point p where p.workspace_id = $1 and p.customer_id = c.id), '[]') as points,
            coalesce((select jsonb_agg(jsonb_build_object('system', o.system, 'code', o.code) order by o.id)
                        from customer_code o where o.workspace_id = $1 and o.customer_id = c.id), '[]') as codes,
            array(select d.domain from customer_domain d where d.workspace_id = $1 and d.customer_id = c.id) as domains,
            case when c.kind = 'company'
                 then array(select o.name from customer o where o.workspace_id = $1 and o.parent_id = c.id
                              and o.kind = 'person' and o.state = 'active' limit ${PEOPLE_AT_MOST})
                 else '{}' end as people,
            (select case when h.id is null then null
                         else jsonb_build_object('id', h.id, 'name', h.name,
                                                 'site', case when c.kind = 'site' then c.name else s.name end) end
               from (select 1) one
               left join customer p on p.workspace_id = $1 and p.id = c.parent_id
               left join customer s on s.workspace_id = $1 and s.id = p.id and p.kind = 'site'
               left join customer h on h.workspace_id = $1 and h.kind = 'company' and h.state = 'active'
                                   and h.id = coalesce(s.parent_id, p.id)) as house
       from wanted k, lateral (
         select * from customer where workspace_id = $1 and id = k.id and state = 'active' offset 0) c
      order by c.id`,
    [workspaceId, ids],
    { prepared: true },
  );
  return rows
    .filter((row) => row.parentId === null || row.house !== null)
    .map((row) => matchRecordOf(row, row.house));
}
