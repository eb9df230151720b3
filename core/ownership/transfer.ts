import type { OperationContext } from "../kernel/context.ts";
import type { StoredHandover } from "./stored.ts";

export interface Transfer {
  customers: { customerId: string; previousOwnerId: string | null; ownershipId: string; historyId: string }[];
  nextActions: number;
  skipped: { customerId: string; name: string }[];
}

interface MovedAction {
  id: string;
  customerId: string;
  ownerId: string;
  version: number;
}

interface EndedRole {
  id: string;
  customerId: string;
  memberId: string;
  role: string;
}

/**
 * Moves every customer of a handover to its successor in one statement, however many they are, and reports each change
 * for the audit trail. Of the open next actions those of the predecessor come along (when nobody owned the customer:
 * the proposer's) and those of members who can no longer act; what colleagues promised stays theirs.
 */
export async function transfer(context: OperationContext, handover: StoredHandover): Promise<Transfer> {
  const customers = await lockCustomers(context, handover);
  const taken = customers.filter((customer) => customer.transferable);
  const skipped = customers.filter((customer) => !customer.transferable);
  const moved = taken.map(({ customerId, previousOwnerId }) => ({
    customerId,
    previousOwnerId,
    ownershipId: context.newId(),
    historyId: context.newId(),
  }));
  const [row] = await context.db.query<{ actions: MovedAction[]; ended: EndedRole[] }>(statement, [
    context.workspaceId,
    moved.map((customer) => customer.customerId),
    moved.map((customer) => customer.ownershipId),
    moved.map((customer) => customer.historyId),
    handover.id,
    handover.toMemberId,
    handover.fromMemberId ?? handover.proposerId,
    handover.proposerId,
    handover.reason,
    context.now,
    entryText(handover),
    [handover.fromMemberId, handover.toMemberId].filter((id) => id !== null),
    context.surface,
  ]);
  const actions = row?.actions ?? [];
  report(context, handover, moved, actions);
  for (const { id, customerId, memberId, role } of row?.ended ?? []) {
    context.changed({
      entity: "ownership",
      entityId: id,
      customerId,
      before: { memberId, role },
      after: null,
    });
  }
  return {
    customers: moved,
    nextActions: actions.length,
    skipped: skipped.map(({ customerId, name }) => ({ customerId, name })),
  };
}

// Locked in the order of their ids, as every handover does. A merged customer stands for the one it became.
function lockCustomers(context: OperationContext, handover: StoredHandover) {
  return context.db.query<{
    customerId: string;
    name: string;
    previousOwnerId: string | null;
    transferable: boolean;
  }>(
    `with locked as (
       select c.id, c.name, c.state from customer c
        where c.workspace_id = $1 and c.id in (
          select coalesce(x.merged_into_id, x.id) from handover_customer hc
            join customer x on x.workspace_id = $1 and x.id = hc.customer_id
           where hc.workspace_id = $1 and hc.handover_id = $2)
        order by c.id for no key update
     )
     select l.id as "customerId", l.name, o.member_id as "previousOwnerId",
            l.state = 'active' and (o.member_id is null or o.member_id is not distinct from $3::uuid) as transferable
       from locked l
       left join ownership o on o.workspace_id = $1 and o.customer_id = l.id and o.role = 'owner' and o.until is null
      order by l.id`,
    [context.workspaceId, handover.id, handover.fromMemberId],
  );
}

function entryText(handover: StoredHandover): string {
  const names = [handover.fromName, handover.toName].filter(Boolean).join(" → ");
  return handover.reason ? `${names}\n${handover.reason}` : names;
}

function report(
  context: OperationContext,
  handover: StoredHandover,
  moved: Transfer["customers"],
  actions: readonly MovedAction[],
): void {
  const { toMemberId } = handover;
  for (const { customerId, previousOwnerId, ownershipId, historyId } of moved) {
    context.changed({
      entity: "ownership",
      entityId: ownershipId,
      customerId,
      before: previousOwnerId ? { memberId: previousOwnerId, role: "owner" } : null,
      after: { memberId: toMemberId, role: "owner", handoverId: handover.id },
    });
    context.changed({
      entity: "history",
      entityId: historyId,
      customerId,
      before: null,
      after: { kind: "handover", refType: "handover", refId: handover.id },
    });
    context.emit("history.logged", { historyId, customerId, kind: "handover", flags: [] });
  }
  for (const { id, customerId, ownerId, version } of actions) {
    context.changed({
      entity: "next_action",
      entityId: id,
      customerId,
      before: { ownerId, version },
      after: { ownerId: toMemberId, version: version + 1 },
    });
  }
}

// Parts of one statement run in no promised order: counting `ended` makes the old owner's row end before the new one
// begins, which the index of one 営業担当 at a time demands. What the successor was beside it (deputy), and a manager's interim keeping, end with it.
const statement = `
  with taken as (
    select * from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t (customer_id, ownership_id, history_id)
  ), ended as (
    update ownership o set until = $10
      from taken t
     where o.workspace_id = $1 and o.customer_id = t.customer_id and o.until is null
       and (o.role in ('owner', 'interim') or o.member_id = $6)
    returning o.id, o.customer_id, o.member_id, o.role
  ), begun as (
    insert into ownership (workspace_id, id, customer_id, member_id, role, reason, proposer_id, accepted_by_id,
                           handover_id, since)
    select $1, t.ownership_id, t.customer_id, $6, 'owner', $9, $8, $6, $5, $10
      from taken t where (select count(*) from ended) >= 0
  ), reached as (
    select t.customer_id as id from taken t
    union
    select p.id from taken t
      join customer p on p.workspace_id = $1 and p.parent_id = t.customer_id and p.kind = 'person'
  ), waiting as (
    select n.id, n.customer_id, n.owner_id, n.version from next_action n
      join reached r on r.id = n.customer_id
      join member m on m.workspace_id = $1 and m.id = n.owner_id
     where n.workspace_id = $1 and n.state = 'open' and n.owner_id <> $6::uuid
       and (n.owner_id = $7::uuid or m.status <> 'active')
       for update of n
  ), moved as (
    update next_action n set owner_id = $6, version = n.version + 1
      from waiting w
     where n.workspace_id = $1 and n.id = w.id
  ), logged as (
    insert into history_entry (workspace_id, id, customer_id, kind, occurred_at, recorded_at, author_id, recorder_id,
                               member_ids, body, surface, ref_type, ref_id)
    select $1, t.history_id, t.customer_id, 'handover', $10, $10, $6, $6, $12::uuid[], $11, $13, 'handover', $5
      from taken t
  )
  select coalesce((select json_agg(json_build_object('id', w.id, 'customerId', w.customer_id, 'ownerId', w.owner_id,
                                                     'version', w.version)) from waiting w), '[]') as actions,
         coalesce((select json_agg(json_build_object('id', e.id, 'customerId', e.customer_id, 'memberId', e.member_id,
                                                     'role', e.role)) from ended e where e.role <> 'owner'),
                  '[]') as ended`;
