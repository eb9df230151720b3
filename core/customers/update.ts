import { z } from "zod";
import { companyKey, foldText } from "../japanese/index.ts";
import { defineOperation } from "../kernel/operation.ts";
import { insertAliases } from "./belongings.ts";
import { customerColumns, customerFieldNames } from "./columns.ts";
import { domainsFor, insertDomains } from "./domains.ts";
import { loadForChange, type StoredCustomer } from "./load.ts";
import { requireParent } from "./parents.ts";
import { reindex, reindexSites } from "./reindex.ts";
import { searchDocument } from "./search-document.ts";
import { customerFields, customerVersion } from "./shapes.ts";

/**
 * Changes a customer's own row; what is left out stays. A name that was really another one is kept as a former name, so
 * that people who remember it still find the customer.
 * Errors: those of `customers.create`, and `customer_not_found`, `customer_merged`, `stale_copy`.
 */
export const updateCustomer = defineOperation({
  name: "customers.update",
  summary: "Change a customer; fields that are left out stay as they are.",
  input: customerFields.partial().extend({ customerId: z.uuid(), version: z.int().optional() }),
  output: customerVersion,
  permission: "customers.write",
  http: { method: "patch", path: "/v1/customers/{customerId}" },
  async run(context, input) {
    const { customerId } = input;
    const before = await loadForChange(context, customerId, input.version);
    const columns = customerColumns(input);
    const changed = customerFieldNames.filter(
      (field) => input[field] !== undefined && !same(input[field], before[field]),
    );
    if (changed.length === 0) return { customerId, version: before.version };
    const parentId = input.parentId === undefined ? before.parentId : input.parentId;
    const parent = changed.includes("parentId") ? await requireParent(context, before.kind, parentId) : null;
    const name = input.name ?? before.name;
    const nameKana = input.nameKana === undefined ? before.nameKana : input.nameKana;
    const sets = Object.keys(columns).map((column) => `${column} = r.${column}`);
    const [after] = await context.db.query<{ version: number }>(
      `update customer c set ${sets.join(", ")}, match_key = $4, sort_key = $5, version = c.version + 1, updated_at = $6
         from jsonb_populate_record(null::customer, $3::jsonb) r
        where c.workspace_id = $1 and c.id = $2 returning c.version`,
      [
        context.workspaceId,
        customerId,
        JSON.stringify(columns),
        companyKey(name) || foldText(name),
        searchDocument({ name, nameKana: nameKana ?? null }).sortKey,
        context.now,
      ],
    );
    const renamed = changed.includes("name") && companyKey(name) !== companyKey(before.name);
    if (renamed) await insertAliases(context, customerId, [{ kind: "former", name: before.name }]);
    if (input.url) {
      const own = { id: customerId, kind: before.kind, parentId: parentId ?? null, parent };
      await insertDomains(context, domainsFor(own, [{ kind: "url", normalized: input.url.toLowerCase() }]));
    }
    await reindex(context.db, context.workspaceId, [customerId]);
    if (before.kind === "company" && (changed.includes("name") || changed.includes("nameKana"))) {
      await reindexSites(context.db, context.workspaceId, customerId);
    }
    context.changed({
      entity: "customer",
      entityId: customerId,
      customerId,
      before: pick(before, changed),
      after: pick(input, changed),
    });
    context.emit("customers.updated", { customerId, fields: changed });
    return { customerId, version: after!.version };
  },
});

function pick(from: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, (from as Record<string, unknown>)[field] ?? null]));
}

function same(typed: unknown, stored: StoredCustomer[keyof StoredCustomer]): boolean {
  if (typeof typed === "number") return Number(stored) === typed && stored !== null;
  if (typeof typed === "object" && typed !== null) return JSON.stringify(typed) === JSON.stringify(stored);
  return (typed === "" ? null : typed) === stored;
}
