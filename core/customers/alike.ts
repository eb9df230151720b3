import type { Statements } from "../kernel/database.ts";
import { isNearName, type SearchKeys } from "../matching/index.ts";

/** A key that more customers than this share (a building's phone, the mail of a large group) tells nothing of anyone. */
const SHARED_BY_MANY = 40;
/**
 * Ids of the customers that share a key with any of some hundred records, sites and people of companies among them. One
 * look into an index for each key: an order that no index has keeps the planner, which knows nothing yet of a table that
 * grows by the thousand, from reading the whole workspace until it has found enough.
 */
export async function findAlike(
  db: Statements,
  workspaceId: string,
  keys: readonly SearchKeys[],
): Promise<string[]> {
  const values: unknown[] = [workspaceId];
  const looks: string[] = [];
  const look = (list: readonly (string | number)[], type: string, found: string, faint = false) => {
    values.push([...new Set(list)]);
    looks.push(
      `select c.id, ${faint ? "k.key, n.match_key" : "null::int as key, null as match_key"}
         from unnest($${values.length}::${type}[]) as k (key),
              lateral (select id from (${found}) f order by id::text limit ${SHARED_BY_MANY}) c
              ${faint ? `, lateral (${customer.replace("id", "match_key")} and id = c.id offset 0) n` : ""}`,
    );
  };
  const all = <Key extends keyof SearchKeys>(key: Key) => keys.flatMap((one) => [...one[key]]);
  const customer = "select id from customer where workspace_id = $1 and state = 'active'";
  const of = (table: string) => `select customer_id as id from ${table} where workspace_id = $1`;
  look(all("names"), "text", `${customer} and match_key = k.key and (kind = 'company' or parent_id is null)`);
  look(all("names"), "text", `${of("customer_name")} and key = k.key`);
  look(all("corporateNumbers"), "text", `${customer} and corporate_number = k.key`);
  look(all("codes"), "text", `${of("customer_code")} and code = k.key`);
  for (const kind of ["phone", "mobile", "fax"]) {
    look(all("phones"), "text", `${of("contact_point")} and kind = '${kind}' and normalized = k.key`);
  }
  look(all("mails"), "text", `${of("contact_point")} and kind = 'mail' and normalized = k.key`);
  look(all("domains"), "text", `${of("customer_domain")} and domain = k.key`);
  look(all("hashes"), "int", `${of("customer_match")} and key = k.key`);
  look(all("faintHashes"), "int", `${of("customer_match")} and key = k.key`, true);
  const rows = await db.query<{ id: string; key: number | null; match_key: string | null }>(
    looks.join(" union all "),
    values,
    { prepared: true },
  );
  const asking = namesByHash(keys);
  const isWorth = ({ key, match_key: name }: (typeof rows)[number]) =>
    key === null || name === null || asking.get(key)!.some((one) => isNearName(one, name));
  return [...new Set(rows.filter(isWorth).map((row) => row.id))];
}

/** The names behind each faint hash. */
function namesByHash(keys: readonly SearchKeys[]): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const { faintHashes, names: own } of keys) {
    for (const hash of faintHashes) names.set(hash, [...(names.get(hash) ?? []), own[0]!]);
  }
  return names;
}
