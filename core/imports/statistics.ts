import type { Statements } from "../kernel/database.ts";

/** What is looked up by; the cells of the list and the before-values are not, and would take the longest. */
const tables = [
  "customer",
  "customer_search",
  "customer_match",
  "customer_name",
  "contact_point (workspace_id, customer_id, kind, normalized)",
  "customer_code",
  "customer_domain",
  "ownership",
  "import_row (workspace_id, import_id, row, status)",
  "import_change (workspace_id, import_id, customer_id, row)",
];

/**
 * Lets the database count its tables anew, from a small sample: a plan for an empty table is a bad plan for a full one,
 * and the embedded database has nobody who would do it. A table that the server itself is counting or clearing just now
 * is left to it: to wait for that takes a second.
 */
export async function countAnew(db: Statements): Promise<void> {
  await db.query("set local default_statistics_target = 10");
  await db.query(`analyze (skip_locked) ${tables.join(", ")}`);
}
