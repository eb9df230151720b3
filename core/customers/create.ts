import { z } from "zod";
import { companyKey, foldText, isKana } from "../japanese/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { insertAliases, insertCodes, insertContactPoints } from "./belongings.ts";
import { customerColumns } from "./columns.ts";
import { readContactPoint } from "./contact-point.ts";
import { domainsFor, insertDomains } from "./domains.ts";
import { requireParent } from "./parents.ts";
import { reindex } from "./reindex.ts";
import { searchDocument } from "./search-document.ts";
import {
  aliasFields,
  codeFields,
  contactPointFields,
  customerFields,
  customerKinds,
  customerRef,
} from "./shapes.ts";

/**
 * Adds a company, site or person with what belongs to it. Alike names are no error: a person decides what is the same.
 * Errors: `parent_not_found`, `invalid_parent`, `site_without_company`, `invalid_mail`, `invalid_phone`,
 * `invalid_corporate_number`, `invalid_invoice_number`, `owner_not_found`.
 */
export const createCustomer = defineOperation({
  name: "customers.create",
  summary: "Add a company, a site of a company, or a person.",
  input: customerFields.extend({
    kind: z.enum(customerKinds),
    contactPoints: z.array(contactPointFields).max(50).default([]),
    codes: z.array(codeFields).max(50).default([]),
    aliases: z.array(aliasFields).max(50).default([]),
    ownerId: z.uuid().nullish(),
  }),
  output: customerRef,
  permission: "customers.write",
  http: { method: "post", path: "/v1/customers", status: 201 },
  async run(context, input) {
    const points = input.contactPoints.map((point, i) => readContactPoint(point, `contactPoints.${i}.value`));
    const parent = await requireParent(context, input.kind, input.parentId);
    const customerId = context.newId();
    const address = points.find((point) => point.kind === "address")?.parts;
    const columns = customerColumns({
      ...input,
      nameKana: input.nameKana ?? (isKana(input.name) ? input.name : null),
      prefecture: input.prefecture ?? address?.prefecture,
      city: input.city ?? address?.city,
    });
    await context.db.query(
      `insert into customer (workspace_id, id, kind, parent_id, name, name_kana, honorific, department, title, roles,
                             corporate_number, invoice_number, prefecture, city, url, note, relation_since, amount, extra,
                             purpose, source, match_key, sort_key, created_at, updated_at)
       select $1, $2, $3, r.parent_id, r.name, r.name_kana, r.honorific, r.department, r.title, coalesce(r.roles, '{}'),
              r.corporate_number, r.invoice_number, r.prefecture, r.city, r.url, r.note, r.relation_since, r.amount,
              coalesce(r.extra, '{}'), r.purpose, r.source, $5, $6, $7, $7
         from jsonb_populate_record(null::customer, $4::jsonb) r`,
      [
        context.workspaceId,
        customerId,
        input.kind,
        JSON.stringify(columns),
        companyKey(input.name) || foldText(input.name),
        searchDocument({ name: input.name, nameKana: columns.name_kana ?? null }).sortKey,
        context.now,
      ],
    );
    await insertContactPoints(context, customerId, points);
    await insertCodes(context, customerId, input.codes);
    await insertAliases(context, customerId, input.aliases);
    const own = { id: customerId, kind: input.kind, parentId: parent?.id ?? null, parent };
    await insertDomains(context, domainsFor(own, [...points, ...urlPoint(input.url)]));
    await reindex(context.db, context.workspaceId, [customerId]);
    const { ownerId, ...after } = input;
    context.changed({ entity: "customer", entityId: customerId, customerId, before: null, after });
    if (ownerId) await beginOwnership(context, customerId, ownerId);
    context.emit("customers.created", { customerId });
    return { customerId };
  },
});

/** The first owner of a new customer stands in the same transaction: nobody sees it ownerless in between. */
async function beginOwnership(
  context: OperationContext,
  customerId: string,
  memberId: string,
): Promise<void> {
  const id = context.newId();
  const begun = await context.db.query(
    `insert into ownership (workspace_id, id, customer_id, member_id, role, proposer_id, accepted_by_id, since)
     select $1, $2, $3, m.id, 'owner', $5, $5, $6 from member m where m.workspace_id = $1 and m.id = $4
     returning id`,
    [context.workspaceId, id, customerId, memberId, context.actor.memberId, context.now],
  );
  if (begun.length === 0) throw new EnishiError("owner_not_found", {}, { field: "ownerId" });
  context.changed({
    entity: "ownership",
    entityId: id,
    customerId,
    before: null,
    after: { memberId, role: "owner" },
  });
}

function urlPoint(url: string | null | undefined) {
  return url ? [{ kind: "url" as const, normalized: url.toLowerCase() }] : [];
}
