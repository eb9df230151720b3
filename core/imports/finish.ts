import type { OperationContext } from "../kernel/context.ts";
import type { Statements } from "../kernel/database.ts";
import { defineOperation } from "../kernel/operation.ts";
import { importRef } from "./shapes.ts";
import { countAnew } from "./statistics.ts";
import { holdImport } from "./stored.ts";

interface Affected {
  memberId: string;
  created: number;
  updated: number;
  names: string[];
}

/**
 * Ends an import whose rows are all applied: tells each owner once, in one message, what came in for them (nobody while
 * the workspace is 準備中), and lets the database count its tables anew. Inside core only.
 */
export const finishImport = defineOperation({
  name: "imports.finish",
  summary: "End an import whose rows are all applied.",
  input: importRef,
  output: importRef,
  permission: "imports.write",
  async run(context, { importId }) {
    const stored = await holdImport(context.db, context.workspaceId, importId);
    if (stored.state !== "running" || stored.applied < stored.total) return { importId };
    await tellFromTheTop(context.db, context.workspaceId, importId);
    await context.db.query(
      `update import set state = 'committed', committed_at = $3, version = version + 1
        where workspace_id = $1 and id = $2`,
      [context.workspaceId, importId, context.now],
    );
    context.changed({
      entity: "import",
      entityId: importId,
      before: { state: "running" },
      after: { state: "committed", counts: stored.counts },
    });
    if (!context.workspace.quiet) await noticeOwners(context, importId, stored.fileName);
    context.emit("imports.committed", { importId, counts: stored.counts });
    await countAnew(context.db);
    return { importId };
  },
});

/**
 * Rows that say more are applied before those that say less. People read a list from its top: of the rows that a customer
 * came from the first is told to have made it, and the one that did to have joined.
 */
async function tellFromTheTop(db: Statements, workspaceId: string, importId: string): Promise<void> {
  await db.query(
    `with told as materialized (
       select min(row) as first, max(row) filter (where status = 'created') as made
         from import_row
        where workspace_id = $1 and import_id = $2 and status in ('created', 'joined')
        group by customer_ids[1] having min(row) < max(row) filter (where status = 'created')
     )
     update import_row r
        set status = case when r.row = t.first then 'created' else 'joined' end,
            match = case when r.row = t.made then (
              select f.match from import_row f where f.workspace_id = $1 and f.import_id = $2 and f.row = t.first) end
       from told t cross join lateral unnest(array[t.first, t.made]) as turned (row)
      where r.workspace_id = $1 and r.import_id = $2 and r.row = turned.row`,
    [workspaceId, importId],
  );
}

async function noticeOwners(context: OperationContext, importId: string, fileName: string): Promise<void> {
  const affected = await context.db.query<Affected>(
    `select o.member_id as "memberId",
            count(*) filter (where c.import_id = $2) as created,
            count(*) filter (where c.import_id is distinct from $2) as updated,
            (array_agg(c.name order by c.id))[1:5] as names
       from (select distinct customer_id from import_change where workspace_id = $1 and import_id = $2) x
       join customer c on c.workspace_id = $1 and c.id = x.customer_id
       join ownership o on o.workspace_id = $1 and o.customer_id = c.id and o.role = 'owner' and o.until is null
       join member m on m.workspace_id = $1 and m.id = o.member_id and m.status = 'active'
      where m.id is distinct from $3::uuid
      group by o.member_id`,
    [context.workspaceId, importId, context.actor.memberId],
  );
  for (const { memberId, created, updated, names } of affected) {
    context.send({
      channel: "slack",
      key: `import:${importId}:owner:${memberId}`,
      payload: { kind: "import_notice", toMemberId: memberId, importId, fileName, created, updated, names },
    });
  }
}
