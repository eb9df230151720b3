import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { importRef } from "./shapes.ts";
import type { Counts } from "./statuses.ts";
import { addCounts, holdForWriting, holdImport } from "./stored.ts";
import { decideUndo, type Verdict } from "./undoing/decide.ts";
import { removeCustomers, restoreCustomers } from "./undoing/give-back.ts";
import { takeEntries } from "./undoing/take-entries.ts";
import { nextTouched, type Touched } from "./undoing/touched.ts";

/**
 * Takes back the next entries that an import put, and when there are none left what it did to the next customers. Inside core only: `runUndo` drives it.
 * Errors: `import_not_found`, `import_not_undoing`.
 */
export const undoRows = defineOperation({
  name: "imports.undoRows",
  summary: "Take back what an import did to the next customers.",
  input: importRef.extend({ limit: z.int().min(1).max(5_000) }),
  output: z.object({ undone: z.int(), done: z.boolean() }),
  permission: "imports.write",
  async run(context, { importId, limit }) {
    const stored = await holdForWriting(context.db, context.workspaceId, importId);
    if (stored.state !== "undoing") throw new EnishiError("import_not_undoing", { state: stored.state });
    const entries = await takeEntries(context, stored, limit);
    const without = addCounts(stored.counts, { entriesRemoved: entries.removed, entriesKept: entries.kept });
    if (!entries.done) {
      await saveProgress(context, importId, stored.undone, without);
      return { undone: stored.undone, done: false };
    }
    const touched = await nextTouched(context.db, context.workspaceId, importId, limit);
    const verdicts = decideUndo(touched);
    const of = (kind: Verdict["kind"]) =>
      touched.filter((customer) => verdicts.get(customer.id)!.kind === kind);
    const removed = of("remove");
    const restored = of("restore").map((customer) => ({
      customer,
      verdict: verdicts.get(customer.id) as Extract<Verdict, { kind: "restore" }>,
    }));
    await removeCustomers(context, removed);
    await restoreCustomers(context, restored);
    await forget(context, importId, touched, verdicts);
    const undone = stored.undone + touched.length;
    const counts = addCounts(without, {
      removed: removed.length,
      restored: restored.length,
      kept: of("keep").length,
    });
    await saveProgress(context, importId, undone, counts);
    return { undone, done: touched.length < limit };
  },
});

async function saveProgress(
  context: OperationContext,
  importId: string,
  undone: number,
  counts: Counts,
): Promise<void> {
  await context.db.query("update import set undone = $3, counts = $4 where workspace_id = $1 and id = $2", [
    context.workspaceId,
    importId,
    undone,
    JSON.stringify(counts),
  ]);
}

/** What is given back needs no before-values any more; what is kept is marked with the reason. */
async function forget(
  context: OperationContext,
  importId: string,
  touched: readonly Touched[],
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<void> {
  const kept: { id: string; reason: string }[] = [];
  const settled: string[] = [];
  for (const { id } of touched) {
    const verdict = verdicts.get(id)!;
    if (verdict.kind === "keep") kept.push({ id, reason: verdict.reason });
    else settled.push(id);
  }
  await context.db.query(
    "delete from import_change where workspace_id = $1 and import_id = $2 and customer_id = any($3::uuid[])",
    [context.workspaceId, importId, settled],
  );
  await context.db.query(
    `update import_change x set before = coalesce(x.before, '{}') || jsonb_build_object('kept', r.reason)
       from unnest($3::uuid[], $4::text[]) as r (id, reason)
      where x.workspace_id = $1 and x.import_id = $2 and x.customer_id = r.id`,
    [context.workspaceId, importId, kept.map((one) => one.id), kept.map((one) => one.reason)],
  );
}

/** Ends an undo: colleagues that only this list named go with it when nothing else names them. Inside core only. */
export const finishUndo = defineOperation({
  name: "imports.finishUndo",
  summary: "End the undo of an import.",
  input: importRef,
  output: importRef,
  permission: "imports.write",
  async run(context, { importId }) {
    const stored = await holdImport(context.db, context.workspaceId, importId);
    if (stored.state !== "undoing") return { importId };
    const members = await context.db.query<{ id: string; name: string }>(
      `delete from member m
        where m.workspace_id = $1 and m.status in ('name_only', 'former') and m.version = 1
          and m.email is null and m.slack_user_id is null
          and exists (select 1 from audit_entry a where a.workspace_id = $1 and a.entity_id = m.id::text
                         and a.operation = 'imports.apply' and a.after ->> 'importId' = $2)
          and not exists (select 1 from ownership o where o.workspace_id = $1 and o.member_id = m.id)
          and not exists (select 1 from history_entry h where h.workspace_id = $1 and m.id in (h.author_id, h.recorder_id))
          and not exists (select 1 from purchase p where p.workspace_id = $1 and m.id in (p.member_id, p.recorder_id))
          and not exists (select 1 from next_action n where n.workspace_id = $1 and n.owner_id = m.id)
       returning m.id, m.name`,
      [context.workspaceId, importId],
    );
    for (const { id, name } of members) {
      context.changed({ entity: "member", entityId: id, before: { name }, after: null });
    }
    await context.db.query(
      `update import set state = 'undone', undone_at = $3, version = version + 1
        where workspace_id = $1 and id = $2`,
      [context.workspaceId, importId, context.now],
    );
    context.changed({
      entity: "import",
      entityId: importId,
      before: { state: "undoing" },
      after: { state: "undone", counts: stored.counts },
    });
    context.emit("imports.undone", { importId });
    return { importId };
  },
});
