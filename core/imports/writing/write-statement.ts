import type { Statements } from "../../kernel/database.ts";
import { sqlJson } from "../sql-json.ts";
import type { Place } from "./read-ahead.ts";

/** Rows of each table as the table calls its columns, and how far the import is with them. */
export interface ChunkRows {
  made: readonly object[];
  changed: readonly object[];
  names: readonly object[];
  points: readonly object[];
  codes: readonly object[];
  domains: readonly object[];
  owners: readonly object[];
  matchKeys: readonly object[];
  /** Customers that may be the same as one that this chunk makes. */
  pairs: readonly object[];
  changes: readonly object[];
  outcomes: readonly object[];
}

const filled = `name_kana, honorific, department, title, roles, corporate_number, invoice_number, prefecture, city, url,
  note, relation_since, amount, extra, purpose, source`;
const overwritten = `${filled}, sort_key`
  .split(",")
  .map((column) => `${column.trim()} = excluded.${column.trim()}`)
  .join(", ");

/** How the rows of each kind are written; `:rows` stands for them, $1 the workspace, $2 the import, $3 now. */
const parts: Record<keyof ChunkRows, string> = {
  made: `insert into customer (workspace_id, id, kind, parent_id, name, ${filled}, match_key, sort_key, import_id,
                               created_at, updated_at)
    select $1, id, kind, parent_id, name, ${filled}, match_key, sort_key, import_id, $3, $3
      from json_populate_recordset(null::customer, :rows)`,
  // A customer that is there is written over only where it is still the one that was read.
  changed: `insert into customer (workspace_id, id, kind, name, ${filled}, match_key, sort_key, version, created_at,
                                  updated_at)
    select $1, id, kind, name, ${filled}, match_key, sort_key, version, $3, $3
      from json_populate_recordset(null::customer, :rows)
    on conflict (workspace_id, id) do update set ${overwritten}, version = customer.version + 1, updated_at = $3
     where customer.version = excluded.version and customer.state = 'active'
    returning 1`,
  names: `insert into customer_name (workspace_id, id, customer_id, kind, name, key, created_at)
    select $1, id, customer_id, kind, name, key, $3 from json_populate_recordset(null::customer_name, :rows)`,
  points: `insert into contact_point (workspace_id, id, customer_id, kind, value, normalized, extension, label, parts,
                                      is_primary, created_at)
    select $1, id, customer_id, kind, value, normalized, extension, label, parts, is_primary, $3
      from json_populate_recordset(null::contact_point, :rows)`,
  codes: `insert into customer_code (workspace_id, id, customer_id, system, code, created_at)
    select $1, id, customer_id, system, code, $3 from json_populate_recordset(null::customer_code, :rows)`,
  domains: `insert into customer_domain (workspace_id, customer_id, domain)
    select $1, customer_id, domain from json_populate_recordset(null::customer_domain, :rows)
    on conflict do nothing`,
  owners: `insert into ownership (workspace_id, id, customer_id, member_id, role, since)
    select $1, id, customer_id, member_id, role, $3 from json_populate_recordset(null::ownership, :rows)
    on conflict do nothing`,
  matchKeys: `insert into customer_match (workspace_id, key, customer_id)
    select $1, key, customer_id from json_populate_recordset(null::customer_match, :rows)
    on conflict do nothing`,
  pairs: `insert into duplicate_pair (workspace_id, a_id, b_id, score, reasons, reason_key, import_id, created_at)
    select $1, a_id, b_id, score, reasons, reason_key, $2, $3
      from json_populate_recordset(null::duplicate_pair, :rows)
    on conflict do nothing`,
  changes: `insert into import_change (workspace_id, import_id, row, customer_id, before, version)
    select $1, $2, row, customer_id, before, version from json_populate_recordset(null::import_change, :rows)`,
  outcomes: `insert into import_row (workspace_id, import_id, row, raw, status, customer_ids, cluster_id,
                                     person_cluster_id, match, issues)
    select $1, $2, row, '{}', status, customer_ids, cluster_id, person_cluster_id, match, issues
      from json_populate_recordset(null::import_row, :rows)
    on conflict (workspace_id, import_id, row) do update
       set status = excluded.status, customer_ids = excluded.customer_ids, cluster_id = excluded.cluster_id,
           person_cluster_id = excluded.person_cluster_id, match = excluded.match, issues = import_row.issues || excluded.issues`,
};

/**
 * Writes all of a chunk but what search reads in one statement: on the embedded database each statement is a turn that others wait for.
 * Rows travel as JSON, because columns that are lists cannot travel in arrays. Upserts go straight to their row by its
 * key, whatever the statistics of a growing table say. Gives how many customers were changed: fewer than given when
 * somebody else changed one meanwhile.
 */
export async function writeRows(
  db: Statements,
  ids: { workspaceId: string; importId: string; now: Date },
  rows: ChunkRows,
  progress: { applied: number; place: Place; counts: object },
): Promise<number> {
  const values: unknown[] = [
    ids.workspaceId,
    ids.importId,
    ids.now,
    progress.applied,
    JSON.stringify(progress.counts),
    progress.place.pass,
    progress.place.row,
  ];
  // Every part stands in it, also those without rows, so that it is planned once.
  const written = Object.entries(parts).map(([kind, part]) => {
    values.push(sqlJson(rows[kind as keyof ChunkRows]));
    return `"${kind}" as (${part.replace(":rows", `$${values.length}`)})`;
  });
  const [row] = await db.query<{ changed: number }>(
    `with progress as (update import set applied = $4, counts = $5, pass = $6, reached = $7
                         where workspace_id = $1 and id = $2),
          ${written.join(", ")}
     select count(*)::int as changed from changed`,
    values,
    { prepared: true },
  );
  return row!.changed;
}
