import type { QueryContext } from "../kernel/context.ts";
import type { KeptLine } from "./kept.ts";

export interface NamedCustomer {
  id: string;
  name: string;
  siteName: string | null;
  prefecture: string | null;
  ownerNames: string[];
}

export interface NamedAction {
  id: string;
  customerId: string | null;
  kind: string;
  title: string;
  dueOn: string | null;
}

export interface Names {
  customers: Map<string, NamedCustomer>;
  members: Map<string, string>;
  actions: Map<string, NamedAction>;
}

/** Names of everyone and everything that a line speaks of or asks about, in one statement. */
export async function readNames(context: QueryContext, line: KeptLine): Promise<Names> {
  const { reading } = line;
  const actionIds = [...line.doneIds, ...line.doneChoices.flatMap((choice) => choice.nextActionIds)];
  const [row] = await context.db.query<{
    customers: (Omit<NamedCustomer, "siteName"> & { kind: string; parentName: string | null })[];
    members: { id: string; name: string }[];
    actions: NamedAction[];
  }>(statement, [
    context.workspaceId,
    [
      ...reading.entries.flatMap((entry) => [
        ...(entry.customerId ? [entry.customerId] : []),
        ...entry.personIds,
      ]),
      ...reading.nextActions.flatMap((action) => action.customerId ?? []),
      ...reading.questions.flatMap((question) => (question.kind === "customer" ? question.customerIds : [])),
    ],
    [
      ...reading.entries.flatMap((entry) => [entry.authorId, entry.recorderId, ...entry.memberIds]),
      ...reading.nextActions.map((action) => action.ownerId),
      ...reading.questions.flatMap((question) => (question.kind === "member" ? question.memberIds : [])),
    ],
    actionIds,
  ]);
  return {
    customers: byId((row?.customers ?? []).map(named)),
    members: new Map((row?.members ?? []).map((member) => [member.id, member.name])),
    actions: byId(row?.actions ?? []),
  };
}

/** A site is told as its company and itself, the company's name not said twice: 田中商事 / 大阪支店. */
function named(
  row: Omit<NamedCustomer, "siteName"> & { kind: string; parentName: string | null },
): NamedCustomer {
  const { kind, parentName, ...customer } = row;
  if (kind !== "site" || !parentName) return { ...customer, siteName: null };
  const own = customer.name.startsWith(parentName)
    ? customer.name.slice(parentName.length).trim()
    : customer.name;
  return { ...customer, name: parentName, siteName: own || customer.name };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

const statement = `
  with actions as (
    select n.id, n.customer_id, n.kind, n.title, n.due_on from next_action n
     where n.workspace_id = $1 and n.id = any($4::uuid[])
  ), asked as (
    select unnest($2::uuid[]) as id union select customer_id from actions
  )
  select coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
             'parentName', p.name, 'prefecture', c.prefecture, 'ownerNames', (
               select coalesce(json_agg(m.name), '[]') from ownership o
                 join member m on m.workspace_id = $1 and m.id = o.member_id
                where o.workspace_id = $1 and o.customer_id = c.id and o.role = 'owner' and o.until is null)))
           from customer c left join customer p on p.workspace_id = $1 and p.id = c.parent_id
          where c.workspace_id = $1 and c.id in (select id from asked)), '[]') as customers,
         coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name)) from member m
          where m.workspace_id = $1 and m.id = any($3::uuid[])), '[]') as members,
         coalesce((select json_agg(json_build_object('id', a.id, 'customerId', a.customer_id, 'kind', a.kind,
             'title', a.title, 'dueOn', a.due_on)) from actions a), '[]') as actions`;
