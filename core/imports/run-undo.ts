import { setImmediate } from "node:timers/promises";
import type { CallContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Door } from "./check.ts";
import { getImport } from "./get.ts";
import { patiently } from "./run.ts";
import { finishUndo, undoRows } from "./undo-rows.ts";

const chunk = 200;

/**
 * Takes an import back to its end, chunk by chunk; called again after a kill, it goes on.
 * Errors: `import_not_found`, `import_not_undoing`.
 */
export async function runUndo(
  door: Door,
  importId: string,
  call: CallContext,
  onProgress: (progress: { undone: number }) => void = () => {},
): Promise<void> {
  const { state } = await door.ask(getImport, { importId }, call);
  if (state !== "undoing") throw new EnishiError("import_not_undoing", { state });
  for (;;) {
    const progress = await patiently(() =>
      door.perform(undoRows, { importId, limit: chunk }, call, { givesWay: true }),
    );
    onProgress(progress);
    if (progress.done) break;
    await setImmediate();
  }
  await door.perform(finishUndo, { importId }, call);
}
