import type { Statements } from "../../kernel/database.ts";
import { sqlJson } from "../sql-json.ts";

/** Rows of each table as the table calls its columns, and how far the import is with them. */
export interface ChunkRows {
  customers: readonly object[];
  search: readonly object[];
  names: readonly object[];
  points: readonly object[];
  codes: readonly object[];
  domains: readonly object[];
  owners: readonly object[];
  changes: readonly object[];
  outcomes: readonly object[];
  applied: number;
  counts: object;
}

const filled = `name_kana, honorific, department, title, roles, corporate_number, invoice_number, prefecture, city, url,
  note, relation_since, amount, extra, purpose, source`;
const overwritten = `${filled}, sort_key`
  .split(",")
  .map((column) => `${column.trim()} = excluded.${column.trim()}`)
  .join(", ");

/**
 * Everything that a chunk writes, in one statement: on the embedded database each statement is a turn that others wait
 * for. Rows travel as JSON, because columns that are lists cannot travel in arrays. Upserts go straight to their row by
 * its key, whatever the statistics of a growing table say; a customer that is there is written over only where it is
 * still the one that was read.
 */
const statement = `with customers as (
    insert into customer (workspace_id, id, kind, parent_id, name, ${filled}, match_key, sort_key, import_id, version,
                          created_at, updated_at)
    select $1, id, kind, parent_id, name, ${filled}, match_key, sort_key, import_id, version, $3, $3
      from json_populate_recordset(null::customer, $4)
    on conflict (workspace_id, id) do update set ${overwritten}, version = customer.version + 1, updated_at = $3
     where customer.version = excluded.version and customer.state = 'active'
    returning 1
  ), search as (
    insert into customer_search (workspace_id, customer_id, grams, folded, sort_key)
    select $1, customer_id, grams, folded, sort_key from json_populate_recordset(null::customer_search, $5)
    on conflict (workspace_id, customer_id) do update
       set grams = excluded.grams, folded = excluded.folded, sort_key = excluded.sort_key
     where customer_search.folded <> excluded.folded or customer_search.sort_key <> excluded.sort_key
  ), names as (
    insert into customer_name (workspace_id, id, customer_id, kind, name, key, created_at)
    select $1, id, customer_id, kind, name, key, $3 from json_populate_recordset(null::customer_name, $6)
  ), points as (
    insert into contact_point (workspace_id, id, customer_id, kind, value, normalized, extension, label, parts,
                               is_primary, created_at)
    select $1, id, customer_id, kind, value, normalized, extension, label, parts, is_primary, $3
      from json_populate_recordset(null::contact_point, $7)
  ), codes as (
    insert into customer_code (workspace_id, id, customer_id, system, code, created_at)
    select $1, id, customer_id, system, code, $3 from json_populate_recordset(null::customer_code, $8)
  ), domains as (
    insert into customer_domain (workspace_id, customer_id, domain)
    select $1, customer_id, domain from json_populate_recordset(null::customer_domain, $9)
    on conflict do nothing
  ), owners as (
    insert into ownership (workspace_id, id, customer_id, member_id, role, since)
    select $1, id, customer_id, member_id, role, $3 from json_populate_recordset(null::ownership, $10)
    on conflict do nothing
  ), changes as (
    insert into import_change (workspace_id, import_id, row, customer_id, before, version)
    select $1, $2, row, customer_id, before, version from json_populate_recordset(null::import_change, $11)
  ), outcomes as (
    insert into import_row (workspace_id, import_id, row, raw, status, customer_ids, cluster_id, person_cluster_id, issues)
    select $1, $2, row, '{}', status, customer_ids, cluster_id, person_cluster_id, issues
      from json_populate_recordset(null::import_row, $12)
    on conflict (workspace_id, import_id, row) do update
       set status = excluded.status, customer_ids = excluded.customer_ids, cluster_id = excluded.cluster_id,
           person_cluster_id = excluded.person_cluster_id, issues = import_row.issues || excluded.issues
  ), progress as (
    update import set applied = $13, counts = $14 where workspace_id = $1 and id = $2
  )
  select count(*)::int as customers from customers`;

/** Writes a chunk. Says how many of its customers were written: fewer than given when somebody changed one meanwhile. */
export async function writeRows(
  db: Statements,
  ids: { workspaceId: string; importId: string; now: Date },
  rows: ChunkRows,
): Promise<number> {
  const lists = [
    rows.customers,
    rows.search,
    rows.names,
    rows.points,
    rows.codes,
    rows.domains,
    rows.owners,
    rows.changes,
    rows.outcomes,
  ];
  const [written] = await db.query<{ customers: number }>(statement, [
    ids.workspaceId,
    ids.importId,
    ids.now,
    ...lists.map(sqlJson),
    rows.applied,
    JSON.stringify(rows.counts),
  ]);
  return written!.customers;
}
