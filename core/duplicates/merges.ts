import { z } from "zod";
import { decodeCursor, encodeCursor, namedCustomer, pageLimit, uuidPattern } from "../history/index.ts";
import { defineQuery } from "../kernel/operation.ts";
import { pageOf } from "../kernel/page.ts";

const Merge = z.object({
  id: z.uuid(),
  /** 同じ merge, 同じ会社の別拠点 site */
  as: z.enum(["merge", "site"]),
  keptId: z.uuid(),
  keptName: z.string(),
  mergedId: z.uuid(),
  mergedName: z.string(),
  createdAt: z.string(),
  createdByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type MergeView = z.output<typeof Merge>;

/** What was merged, newest first; of one customer, also what was merged into it. Error: `invalid_cursor`. */
export const listMerges = defineQuery({
  name: "duplicates.merges",
  summary: "Merges and sites made of duplicates, newest first; each can be split back.",
  input: z.object({
    customerId: z.uuid().optional(),
    /** Those that were split back already. */
    undone: z.stringbool().or(z.boolean()).default(false),
    limit: pageLimit.default(20),
    cursor: z.string().max(500).optional(),
  }),
  output: z.object({ items: z.array(Merge), nextCursor: z.string().nullable() }),
  permission: "duplicates.read",
  http: { method: "get", path: "/v1/merges" },
  async run(context, { customerId, undone, limit, cursor }) {
    const [before] = cursor ? decodeCursor(cursor, [uuidPattern]) : [null];
    const rows = await context.db.query<MergeView>(statement, [
      context.workspaceId,
      customerId ?? null,
      undone,
      before,
      limit + 1,
    ]);
    const page = pageOf(rows, limit, (last) => encodeCursor([last.id]));
    context.shows(page.items.flatMap((item) => [item.keptId, item.mergedId]));
    return page;
  },
});

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const statement = `
  with recursive ${namedCustomer("$2")}
  select m.id, m.before ->> 'as' as as, m.kept_id as "keptId", k.name as "keptName", m.merged_id as "mergedId",
         g.name as "mergedName", ${instant("m.created_at")} as "createdAt", b.name as "createdByName",
         ${instant("m.undone_at")} as "undoneAt"
    from customer_merge m
    join customer k on k.workspace_id = $1 and k.id = m.kept_id
    join customer g on g.workspace_id = $1 and g.id = m.merged_id
    left join member b on b.workspace_id = $1 and b.id = m.created_by_id
   where m.workspace_id = $1 and ($3 or m.undone_at is null) and ($4::uuid is null or m.id < $4)
     and ($2::uuid is null or m.kept_id in (select id from named) or m.merged_id in (select id from named))
   order by m.id desc limit $5`;
