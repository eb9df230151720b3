import type { OperationContext } from "../kernel/context.ts";
import { type ContactPointColumns, companyDomain } from "./contact-point.ts";
import type { Parent } from "./parents.ts";
import type { CustomerKind } from "./shapes.ts";

export interface DomainRow {
  customerId: string;
  domain: string;
}

/**
 * Which company a mail domain tells of: the company itself, that of the site, that of the person. A person who belongs
 * to nobody tells of none.
 */
export function domainsFor(
  customer: {
    id: string;
    kind: CustomerKind;
    parentId: string | null;
    parent: Pick<Parent, "kind" | "parentId"> | null;
  },
  points: readonly Pick<ContactPointColumns, "kind" | "normalized">[],
): DomainRow[] {
  const ofParent = customer.parent?.kind === "site" ? customer.parent.parentId : customer.parentId;
  const companyId = customer.kind === "company" ? customer.id : ofParent;
  if (!companyId) return [];
  const domains = new Set(points.map(companyDomain).filter((domain) => domain !== null));
  return [...domains].map((domain) => ({ customerId: companyId, domain }));
}

export async function insertDomains(context: OperationContext, rows: readonly DomainRow[]): Promise<void> {
  if (rows.length === 0) return;
  await context.db.query(
    `insert into customer_domain (workspace_id, customer_id, domain)
     select $1, r.customer_id, r.domain from unnest($2::uuid[], $3::text[]) as r (customer_id, domain)
     on conflict do nothing`,
    [context.workspaceId, rows.map((row) => row.customerId), rows.map((row) => row.domain)],
  );
}
