import type { Statements } from "../kernel/database.ts";
import type { SearchKeys } from "../matching/index.ts";

/** A key that more customers than this share (a building's phone, the mail of a large group) tells nothing of anyone. */
const SHARED_BY_MANY = 40;

/**
 * Ids of the customers that share a key with any of some hundred records, sites and people of companies among them. One
 * look into an index for each key: `offset 0` keeps the planner, which knows nothing yet of a table that grows by the
 * thousand, from reading the whole workspace instead. `limit` bounds what one key finds.
 */
export async function findAlike(
  db: Statements,
  workspaceId: string,
  keys: readonly SearchKeys[],
): Promise<string[]> {
  const values: unknown[] = [workspaceId];
  const looks: string[] = [];
  const look = (list: readonly (string | number)[], type: string, found: string) => {
    if (list.length === 0) return;
    values.push([...new Set(list)]);
    looks.push(
      `select c.id from unnest($${values.length}::${type}[]) as k (key), lateral (${found} limit ${SHARED_BY_MANY} offset 0) c`,
    );
  };
  const all = <Key extends keyof SearchKeys>(key: Key) => keys.flatMap((one) => [...one[key]]);
  const customer = "select id from customer where workspace_id = $1 and state = 'active'";
  const of = (table: string) => `select customer_id as id from ${table} where workspace_id = $1`;
  look(all("names"), "text", `${customer} and match_key = k.key and (kind = 'company' or parent_id is null)`);
  look(all("names"), "text", `${of("customer_name")} and key = k.key`);
  look(all("corporateNumbers"), "text", `${customer} and corporate_number = k.key`);
  look(all("codes"), "text", `${of("customer_code")} and code = k.key`);
  look(
    all("phones"),
    "text",
    `${of("contact_point")} and kind in ('phone', 'mobile', 'fax') and normalized = k.key`,
  );
  look(all("mails"), "text", `${of("contact_point")} and kind = 'mail' and normalized = k.key`);
  look(all("domains"), "text", `${of("customer_domain")} and domain = k.key`);
  look(all("hashes"), "int", `${of("customer_match")} and key = k.key`);
  if (looks.length === 0) return [];
  const rows = await db.query<{ id: string }>(looks.join(" union "), values);
  return rows.map((row) => row.id);
}
