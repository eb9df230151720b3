import type { CallContext } from "../kernel/context.ts";
import { isEnishiError } from "../kernel/errors.ts";
import type { DomainEvent } from "../kernel/events.ts";
import type { Job } from "../kernel/plugin.ts";
import type { PluginHost } from "../kernel/plugin-host.ts";
import { runImport } from "./run.ts";
import { runUndo } from "./run-undo.ts";

/** The work of imports that nobody waits for. Run again after a kill, they go on where they were. */
export const jobs: readonly Job[] = [
  { name: "imports.run", run: ({ data, host }) => drive(runImport, data, host) },
  { name: "imports.undo", run: ({ data, host }) => drive(runUndo, data, host) },
];

/** An import that was begun, or is to be undone, gets its job once the change is committed. */
export const on: Record<string, (event: DomainEvent, host: PluginHost) => Promise<void>> = {
  "imports.begun": ({ workspaceId, payload }, host) =>
    host.enqueue("imports.run", { ...payload, workspaceId }),
  "imports.undoing": ({ workspaceId, payload }, host) =>
    host.enqueue("imports.undo", { ...payload, workspaceId }),
};

async function drive(
  run: typeof runImport | typeof runUndo,
  data: Record<string, unknown>,
  host: PluginHost,
): Promise<void> {
  const call: CallContext = {
    workspaceId: String(data.workspaceId),
    actor: { kind: "system", onBehalfOf: typeof data.memberId === "string" ? data.memberId : null },
    surface: "system",
    locale: "ja",
    requestId: host.newId(),
  };
  try {
    await run(host, String(data.importId), call);
  } catch (error) {
    // Finished, undone or removed while the job waited: nothing is left to do, and trying again would not help.
    const over = ["import_not_running", "import_not_undoing", "import_not_found"];
    if (!isEnishiError(error) || !over.includes(error.code)) throw error;
  }
}
