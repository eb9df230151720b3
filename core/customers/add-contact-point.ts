import { defineOperation } from "../kernel/operation.ts";
import { insertContactPoints } from "./belongings.ts";
import { readContactPoint } from "./contact-point.ts";
import { domainsFor, insertDomains } from "./domains.ts";
import { loadCustomers, loadForChange } from "./load.ts";
import { reindex } from "./reindex.ts";
import { contactPointFields, customerRef } from "./shapes.ts";

/**
 * Adds a way to reach a customer; one that it already has changes nothing.
 * Errors: `customer_not_found`, `customer_merged`, `invalid_mail`, `invalid_phone`.
 */
export const addContactPoint = defineOperation({
  name: "customers.addContactPoint",
  summary: "Add a mail address, phone number, fax, LINE, page or address to a customer.",
  input: contactPointFields.extend({ customerId: customerRef.shape.customerId }),
  output: customerRef,
  permission: "customers.write",
  http: { method: "post", path: "/v1/customers/{customerId}/contact-points", status: 201 },
  async run(context, { customerId, ...fields }) {
    const point = readContactPoint(fields, "value");
    const customer = await loadForChange(context, customerId);
    const [id] = await insertContactPoints(context, customerId, [point]);
    if (!id) return { customerId };
    const [parent] = customer.parentId
      ? await loadCustomers(context.db, context.workspaceId, [customer.parentId])
      : [];
    await insertDomains(context, domainsFor({ ...customer, parent: parent ?? null }, [point]));
    await reindex(context.db, context.workspaceId, [customerId]);
    context.changed({ entity: "contact_point", entityId: id, customerId, before: null, after: fields });
    context.emit("customers.updated", { customerId, fields: ["contactPoints"] });
    return { customerId };
  },
});
