import type { OperationContext } from "../kernel/context.ts";
import type { Statements } from "../kernel/database.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { AliasKind, ContactKind, CustomerKind } from "./shapes.ts";

/** A customer's row and everything that search and audit need beside it. */
export interface StoredCustomer {
  id: string;
  kind: CustomerKind;
  parentId: string | null;
  name: string;
  nameKana: string | null;
  honorific: string | null;
  department: string | null;
  title: string | null;
  roles: string[];
  corporateNumber: string | null;
  invoiceNumber: string | null;
  prefecture: string | null;
  city: string | null;
  url: string | null;
  note: string | null;
  relationSince: string | null;
  amount: string | null;
  extra: Record<string, string>;
  purpose: string | null;
  source: string | null;
  state: "active" | "merged" | "erased";
  mergedIntoId: string | null;
  version: number;
  aliases: { kind: AliasKind; name: string }[];
  codes: { system: string; code: string }[];
  points: { kind: ContactKind; normalized: string; parts: Record<string, string | null> | null }[];
  parentNames: string[];
  parentParentId: string | null;
}

/**
 * Loads a customer and holds it until the transaction ends, so that two changes of one customer follow each other.
 * Errors: `customer_not_found`, `customer_merged` (with the id of the one it became), `stale_copy`.
 */
export async function loadForChange(
  context: OperationContext,
  customerId: string,
  version?: number,
): Promise<StoredCustomer> {
  const held = await context.db.query(
    "select 1 from customer where workspace_id = $1 and id = $2 for update",
    [context.workspaceId, customerId],
  );
  const [customer] =
    held.length > 0 ? await loadCustomers(context.db, context.workspaceId, [customerId]) : [];
  if (!customer || customer.state === "erased") {
    throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  }
  if (customer.state === "merged") {
    throw new EnishiError("customer_merged", { into: customer.mergedIntoId ?? "" }, { field: "customerId" });
  }
  if (version !== undefined && version !== customer.version) throw new EnishiError("stale_copy");
  return customer;
}

export function loadCustomers(
  db: Statements,
  workspaceId: string,
  ids: readonly string[],
): Promise<StoredCustomer[]> {
  return db.query<StoredCustomer>(
    `select c.id, c.kind, c.parent_id as "parentId", c.name, c.name_kana as "nameKana", c.honorific, c.department, c.title,
            c.roles, c.corporate_number as "corporateNumber", c.invoice_number as "invoiceNumber", c.prefecture, c.city,
            c.url, c.note, c.relation_since as "relationSince", c.amount, c.extra, c.purpose, c.source,
            c.state, c.merged_into_id as "mergedIntoId", c.version, p.parent_id as "parentParentId",
            coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name) order by n.id) from customer_name n
                       where n.workspace_id = c.workspace_id and n.customer_id = c.id), '[]') as aliases,
            coalesce((select jsonb_agg(jsonb_build_object('system', k.system, 'code', k.code) order by k.id)
                        from customer_code k
                       where k.workspace_id = c.workspace_id and k.customer_id = c.id), '[]') as codes,
            coalesce((select jsonb_agg(jsonb_build_object('kind', t.kind, 'normalized', t.normalized, 'parts', t.parts) order by t.id)
                        from contact_point t
                       where t.workspace_id = c.workspace_id and t.customer_id = c.id), '[]') as points,
            array_remove(array[p.name, p.name_kana], null)
              || array(select a.name from customer_name a
                        where a.workspace_id = p.workspace_id and a.customer_id = p.id order by a.id) as "parentNames"
       from customer c
       left join customer p on p.workspace_id = c.workspace_id and p.id = c.parent_id
      where c.workspace_id = $1 and c.id = any($2::uuid[])`,
    [workspaceId, ids],
    { prepared: true },
  );
}
