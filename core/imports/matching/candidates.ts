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
 * Every customer that one of some hundred rows could be: by name key, former name, number or code, and the people and
 * sites of those companies that the rows name. Follows no similarity: keys meet or they do not.
 */
export async function findCandidates(
  db: Statements,
  workspaceId: string,
  keys: CandidateKeys,
): Promise<StoredCandidate[]> {
  const met = await findMet(db, workspaceId, keys);
  return met.length === 0 ? [] : loadHouses(db, workspaceId, met, keys);
}

/**
 * One look into an index for each key: `offset 0` keeps the planner, which knows nothing yet of a table that grows by the
 * thousand, from reading the whole workspace instead.
 */
async function findMet(db: Statements, workspaceId: string, keys: CandidateKeys): Promise<string[]> {
  const values: unknown[] = [workspaceId];
  const looks: string[] = [];
  const look = (list: readonly string[], found: string) => {
    if (list.length === 0) return;
    values.push(list);
    looks.push(
      `select c.id from unnest($${values.length}::text[]) as k (key), lateral (${found} offset 0) c`,
    );
  };
  const customer = "select id from customer where workspace_id = $1 and state = 'active'";
  look(keys.companies, `${customer} and match_key = k.key and kind = 'company'`);
  look(keys.persons, `${customer} and match_key = k.key and kind = 'person' and parent_id is null`);
  look(
    [...keys.companies, ...keys.persons],
    "select customer_id as id from customer_name where workspace_id = $1 and key = k.key",
  );
  look(keys.corporateNumbers, `${customer} and corporate_number = k.key`);
  look(keys.codes, "select customer_id as id from customer_code where workspace_id = $1 and code = k.key");
  if (looks.length === 0) return [...keys.ids];
  const rows = await db.query<{ id: string }>(looks.join(" union "), values);
  return [...new Set([...rows.map((row) => row.id), ...keys.ids])];
}

async function loadHouses(
  db: Statements,
  workspaceId: string,
  met: readonly string[],
  keys: CandidateKeys,
): Promise<StoredCandidate[]> {
  return db.query<StoredCandidate>(
    `with live as materialized (
       select c.* from unnest($2::uuid[]) as k (id), lateral (
         select id, kind, parent_id from customer where workspace_id = $1 and id = k.id and state = 'active'
         offset 0) c
     ), parents as materialized (
       select c.* from (select distinct parent_id from live where parent_id is not null) k, lateral (
         select id, kind, parent_id from customer where workspace_id = $1 and id = k.parent_id offset 0) c
     ), houses as materialized (
       select id from live where kind = 'company'
       union select id from parents where kind = 'company'
       union select parent_id from parents where kind = 'site'
     ), sites as materialized (
       select c.* from houses k, lateral (
         select id, parent_id, match_key from customer
          where workspace_id = $1 and parent_id = k.id and kind = 'site' offset 0) c
     ), people as materialized (
       select c.id from (select id from houses union select id from sites) k, lateral (
         select id, match_key from customer where workspace_id = $1 and parent_id = k.id and kind = 'person'
         offset 0) c
        where c.match_key = any($3::text[])
     ), wanted as materialized (
       select id from live union select id from parents union select id from houses
       union select id from sites where match_key = any($4::text[])
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
            c.id in (select parent_id from sites) as "housesSites"
       from wanted k, lateral (
         select * from customer where workspace_id = $1 and id = k.id and state = 'active' offset 0) c
      order by c.id`,
    [workspaceId, met, keys.contacts, keys.sites],
  );
}
