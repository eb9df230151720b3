import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation, defineQuery } from "../kernel/operation.ts";
import { Examination, readExamination, writeExamination } from "./examination.ts";
import { findPairs, insertPairs } from "./find-pairs.ts";

/**
 * Looks through all customers for duplicates (ダブりを調べる), in the background; each pair that nobody was asked about
 * yet becomes a question in `duplicates.list`. Nothing is merged. Asked again while one is under way, it goes on with it,
 * also after a kill. `driver: "caller"` leaves the work to the one who calls (the command line).
 */
export const examineDuplicates = defineOperation({
  name: "duplicates.examine",
  summary: "Look through all customers for duplicates, in the background.",
  input: z.object({ driver: z.enum(["job", "caller"]).default("job") }),
  output: Examination,
  permission: "duplicates.write",
  http: { method: "post", path: "/v1/duplicates/examination", status: 202 },
  async run(context, { driver }) {
    const there = await readExamination(context.records);
    const examination = there?.state === "running" ? there : await begin();
    if (driver === "job") {
      context.emit("duplicates.examineBegun", { id: examination.id, memberId: context.actor.memberId });
    }
    return examination;

    async function begin(): Promise<Examination> {
      const [row] = await context.db.query<{ total: number }>(
        "select count(*)::int as total from customer where workspace_id = $1 and state = 'active'",
        [context.workspaceId],
      );
      const begun: Examination = {
        id: context.newId(),
        state: "running",
        total: row!.total,
        examined: 0,
        found: 0,
        after: null,
        startedAt: context.now.toISOString(),
        finishedAt: null,
      };
      await writeExamination(context.records, begun);
      context.changed({
        entity: "examination",
        entityId: begun.id,
        before: null,
        after: { total: begun.total },
      });
      return begun;
    }
  },
});

/** How far the newest search for duplicates is; null when there was none. */
export const getExamination = defineQuery({
  name: "duplicates.examination",
  summary: "How far the search for duplicates in all customers is.",
  input: z.object({}),
  output: z.object({ examination: Examination.nullable() }),
  permission: "duplicates.read",
  http: { method: "get", path: "/v1/duplicates/examination" },
  run: async (context) => ({ examination: await readExamination(context.records) }),
});

/**
 * The next customers of an examination. `after` is how far it was when the call was made: a call that comes late finds it
 * further and does nothing. Inside core only: `runExamination` drives it. Error: `examination_not_running`.
 */
export const examineNext = defineOperation({
  name: "duplicates.examineNext",
  summary: "Look through the next customers for duplicates.",
  input: z.object({ id: z.uuid(), after: z.uuid().nullable(), limit: z.int().min(1).max(1_000) }),
  output: Examination,
  permission: "duplicates.write",
  async run(context, { id, after, limit }) {
    const there = await readExamination(context.records);
    if (there?.id !== id) throw new EnishiError("examination_not_running");
    if (there.state !== "running" || there.after !== after) return there;
    const rows = await context.db.query<{ id: string; isSubject: boolean }>(
      `select id, kind = 'company' or (kind = 'person' and parent_id is null) as "isSubject" from customer
        where workspace_id = $1 and state = 'active' and ($2::uuid is null or id > $2) order by id limit $3`,
      [context.workspaceId, after, limit],
    );
    const pairs = await findPairs(context.db, context.workspaceId, rows);
    const found = await insertPairs(context, pairs);
    const isDone = rows.length < limit;
    const now: Examination = {
      ...there,
      examined: there.examined + rows.length,
      found: there.found + found,
      after: rows.at(-1)?.id ?? after,
      state: isDone ? "done" : "running",
      finishedAt: isDone ? context.now.toISOString() : null,
    };
    await writeExamination(context.records, now);
    return now;
  },
});
