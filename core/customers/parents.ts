import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { CustomerKind } from "./shapes.ts";

export interface Parent {
  id: string;
  kind: CustomerKind;
  parentId: string | null;
  names: string[];
}

/**
 * The company or site that a customer is to belong to. A site belongs to a company, a person to either, a company to
 * nobody. Errors: `parent_not_found`, `invalid_parent`.
 */
export async function requireParent(
  context: OperationContext,
  kind: CustomerKind,
  parentId: string | null | undefined,
): Promise<Parent | null> {
  if (!parentId) {
    if (kind === "site") throw new EnishiError("site_without_company", {}, { field: "parentId" });
    return null;
  }
  const [parent] = await context.db.query<Parent & { state: string }>(
    `select id, kind, parent_id as "parentId", state,
            array_remove(array[name, name_kana], null)
              || array(select n.name from customer_name n
                        where n.workspace_id = customer.workspace_id and n.customer_id = customer.id order by n.id) as names
       from customer where workspace_id = $1 and id = $2 for share`,
    [context.workspaceId, parentId],
  );
  if (parent?.state !== "active") throw new EnishiError("parent_not_found", {}, { field: "parentId" });
  const fits = kind === "person" ? parent.kind !== "person" : kind === "site" && parent.kind === "company";
  if (!fits)
    throw new EnishiError("invalid_parent", { kind, parentKind: parent.kind }, { field: "parentId" });
  return parent;
}
