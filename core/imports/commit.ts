import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { importRef, Purpose } from "./shapes.ts";
import { holdImport } from "./stored.ts";

/**
 * Begins to apply a checked import. A job does the work and goes on after a kill; `driver: "caller"` leaves it to the one
 * who calls (the command line). Called again on one that is running, it sets a job on it that may have been lost.
 * Errors: `import_not_found`, `import_not_checked`, `import_already_committed`.
 */
export const commitImport = defineOperation({
  name: "imports.commit",
  summary: "Apply a checked import to the customers, in the background.",
  input: importRef.extend({ ...Purpose.shape, driver: z.enum(["job", "caller"]).default("job") }),
  output: importRef.extend({ state: z.literal("running") }),
  permission: "imports.write",
  http: { method: "post", path: "/v1/imports/{importId}/commit", status: 202 },
  async run(context, { importId, purpose, source, driver }) {
    const { state } = await holdImport(context.db, context.workspaceId, importId);
    if (state === "committed") throw new EnishiError("import_already_committed");
    if (state !== "checked" && state !== "running") throw new EnishiError("import_not_checked", { state });
    if (state === "checked") {
      await context.db.query(
        `update import set state = 'running', purpose = coalesce($3, purpose), source = coalesce($4, source),
                version = version + 1
          where workspace_id = $1 and id = $2`,
        [context.workspaceId, importId, purpose || null, source || null],
      );
      context.changed({
        entity: "import",
        entityId: importId,
        before: { state },
        after: { state: "running" },
      });
    }
    if (driver === "job") {
      context.emit("imports.begun", {
        importId,
        workspaceId: context.workspaceId,
        memberId: context.actor.memberId,
      });
    }
    return { importId, state: "running" as const };
  },
});
