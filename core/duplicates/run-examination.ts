import { setImmediate } from "node:timers/promises";
import type { CallContext } from "../kernel/context.ts";
import type { PluginHost } from "../kernel/plugin-host.ts";
import type { Examination } from "./examination.ts";
import { examineNext, getExamination } from "./examine.ts";

const chunk = 100;

/**
 * Takes a running examination to its end, chunk by chunk, each a transaction of its own; called again after a kill, it
 * goes on. Two that run at once do the work once. Null: there is none.
 */
export async function runExamination(
  door: Pick<PluginHost, "ask" | "perform">,
  call: CallContext,
  onProgress: (examination: Examination) => void = () => {},
): Promise<Examination | null> {
  let { examination } = await door.ask(getExamination, {}, call);
  while (examination?.state === "running") {
    const { id, after } = examination;
    examination = await door.perform(examineNext, { id, after, limit: chunk }, call, {
      idempotencyKey: `examine:${id}:${after ?? "start"}`,
      givesWay: true,
    });
    onProgress(examination);
    await setImmediate();
  }
  return examination;
}
