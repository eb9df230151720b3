import { z } from "zod";
import { customerKinds } from "../customers/index.ts";
import { isFreeMailDomain, parseEmail } from "../japanese/index.ts";
import { defineQuery } from "../kernel/operation.ts";

const person = z.object({
  customerId: z.uuid(),
  name: z.string(),
  kind: z.enum(customerKinds),
  title: z.string().nullable(),
  department: z.string().nullable(),
  company: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  email: z.string(),
});
const domainCompany = z.object({ customerId: z.uuid(), name: z.string(), domain: z.string() });
type Person = z.output<typeof person>;
type DomainCompany = z.output<typeof domainCompany>;

/**
 * Who the people of a mail thread are: known customers by address, and companies known by the domain of an address.
 * A free-mail or provider domain never tells of a company; `freeMail` says that all of them are such.
 */
export const findByMail = defineQuery({
  name: "profile.findByMail",
  summary: "Find the customers behind mail addresses, and companies behind their domains.",
  input: z.object({ emails: z.array(z.string().max(254)).min(1).max(100) }),
  output: z.object({
    people: z.array(person),
    domainCompanies: z.array(domainCompany),
    freeMail: z.boolean(),
  }),
  permission: "customers.read",
  async run(context, input) {
    const emails = [...new Set(input.emails.flatMap((email) => parseEmail(email) ?? []))];
    const domains = [...new Set(emails.map((email) => email.slice(email.lastIndexOf("@") + 1)))];
    const tellingDomains = domains.filter((domain) => !isFreeMailDomain(domain));
    const [row] = await context.db.query<{ people: Person[] | null; companies: DomainCompany[] | null }>(
      `select (select jsonb_agg(jsonb_build_object('customerId', c.id, 'name', c.name, 'kind', c.kind, 'title', c.title,
                        'department', c.department, 'email', t.normalized,
                        'company', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end)
                        order by array_position($2::text[], t.normalized), c.kind = 'company', t.id)
                 from contact_point t
                 join customer f on f.workspace_id = $1 and f.id = t.customer_id
                 join customer c on c.workspace_id = $1 and c.id = coalesce(f.merged_into_id, f.id) and c.state = 'active'
                 left join customer p on p.workspace_id = $1 and p.id = c.parent_id
                where t.workspace_id = $1 and t.kind = 'mail' and t.normalized = any($2::text[])) as people,
              (select jsonb_agg(jsonb_build_object('customerId', c.id, 'name', c.name, 'domain', d.domain)
                        order by d.domain, c.sort_key collate "C")
                 from customer_domain d
                 join customer f on f.workspace_id = $1 and f.id = d.customer_id
                 join customer c on c.workspace_id = $1 and c.id = coalesce(f.merged_into_id, f.id) and c.state = 'active'
                where d.workspace_id = $1 and d.domain = any($3::text[])) as companies`,
      [context.workspaceId, emails, tellingDomains],
    );
    const people = distinct(row?.people ?? [], (person) => `${person.customerId} ${person.email}`);
    const domainCompanies = distinct(row?.companies ?? [], (one) => `${one.customerId} ${one.domain}`);
    context.shows(people.map((person) => person.customerId));
    return { people, domainCompanies, freeMail: emails.length > 0 && tellingDomains.length === 0 };
  },
});

/** Two records that were merged into one may both hold the address. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
