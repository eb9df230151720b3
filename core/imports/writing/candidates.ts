import type { Statements } from "../../kernel/database.ts";

/** A customer with everything that an import compares, fills and gives back. Columns as they are called in SQL. */
export interface StoredCandidate {
  id: string;
  kind: "company" | "site" | "person";
  parent_id: string | null;
  name: string;
  name_kana: string | null;
  honorific: string | null;
  department: string | null;
  title: string | null;
  roles: string[];
  corporate_number: string | null;
  invoice_number: string | null;
  prefecture: string | null;
  city: string | null;
  url: string | null;
  note: string | null;
  relation_since: string | null;
  amount: string | null;
  extra: Record<string, string>;
  match_key: string;
  sort_key: string;
  purpose: string | null;
  source: string | null;
  import_id: string | null;
  version: number;
  names: { kind: string; name: string; key: string }[];
  points: {
    kind: string;
    normalized: string;
    extension: string | null;
    parts: Record<string, string | null> | null;
  }[];
  codes: { system: string; code: string }[];
  domains: string[];
  owners: { memberId: string; role: string }[];
  /** Whether the company has sites, which are found by its names too. */
  housesSites: boolean;
}

/** So many contacts of one company are read for a chunk, those first whom a row names. */
const CONTACTS = 200;

/**
 * The customers with these ids, and the sites and people of the companies among them: all that some hundred rows may fill.
 * `contacts` are the name keys of people whom the rows name.
 */
export async function loadCandidates(
  db: Statements,
  workspaceId: string,
  ids: readonly string[],
  contacts: readonly string[],
): Promise<StoredCandidate[]> {
  if (ids.length === 0) return [];
  return db.query<StoredCandidate>(
    `with houses as materialized (
       select c.* from unnest($2::uuid[]) as k (id), lateral (
         select id, kind from customer where workspace_id = $1 and id = k.id and state = 'active' offset 0) c
     ), sites as materialized (
       select c.* from houses k, lateral (
         select id, parent_id from customer
          where workspace_id = $1 and parent_id = k.id and kind = 'site' and state = 'active' offset 0) c
        where k.kind = 'company'
     ), people as materialized (
       select c.id from (select id from houses where kind = 'company' union select id from sites) k, lateral (
         select id from customer
          where workspace_id = $1 and parent_id = k.id and kind = 'person' and state = 'active'
          order by match_key = any($3::text[]) desc, id limit ${CONTACTS}) c
     ), wanted as materialized (
       select id from houses union select id from sites union select id from people
     )
     select c.id, c.kind, c.parent_id, c.name, c.name_kana, c.honorific, c.department, c.title, c.roles,
            c.corporate_number, c.invoice_number, c.prefecture, c.city, c.url, c.note, c.relation_since, c.amount,
            c.extra, c.match_key, c.sort_key, c.purpose, c.source, c.import_id, c.version,
            coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name, 'key', n.key) order by n.id)
                        from customer_name n where n.workspace_id = $1 and n.customer_id = c.id), '[]') as names,
            coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'normalized', p.normalized,
                                                          'extension', p.extension, 'parts', p.parts) order by p.id)
                        from contact_point p where p.workspace_id = $1 and p.customer_id = c.id), '[]') as points,
            coalesce((select jsonb_agg(jsonb_build_object('system', o.system, 'code', o.code) order by o.id)
                        from customer_code o where o.workspace_id = $1 and o.customer_id = c.id), '[]') as codes,
            array(select d.domain from customer_domain d where d.workspace_id = $1 and d.customer_id = c.id) as domains,
            coalesce((select jsonb_agg(jsonb_build_object('memberId', w.member_id, 'role', w.role) order by w.id)
                        from ownership w
                       where w.workspace_id = $1 and w.customer_id = c.id and w.until is null), '[]') as owners,
            c.id in (select parent_id from sites) as "housesSites"
       from wanted k, lateral (
         select * from customer where workspace_id = $1 and id = k.id and state = 'active' offset 0) c
      order by c.id`,
    [workspaceId, ids, contacts],
    { prepared: true },
  );
}
