import { z } from "zod";
import { foldText } from "../japanese/index.ts";
import { defineQuery } from "../kernel/operation.ts";
import { roles } from "../kernel/permissions.ts";
import { memberStatuses } from "./shapes.ts";

const item = z.object({
  memberId: z.uuid(),
  name: z.string(),
  nameKana: z.string().nullable(),
  nicknames: z.array(z.string()),
  email: z.string().nullable(),
  role: z.enum(roles),
  status: z.enum(memberStatuses),
  slackUserId: z.string().nullable(),
  version: z.int(),
});

interface MemberRow extends z.input<typeof item> {
  nameKey: string;
}

/** The colleagues, those who work here first, by reading. `q` is any part of a name, reading, nickname or address. */
export const listMembers = defineQuery({
  name: "members.list",
  summary: "List colleagues, including those who left and those known only by name.",
  input: z.object({ status: z.enum(memberStatuses).optional(), q: z.string().max(100).optional() }),
  output: z.object({ items: z.array(item) }),
  permission: "members.read",
  http: { method: "get", path: "/v1/members" },
  async run(context, input) {
    const rows = await context.db.query<MemberRow>(
      `select id as "memberId", name, name_kana as "nameKana", nicknames, email, role, status,
              slack_user_id as "slackUserId", version, name_key as "nameKey"
         from member
        where workspace_id = $1 and ($2::text is null or status = $2)
        order by status, coalesce(name_kana, name_key) collate "C", id`,
      [context.workspaceId, input.status ?? null],
    );
    const wanted = foldText(input.q ?? "");
    const items = rows.filter((row) => wanted === "" || textsOf(row).some((text) => text.includes(wanted)));
    return { items: items.map(({ nameKey: _, ...member }) => member) };
  },
});

function textsOf(row: MemberRow): string[] {
  return [row.nameKey, ...[row.nameKana ?? "", row.email ?? "", ...row.nicknames].map(foldText)];
}
