import type { Statements } from "../kernel/database.ts";
import { storedHashes } from "../matching/index.ts";
import { loadCustomers, type StoredCustomer } from "./load.ts";
import { type House, matchRecordOf } from "./match-record.ts";
import { type SearchDocument, searchDocument } from "./search-document.ts";
import { writeSearchRows } from "./search-rows.ts";

/**
 * Makes what search and matching read of these customers anew from what is stored. One statement to read, one to write
 * for each of both. A merged one is found by its survivor's rows alone: all that it was known by went there.
 */
export async function reindex(
  db: Statements,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  const loaded = await loadCustomers(db, workspaceId, customerIds);
  const customers = loaded.filter((customer) => customer.state !== "merged");
  if (customers.length < loaded.length) {
    const merged = loaded.filter((customer) => customer.state === "merged");
    await dropRows(
      db,
      workspaceId,
      merged.map((customer) => customer.id),
    );
  }
  await writeSearchRows(
    db,
    workspaceId,
    customers.map((customer) => ({ customerId: customer.id, document: documentOf(customer) })),
  );
  await writeMatchKeys(
    db,
    workspaceId,
    customers.map((customer) => ({ customerId: customer.id, keys: matchKeysOf(customer) })),
  );
}

async function dropRows(db: Statements, workspaceId: string, ids: readonly string[]): Promise<void> {
  await db.query(
    `with found as (delete from customer_search where workspace_id = $1 and customer_id = any($2::uuid[]))
     delete from customer_match where workspace_id = $1 and customer_id = any($2::uuid[])`,
    [workspaceId, ids],
  );
}

/** The keys under which the matching finds a customer; contacts of a company are found by their mail and phones alone. */
function matchKeysOf(customer: StoredCustomer): number[] {
  if (customer.kind === "person" && customer.parentId !== null) return [];
  const house: House | null =
    customer.kind === "site" && customer.parentId !== null
      ? { id: customer.parentId, name: customer.parentNames[0] ?? customer.name, site: customer.name }
      : null;
  const aliases = customer.aliases.map((alias) => alias.name);
  return storedHashes(matchRecordOf({ ...customer, aliases, domains: [] }, house));
}

/** Replaces the matching keys of these customers. */
async function writeMatchKeys(
  db: Statements,
  workspaceId: string,
  rows: readonly { customerId: string; keys: readonly number[] }[],
): Promise<void> {
  const pairs = rows.flatMap(({ customerId, keys }) => keys.map((key) => ({ customerId, key })));
  await db.query(
    `with wanted as (select * from unnest($3::uuid[], $4::int[]) as w (customer_id, key)),
          gone as (delete from customer_match m
                    where m.workspace_id = $1 and m.customer_id = any($2::uuid[])
                      and not exists (select 1 from wanted w where w.customer_id = m.customer_id and w.key = m.key))
     insert into customer_match (workspace_id, key, customer_id)
     select $1, key, customer_id from wanted on conflict do nothing`,
    [
      workspaceId,
      rows.map((row) => row.customerId),
      pairs.map((pair) => pair.customerId),
      pairs.map((pair) => pair.key),
    ],
    { prepared: true },
  );
}

/** Makes the rows of a company's sites anew: they are found by its names too. */
export async function reindexSites(db: Statements, workspaceId: string, companyId: string): Promise<void> {
  const sites = await db.query<{ id: string }>(
    "select id from customer where workspace_id = $1 and parent_id = $2 and kind = 'site' and state <> 'erased'",
    [workspaceId, companyId],
  );
  if (sites.length > 0) {
    await reindex(
      db,
      workspaceId,
      sites.map((site) => site.id),
    );
  }
}

function documentOf(customer: StoredCustomer): SearchDocument {
  const ofKind = (...kinds: string[]) =>
    customer.points.filter((point) => kinds.includes(point.kind)).map((point) => point.normalized);
  return searchDocument(
    {
      name: customer.name,
      nameKana: customer.nameKana,
      aliases: customer.aliases.map((alias) => alias.name),
      houseNames: customer.kind === "site" ? customer.parentNames : [],
    },
    customer.codes.map((code) => code.code),
    ofKind("phone", "mobile", "fax"),
    ofKind("mail"),
    Object.values(customer.extra),
  );
}
