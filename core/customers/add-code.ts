import { defineOperation } from "../kernel/operation.ts";
import { insertCodes } from "./belongings.ts";
import { loadForChange } from "./load.ts";
import { reindex } from "./reindex.ts";
import { codeFields, customerRef } from "./shapes.ts";

/** Adds a code by which another system knows the customer. Errors: `customer_not_found`, `customer_merged`. */
export const addCode = defineOperation({
  name: "customers.addCode",
  summary: "Add a customer code (得意先コード) of another system.",
  input: codeFields.extend({ customerId: customerRef.shape.customerId }),
  output: customerRef,
  permission: "customers.write",
  http: { method: "post", path: "/v1/customers/{customerId}/codes", status: 201 },
  async run(context, { customerId, ...code }) {
    const customer = await loadForChange(context, customerId);
    if (customer.codes.some((one) => one.system === code.system && one.code === code.code))
      return { customerId };
    await insertCodes(context, customerId, [code]);
    await reindex(context.db, context.workspaceId, [customerId]);
    context.changed({ entity: "customer_code", entityId: customerId, customerId, before: null, after: code });
    context.emit("customers.updated", { customerId, fields: ["codes"] });
    return { customerId };
  },
});
