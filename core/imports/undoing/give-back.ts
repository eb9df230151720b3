import { reindex, reindexSites, searchDocument } from "../../customers/index.ts";
import type { OperationContext } from "../../kernel/context.ts";
import { sqlJson } from "../sql-json.ts";
import type { Verdict } from "./decide.ts";
import type { Touched } from "./touched.ts";

type Restored = Extract<Verdict, { kind: "restore" }>;

/** Removes customers that an import made, with everything that belongs to them. */
export async function removeCustomers(context: OperationContext, gone: readonly Touched[]): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map((customer) => customer.id);
  const belongings = [
    "customer_search",
    "customer_match",
    "customer_name",
    "contact_point",
    "customer_code",
    "customer_domain",
    "ownership",
  ];
  for (const table of belongings) {
    await context.db.query(`delete from ${table} where workspace_id = $1 and customer_id = any($2::uuid[])`, [
      context.workspaceId,
      ids,
    ]);
  }
  await context.db.query(
    "delete from duplicate_pair where workspace_id = $1 and (a_id = any($2::uuid[]) or b_id = any($2::uuid[]))",
    [context.workspaceId, ids],
  );
  await context.db.query("delete from customer where workspace_id = $1 and id = any($2::uuid[])", [
    context.workspaceId,
    ids,
  ]);
  for (const { id, now } of gone) {
    const { kind, name } = now!;
    context.changed({
      entity: "customer",
      entityId: id,
      customerId: id,
      before: { kind, name },
      after: null,
    });
  }
}

/** Gives customers that were there before an import their values back and takes away what it added to them. */
export async function restoreCustomers(
  context: OperationContext,
  customers: readonly { customer: Touched; verdict: Restored }[],
): Promise<void> {
  if (customers.length === 0) return;
  await restoreColumns(context, customers);
  const ids = (list: "names" | "points" | "codes" | "owners") =>
    customers.flatMap(({ verdict }) => verdict.added[list]);
  await removeRows(context, "customer_name", ids("names"));
  await removeRows(context, "contact_point", ids("points"));
  await removeRows(context, "customer_code", ids("codes"));
  await removeRows(context, "ownership", ids("owners"));
  await removeDomains(context, customers);
  await reindex(
    context.db,
    context.workspaceId,
    customers.map(({ customer }) => customer.id),
  );
  for (const { customer, verdict } of customers) {
    const renamed = verdict.added.names.length > 0 || "name_kana" in verdict.columns;
    if (renamed && customer.now!.kind === "company") {
      await reindexSites(context.db, context.workspaceId, customer.id);
    }
    const before = Object.fromEntries(
      Object.keys(verdict.columns).map((column) => [column, customer.now![column]]),
    );
    context.changed({
      entity: "customer",
      entityId: customer.id,
      customerId: customer.id,
      before,
      after: verdict.columns,
    });
  }
}

const restorable = [
  "name_kana",
  "honorific",
  "department",
  "title",
  "roles",
  "corporate_number",
  "invoice_number",
  "prefecture",
  "city",
  "url",
  "note",
  "relation_since",
  "amount",
  "extra",
  "purpose",
  "source",
];

async function restoreColumns(
  context: OperationContext,
  customers: readonly { customer: Touched; verdict: Restored }[],
): Promise<void> {
  const rows = customers.map(({ customer, verdict }) => {
    const row: Record<string, unknown> = { ...customer.now, ...verdict.columns };
    const { name, name_kana: nameKana } = row as { name: string; name_kana: string | null };
    return { ...row, sort_key: searchDocument({ name, nameKana }).sortKey };
  });
  const sets = restorable.map((column) => `${column} = r.${column}`).join(", ");
  await context.db.query(
    `update customer c set ${sets}, sort_key = r.sort_key, version = c.version + 1, updated_at = $2
       from json_populate_recordset(null::customer, $3) r where c.workspace_id = $1 and c.id = r.id and c.id = any($4::uuid[])`,
    [context.workspaceId, context.now, sqlJson(rows), customers.map(({ customer }) => customer.id)],
  );
}

async function removeRows(context: OperationContext, table: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await context.db.query(`delete from ${table} where workspace_id = $1 and id = any($2::uuid[])`, [
    context.workspaceId,
    ids,
  ]);
}

async function removeDomains(
  context: OperationContext,
  customers: readonly { customer: Touched; verdict: Restored }[],
): Promise<void> {
  const rows = customers.flatMap(({ customer, verdict }) =>
    verdict.added.domains.map((domain) => ({ customer_id: customer.id, domain })),
  );
  if (rows.length === 0) return;
  await context.db.query(
    `delete from customer_domain d using json_populate_recordset(null::customer_domain, $2) r
      where d.workspace_id = $1 and d.customer_id = r.customer_id and d.domain = r.domain`,
    [context.workspaceId, sqlJson(rows)],
  );
}
