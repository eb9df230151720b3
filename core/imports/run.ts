import { setImmediate } from "node:timers/promises";
import type { CallContext } from "../kernel/context.ts";
import { EnishiError, isEnishiError } from "../kernel/errors.ts";
import { applyRows, type Progress } from "./apply.ts";
import type { Door } from "./check.ts";
import { finishImport } from "./finish.ts";
import { getImport } from "./get.ts";
import type { Place } from "./writing/read-ahead.ts";

/** How long a chunk may take. Where one is answered at a time, everybody waits for the chunk that is at work. */
const milliseconds = { oneAtATime: 120, together: 800 };
const smallest = 40;
const largest = 1_000;

/**
 * Applies a running import to its end, chunk by chunk, each a transaction and an operation of its own. Killed at any
 * moment, it goes on from the last chunk when it is called again; two that run at once do the work once.
 * Errors: `import_not_found`, `import_not_running` (undone meanwhile).
 */
export async function runImport(
  door: Door,
  importId: string,
  call: CallContext,
  onProgress: (progress: Progress) => void = () => {},
): Promise<void> {
  const { progress, state } = await door.ask(getImport, { importId }, call);
  if (state !== "running") throw new EnishiError("import_not_running", { state });
  let limit = 100;
  let from: Place | null = null;
  for (let { applied, total } = progress; applied < total; ) {
    const asked: { importId: string; from: Place | null; limit: number } = { importId, from, limit };
    const done: Progress = await patiently(() => door.perform(applyRows, asked, call, { givesWay: true }));
    limit = nextLimit(limit, done);
    ({ applied, total, place: from } = done);
    onProgress(done);
    await setImmediate();
  }
  await door.perform(finishImport, { importId }, call);
}

/** Fewer rows where the machine is slow, more where it is quick; by at most half or double at a time. */
function nextLimit(limit: number, { took, oneAtATime }: Progress): number {
  const allowed = oneAtATime ? milliseconds.oneAtATime : milliseconds.together;
  const fitting = limit * Math.min(2, Math.max(0.5, allowed / Math.max(1, took)));
  return Math.round(Math.min(largest, Math.max(smallest, fitting)));
}

/** A chunk that met another change of the same customer is done again. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5 || !isEnishiError(error) || error.code !== "try_again") throw error;
    }
  }
}
