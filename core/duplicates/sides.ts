import { z } from "zod";
import { customerKinds } from "../customers/index.ts";
import type { Statements } from "../kernel/database.ts";

/** What a person needs to see of one of two records in order to say whether they are the same. */
export const Side = z.object({
  id: z.uuid(),
  kind: z.enum(customerKinds),
  state: z.string(),
  name: z.string(),
  nameKana: z.string().nullable(),
  parentId: z.uuid().nullable(),
  /** The company of a site or a person. */
  parentName: z.string().nullable(),
  department: z.string().nullable(),
  title: z.string().nullable(),
  prefecture: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  corporateNumber: z.string().nullable(),
  phones: z.array(z.string()),
  mails: z.array(z.string()),
  codes: z.array(z.string()),
  ownerNames: z.array(z.string()),
  /** Day of the last contact, in UTC. */
  lastContactOn: z.string().nullable(),
  createdOn: z.string(),
  version: z.int(),
});
export type Side = z.output<typeof Side>;

/** Of each, the first few of what it has; one statement. */
export async function loadSides(
  db: Statements,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Side>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<Side>(statement, [workspaceId, [...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, row]));
}

const points = (kinds: string) => `array(
    select t.value from contact_point t
     where t.workspace_id = $1 and t.customer_id = c.id and t.kind in (${kinds})
     order by t.is_primary desc, t.id limit 3)`;

const statement = `
  select c.id, c.kind, c.state, c.name, c.name_kana as "nameKana", c.parent_id as "parentId", p.name as "parentName",
         c.department, c.title, c.prefecture, c.city, c.corporate_number as "corporateNumber", c.version,
         (${points("'address'")})[1] as address, ${points("'phone', 'mobile', 'fax'")} as phones,
         ${points("'mail'")} as mails,
         array(select k.code from customer_code k
                where k.workspace_id = $1 and k.customer_id = c.id order by k.id limit 3) as codes,
         array(select m.name from ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
                where o.workspace_id = $1 and o.customer_id = c.id and o.until is null and o.role = 'owner') as "ownerNames",
         (select to_char(e.occurred_at, 'YYYY-MM-DD') from history_entry e
           where e.workspace_id = $1 and e.customer_id = c.id and e.cancelled_at is null
             and e.kind not in ('note', 'handover')
           order by e.occurred_at desc limit 1) as "lastContactOn",
         to_char(c.created_at, 'YYYY-MM-DD') as "createdOn"
    from unnest($2::uuid[]) as k (id)
    join customer c on c.workspace_id = $1 and c.id = k.id
    left join customer p on p.workspace_id = $1 and p.id = c.parent_id`;
