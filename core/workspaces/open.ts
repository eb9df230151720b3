import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";

/** 公開: from now on members are told of what concerns them. Error: `already_open`. */
export const openWorkspace = defineOperation({
  name: "workspaces.open",
  summary: "Opens the workspace: from now on notices are sent.",
  input: z.object({}),
  output: z.object({ workspaceId: z.string(), openedAt: z.string() }),
  permission: "workspace.write",
  http: { method: "post", path: "/v1/workspace/open" },
  run: async (context) => {
    const rows = await context.db.query(
      "update workspace set quiet = false, opened_at = $2 where id = $1 and quiet returning id",
      [context.workspaceId, context.now],
    );
    if (rows.length === 0) throw new EnishiError("already_open");
    context.changed({
      entity: "workspace",
      entityId: context.workspaceId,
      before: { quiet: true },
      after: { quiet: false },
    });
    context.emit("workspaces.opened", {});
    return { workspaceId: context.workspaceId, openedAt: context.now.toISOString() };
  },
});
