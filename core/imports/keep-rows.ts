import { z } from "zod";
import { addDays } from "../japanese/index.ts";
import { localDay } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import type { ImportedRow } from "./reading/index.ts";
import { importRef } from "./shapes.ts";
import { sqlJson } from "./sql-json.ts";
import { addCounts, holdImport } from "./stored.ts";
import { packRow } from "./view.ts";
import { passOf } from "./writing/pass.ts";

/**
 * Keeps rows as they were read, rejected ones included, and counts them. Records up to `total` are known already when
 * the reading begins again after a kill. Inside core only: the rows come from our own reader.
 */
export const keepRows = defineOperation({
  name: "imports.keepRows",
  summary: "Keep rows as the reader read them.",
  input: importRef.extend({ rows: z.array(z.custom<ImportedRow>()) }),
  output: z.object({ total: z.int() }),
  permission: "imports.write",
  async run(context, { importId, rows }) {
    const stored = await holdImport(context.db, context.workspaceId, importId);
    if (stored.state !== "reading") throw new EnishiError("import_not_open", { state: stored.state });
    const fresh = rows.filter((row) => row.row > stored.total);
    for (const row of fresh) refuseToCome(row, context.now, context.workspace.timeZone);
    const last = fresh.at(-1)?.row;
    if (last === undefined) return { total: stored.total };
    const reasons: Record<string, number> = {};
    for (const { reason } of fresh) if (reason) reasons[reason] = (reasons[reason] ?? 0) + 1;
    const rejected = fresh.filter((row) => row.status === "rejected").length;
    const counts = addCounts(stored.counts, {
      rows: fresh.length,
      ready: fresh.length - rejected,
      rejected,
      reasons,
    });
    await context.db.query(
      `with kept as (
         insert into import_row (workspace_id, import_id, row, raw, data, status, pass, reason, issues)
         select $1, $2, r.row, r.raw, r.data, r.status, r.pass, r.reason, r.issues
           from json_to_recordset($3) as r (row int, raw text[], data jsonb, status text, pass smallint, reason text,
                                            issues jsonb)
         on conflict (workspace_id, import_id, row) do update
            set data = excluded.data, status = excluded.status, pass = excluded.pass, reason = excluded.reason,
                issues = excluded.issues
       )
       update import set total = $4, counts = $5 where workspace_id = $1 and id = $2`,
      [context.workspaceId, importId, sqlJson(fresh.map(rowColumns)), last, JSON.stringify(counts)],
    );
    return { total: last };
  },
});

/** What has not happened is a plan, and no history: as when it is logged, clocks may differ by a day. */
function refuseToCome(row: ImportedRow, now: Date, timeZone: string): void {
  if (!row.activity || row.activity.date <= addDays(localDay(now, timeZone), 1)) return;
  row.issues.push({ code: "date_in_future", column: null, value: row.activity.date });
  row.status = "rejected";
  row.reason = "no_date";
}

function rowColumns(row: ImportedRow) {
  return {
    row: row.row,
    raw: row.raw,
    data: row.status === "rejected" ? null : packRow(row),
    status: row.status === "rejected" ? "rejected" : "ready",
    pass: passOf(row),
    reason: row.reason,
    issues: row.issues,
  };
}
