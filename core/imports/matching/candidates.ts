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
    parts: { city?: string; street?: string } | null;
  }[];
  codes: { system: string; code: string }[];
  domains: string[];
  owners: { memberId: string; role: string }[];
  /** Whether the company has sites, which are found by its names too. */
  housesSites: boolean;
}

export interface CandidateKeys {
  companies: string[];
  /** People without a company. */
  persons: string[];
  /** People and sites of the companies that are found. */
  contacts: string[];
  sites: string[];
  corporateNumbers: string[];
  codes: string[];
  ids: string[];
}

/**
 * Every customer that one of some hundred rows could be, in one statement: by name key, former name, number or code, and
 * the people and sites of those companies that the rows name. Follows no similarity: keys meet or they do not.
 */
export async function findCandidates(
  db: Statements,
  workspaceId: string,
  keys: CandidateKeys,
): Promise<StoredCandidate[]> {
  return db.query<StoredCandidate>(
    `with keyed as (
       select c.id from unnest($2::text[]) k (key)
         join customer c on c.workspace_id = $1 and c.match_key = k.key and c.kind = 'company'
       union
       select c.id from unnest($3::text[]) k (key)
         join customer c on c.workspace_id = $1 and c.match_key = k.key and c.kind = 'person' and c.parent_id is null
       union
       select n.customer_id from unnest($2::text[] || $3::text[]) k (key)
         join customer_name n on n.workspace_id = $1 and n.key = k.key
       union
       select c.id from unnest($6::text[]) k (number)
         join customer c on c.workspace_id = $1 and c.corporate_number = k.number
       union
       select o.customer_id from unnest($7::text[]) k (code)
         join customer_code o on o.workspace_id = $1 and o.code = k.code
       union
       select unnest($8::uuid[])
     ), live as materialized (
       select c.id, c.kind, c.parent_id from keyed k
         join customer c on c.workspace_id = $1 and c.id = k.id and c.state = 'active'
     ), parents as (
       select parent_id as id from live where parent_id is not null
     ), houses as materialized (
       select id from live where kind = 'company'
       union
       select case when p.kind = 'site' then p.parent_id else p.id end
         from parents join customer p on p.workspace_id = $1 and p.id = parents.id
     ), sites as materialized (
       select s.id, s.match_key from houses h
         join customer s on s.workspace_id = $1 and s.parent_id = h.id and s.kind = 'site'
     ), people as (
       select p.id from (select id from houses union select id from sites) h
         join customer p on p.workspace_id = $1 and p.parent_id = h.id and p.kind = 'person'
          and p.match_key = any($4::text[])
     ), wanted as (
       select id from live union select id from houses
       union select id from sites where match_key = any($5::text[])
       union select s.id from live l join sites s on s.id = l.id
       union select id from people
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
            exists (select 1 from sites s join customer x on x.workspace_id = $1 and x.id = s.id
                     where x.parent_id = c.id) as "housesSites"
       from wanted w join customer c on c.workspace_id = $1 and c.id = w.id and c.state = 'active'
      order by c.id`,
    [
      workspaceId,
      keys.companies,
      keys.persons,
      keys.contacts,
      keys.sites,
      keys.corporateNumbers,
      keys.codes,
      keys.ids,
    ],
  );
}
