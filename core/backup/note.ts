import { z } from "zod";
import { defineOperation } from "../kernel/operation.ts";

/** Leaves in the audit trail that all data left the house, or came back into it. */
export const noteBackup = defineOperation({
  name: "backup.note",
  summary: "Notes in the audit trail that a backup was taken or brought back.",
  input: z.object({ deed: z.enum(["taken", "restored"]), takenAt: z.iso.datetime(), rows: z.int().min(0) }),
  output: z.object({}),
  permission: "workspace.write",
  run: async (context, input) => {
    context.changed({ entity: "backup", entityId: context.workspaceId, before: null, after: input });
    return {};
  },
});
