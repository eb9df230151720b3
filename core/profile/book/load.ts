import type { QueryContext } from "../../kernel/context.ts";

/** The parts of a book as the database gives them. */
export interface BookRows {
  customers:
    | {
        id: string;
        kind: "company" | "site" | "person";
        name: string;
        names: string[];
        parentId: string | null;
        ownerIds: string[];
        prefecture: string | null;
      }[]
    | null;
  people:
    | {
        id: string;
        customerId: string;
        name: string;
        names: string[];
        title: string | null;
        department: string | null;
      }[]
    | null;
  members:
    | { id: string; name: string; names: string[]; slackUserId: string | null; active: boolean }[]
    | null;
}

const PEOPLE = 400;

/**
 * Loads the named customers, the companies that named sites and people belong to, those companies' sites, and people of
 * them all; and every colleague. One statement.
 */
export async function loadBookRows(context: QueryContext, ids: readonly string[]): Promise<BookRows> {
  const [row] = await context.db.query<BookRows>(
    `with named as materialized (
       select c.id, c.kind, c.parent_id, n.place
         from unnest($2::uuid[]) with ordinality as n (id, place) cross join lateral (${oneOf("n.id", "state = 'active'")}) c
     ), houses as (
       select id, place from named where kind <> 'person' or parent_id is null
       union all
       select parent_id, place from named where parent_id is not null
     ), with_sites as materialized (
       select h.id, min(h.place) as place from (
         select id, place from houses
         union all
         select c.parent_id, h.place from houses h cross join lateral (${oneOf("h.id", "kind = 'site'")}) c
         union all
         select c.id, h.place from houses h
           join customer c on c.workspace_id = $1 and c.parent_id = h.id and c.kind = 'site' and c.state = 'active'
       ) h where h.id is not null group by h.id
     )
     select
       (select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'parentId', c.parent_id,
                 'names', ${otherNames("c")}, 'prefecture', c.prefecture, 'ownerIds', ${ownerIds("c")})
                 order by w.place, c.sort_key collate "C")
          from with_sites w cross join lateral (${oneOf("w.id", "state = 'active'")}) c) as customers,
       (select jsonb_agg(jsonb_build_object('id', p.id, 'customerId', p.parent_id, 'name', p.name,
                 'names', ${otherNames("p")}, 'title', p.title, 'department', p.department))
          from (select p.* from with_sites w
                  join customer p on p.workspace_id = $1 and p.parent_id = w.id and p.kind = 'person' and p.state = 'active'
                 order by p.id <> all($2::uuid[]), w.place limit ${PEOPLE}) p) as people,
       (select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'names', m.names, 'slackUserId', m.slack_user_id,
                 'active', m.status = 'active') order by m.status, m.name_key)
          from (select *, array_remove(array[name_kana] || nicknames, null) as names from member
                 where workspace_id = $1 order by status limit 1000) m) as members`,
    [context.workspaceId, ids],
    { prepared: true },
  );
  return row ?? { customers: null, people: null, members: null };
}

/** One customer by its index, whatever the planner guesses: it would rather read the whole table than ask 100 times. */
function oneOf(id: string, where: string): string {
  return `select * from customer where workspace_id = $1 and id = ${id} and ${where} offset 0`;
}

function otherNames(customer: string): string {
  return `array_remove(array[${customer}.name_kana], null)
    || array(select n.name from customer_name n
              where n.workspace_id = $1 and n.customer_id = ${customer}.id order by n.id)`;
}

function ownerIds(customer: string): string {
  return `array(select o.member_id from ownership o
                 where o.workspace_id = $1 and o.customer_id = ${customer}.id and o.until is null order by o.role <> 'owner', o.since)`;
}
