import { defineOperation } from "../kernel/operation.ts";
import { insertAliases } from "./belongings.ts";
import { loadForChange } from "./load.ts";
import { reindex, reindexSites } from "./reindex.ts";
import { aliasFields, customerRef } from "./shapes.ts";

/** Teaches another name of a customer (まるはち → 丸八金属). Errors: `customer_not_found`, `customer_merged`. */
export const addAlias = defineOperation({
  name: "customers.addAlias",
  summary: "Add a former name, a nickname or another spelling of a customer.",
  input: aliasFields.extend({ customerId: customerRef.shape.customerId }),
  output: customerRef,
  permission: "customers.write",
  http: { method: "post", path: "/v1/customers/{customerId}/aliases", status: 201 },
  async run(context, { customerId, ...alias }) {
    const customer = await loadForChange(context, customerId);
    if ((await insertAliases(context, customerId, [alias])) === 0) return { customerId };
    await reindex(context.db, context.workspaceId, [customerId]);
    if (customer.kind === "company") await reindexSites(context.db, context.workspaceId, customerId);
    context.changed({
      entity: "customer_name",
      entityId: customerId,
      customerId,
      before: null,
      after: alias,
    });
    context.emit("customers.updated", { customerId, fields: ["aliases"] });
    return { customerId };
  },
});
