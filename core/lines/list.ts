import { z } from "zod";
import { pageLimit } from "../history/index.ts";
import { defineQuery } from "../kernel/operation.ts";
import { findLine } from "./kept.ts";
import { present } from "./present.ts";
import { LineResult } from "./result.ts";

/** A line with its questions, for the card that comes back to it. Error: `line_not_found`. */
export const getLine = defineQuery({
  name: "lines.get",
  summary: "Shows how a line was read and what it is asked.",
  input: z.object({ lineId: z.uuid() }),
  output: LineResult,
  permission: "history.read",
  http: { method: "get", path: "/v1/lines/{lineId}" },
  run: async (context, { lineId }) => present(context, await findLine(context, lineId)),
});

const Waiting = z.object({
  lineId: z.uuid(),
  text: z.string(),
  state: z.enum(["open", "draft"]),
  typedAt: z.string(),
});

/** The acting member's own lines that wait for an answer (要確認), the newest first. */
export const listWaitingLines = defineQuery({
  name: "lines.waiting",
  summary: "Lists the acting member's own lines that wait for an answer.",
  input: z.object({ limit: pageLimit.default(20) }),
  output: z.object({ items: z.array(Waiting) }),
  permission: "history.read",
  http: { method: "get", path: "/v1/waiting-lines" },
  run: async (context, { limit }) => {
    const rows = await context.db.query<Omit<z.infer<typeof Waiting>, "typedAt"> & { typedAt: Date }>(
      `select id as "lineId", text, state, created_at as "typedAt" from line
        where workspace_id = $1 and member_id = $2::uuid and state in ('open', 'draft')
        order by id desc limit $3`,
      [context.workspaceId, context.actor.memberId, limit],
    );
    return { items: rows.map((row) => ({ ...row, typedAt: row.typedAt.toISOString() })) };
  },
});
