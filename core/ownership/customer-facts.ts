import type { Statements } from "../kernel/database.ts";

export interface CustomerFacts {
  customerId: string;
  name: string;
  parentName: string | null;
  roles: string[];
  department: string | null;
  title: string | null;
  prefecture: string | null;
  city: string | null;
  note: string | null;
  relationSince: string | null;
  ownerName: string | null;
  ownerSince: Date | null;
  helpers: { role: string; name: string }[];
  codes: { system: string; code: string }[];
  sites: string[];
  contactPoints: { kind: string; value: string; extension: string | null; label: string | null }[];
  people: {
    name: string;
    department: string | null;
    title: string | null;
    points: { kind: string; value: string; extension: string | null; label: string | null }[];
  }[];
}

/** What the ledger says of many customers, in the order asked for: one statement. */
export function readFacts(
  db: Statements,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<CustomerFacts[]> {
  return db.query<CustomerFacts>(statement, [workspaceId, customerIds]);
}

const pointsOf = (customer: string) => `
  (select coalesce(json_agg(json_build_object('kind', cp.kind, 'value', cp.value, 'extension', cp.extension,
            'label', cp.label) order by cp.is_primary desc, cp.id), '[]')
     from contact_point cp where cp.workspace_id = $1 and cp.customer_id = ${customer})`;

const statement = `
  select c.id as "customerId", c.name, p.name as "parentName", c.roles, c.department, c.title, c.prefecture, c.city,
         c.note, c.relation_since as "relationSince", m.name as "ownerName", o.since as "ownerSince",
         (select coalesce(json_agg(json_build_object('role', x.role, 'name', xm.name) order by x.since, x.id), '[]')
            from ownership x join member xm on xm.workspace_id = $1 and xm.id = x.member_id
           where x.workspace_id = $1 and x.customer_id = c.id and x.role <> 'owner' and x.until is null) as helpers,
         (select coalesce(json_agg(json_build_object('system', x.system, 'code', x.code) order by x.id), '[]')
            from customer_code x where x.workspace_id = $1 and x.customer_id = c.id) as codes,
         (select coalesce(json_agg(x.name order by x.sort_key, x.id), '[]') from customer x
           where x.workspace_id = $1 and x.parent_id = c.id and x.kind = 'site' and x.state = 'active') as sites,
         ${pointsOf("c.id")} as "contactPoints",
         (select coalesce(json_agg(json_build_object('name', x.name, 'department', x.department, 'title', x.title,
                   'points', ${pointsOf("x.id")}) order by x.sort_key, x.id), '[]')
            from customer x
           where x.workspace_id = $1 and x.parent_id = c.id and x.kind = 'person' and x.state = 'active') as people
    from unnest($2::uuid[]) with ordinality as w (id, position)
    join customer c on c.workspace_id = $1 and c.id = w.id
    left join customer p on p.workspace_id = $1 and p.id = c.parent_id
    left join ownership o on o.workspace_id = $1 and o.customer_id = c.id and o.role = 'owner' and o.until is null
    left join member m on m.workspace_id = $1 and m.id = o.member_id
   order by w.position`;
