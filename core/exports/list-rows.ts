import { z } from "zod";
import { defineQuery } from "../kernel/operation.ts";
import { pageOf } from "../kernel/page.ts";

const text = z.string().nullable();
const texts = z.array(z.string());

const row = z.object({
  customerId: z.uuid(),
  /** company · site · person: whose row it is. A person's and a site's row names the company as well. */
  kind: z.enum(["company", "site", "person"]),
  company: text,
  companyKana: text,
  site: text,
  department: text,
  title: text,
  person: text,
  personKana: text,
  /** As typed, the primary one first; so the others. */
  phones: texts,
  mobiles: texts,
  faxes: texts,
  mails: texts,
  addresses: z.array(
    z.object({
      value: z.string(),
      postal: text.optional(),
      prefecture: text.optional(),
      city: text.optional(),
      street: text.optional(),
      building: text.optional(),
    }),
  ),
  url: text,
  corporateNumber: text,
  invoiceNumber: text,
  codes: z.array(z.object({ system: z.string(), code: z.string() })),
  aliases: texts,
  roles: texts,
  /** 営業担当, 副担当: names of members. */
  owners: texts,
  deputies: texts,
  /** ISO day. */
  relationSince: text,
  /** Yen. */
  amount: z.number().nullable(),
  note: text,
  extra: z.record(z.string(), z.string()),
});
export type ExportedRow = z.output<typeof row>;

/**
 * The whole customer list, page by page: each company, site and person once, with what is its own. Merged and erased
 * records are not there. For those who answer for everybody's customers: it is all that a competitor would want.
 */
export const listExportRows = defineQuery({
  name: "exports.rows",
  summary: "The customer list with all that belongs to each, page by page.",
  input: z.object({
    limit: z.coerce.number().int().min(1).max(500).default(200),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(row), nextCursor: z.string().nullable() }),
  permission: "exports.read",
  http: { method: "get", path: "/v1/exports/customers" },
  async run(context, { limit, cursor }) {
    const rows = await context.db.query<ExportedRow>(ROWS, [context.workspaceId, cursor ?? null, limit + 1]);
    const page = pageOf(rows, limit, (last) => last.customerId);
    context.shows(page.items.map(({ customerId }) => customerId));
    return page;
  },
});

const pointsOf = (kind: string) => `array(
  select t.value from contact_point t
   where t.workspace_id = $1 and t.customer_id = c.id and t.kind = '${kind}' order by t.is_primary desc, t.id)`;

const ownersOf = (role: string) => `array(
  select m.name from ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
   where o.workspace_id = $1 and o.customer_id = c.id and o.until is null and o.role = '${role}' order by o.since, o.id)`;

// $1 workspace, $2 the last customer of the page before, $3 how many. In the order in which they were made: nothing that
// is added meanwhile moves a page.
const ROWS = `
select c.id as "customerId", c.kind,
       case c.kind when 'company' then c.name else coalesce(g.name, case p.kind when 'company' then p.name end) end as company,
       case c.kind when 'company' then c.name_kana end as "companyKana",
       case c.kind when 'site' then c.name else case p.kind when 'site' then p.name end end as site,
       c.department, c.title,
       case c.kind when 'person' then c.name end as person,
       case c.kind when 'person' then c.name_kana end as "personKana",
       ${pointsOf("phone")} as phones, ${pointsOf("mobile")} as mobiles, ${pointsOf("fax")} as faxes, ${pointsOf("mail")} as mails,
       coalesce((select jsonb_agg(jsonb_build_object('value', t.value) || coalesce(t.parts, '{}') order by t.is_primary desc, t.id)
                   from contact_point t
                  where t.workspace_id = $1 and t.customer_id = c.id and t.kind = 'address'), '[]') as addresses,
       c.url, c.corporate_number as "corporateNumber", c.invoice_number as "invoiceNumber",
       coalesce((select jsonb_agg(jsonb_build_object('system', k.system, 'code', k.code) order by k.id)
                   from customer_code k where k.workspace_id = $1 and k.customer_id = c.id), '[]') as codes,
       array(select n.name from customer_name n where n.workspace_id = $1 and n.customer_id = c.id order by n.id) as aliases,
       c.roles, ${ownersOf("owner")} as owners, ${ownersOf("deputy")} as deputies,
       c.relation_since as "relationSince", c.amount::float8 as amount, c.note, c.extra
  from customer c
  left join customer p on p.workspace_id = $1 and p.id = c.parent_id
  left join customer g on g.workspace_id = $1 and g.id = p.parent_id
 where c.workspace_id = $1 and c.state = 'active' and ($2::uuid is null or c.id > $2)
 order by c.id limit $3`;
