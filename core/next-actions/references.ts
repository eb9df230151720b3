import { namedCustomer } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";

/**
 * Checks whom a next action is for and who is to keep it (null: nobody new), and follows a merged customer.
 * The keeper may be anyone but a member who left. Errors: `customer_not_found`, `member_not_found`, `member_left`.
 */
export async function resolveReferences(
  context: OperationContext,
  customerId: string | null,
  ownerId: string | null,
): Promise<{ customerId: string | null }> {
  const [row] = await context.db.query<{ customerId: string | null; status: string | null }>(
    `with recursive ${namedCustomer("$2")}, target as (
       select c.id from customer c
        where c.workspace_id = $1 and c.state = 'active'
          and c.id = (select id from named where state = 'active' limit 1)
          for key share
     )
     select (select id from target) as "customerId",
            (select status from member where workspace_id = $1 and id = $3::uuid) as status`,
    [context.workspaceId, customerId, ownerId],
  );
  if (customerId && !row?.customerId) {
    throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  }
  if (ownerId && !row?.status) throw new EnishiError("member_not_found", {}, { field: "ownerId" });
  if (row?.status === "former") throw new EnishiError("member_left", {}, { field: "ownerId" });
  return { customerId: row?.customerId ?? null };
}
