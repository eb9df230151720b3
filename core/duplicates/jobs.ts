import type { CallContext } from "../kernel/context.ts";
import type { DomainEvent } from "../kernel/events.ts";
import type { Job } from "../kernel/plugin.ts";
import type { PluginHost } from "../kernel/plugin-host.ts";
import { runExamination } from "./run-examination.ts";
import { runRest } from "./run-rest.ts";

/** The work on duplicates that nobody waits for. Run again after a kill, it goes on with what is left. */
export const jobs: readonly Job[] = [
  {
    name: "duplicates.rest",
    run: async ({ data, host }) => {
      const answer = data.answer === "site" ? "site" : "same";
      await runRest(host, { reasonKey: String(data.reasonKey), answer }, callOf(data, host));
    },
  },
  {
    name: "duplicates.examine",
    run: async ({ data, host }) => {
      await runExamination(host, callOf(data, host));
    },
  },
];

/** Work that was begun gets its job once the change is committed. */
export const on: Record<string, (event: DomainEvent, host: PluginHost) => Promise<void>> = {
  "duplicates.restBegun": ({ workspaceId, payload }, host) =>
    host.enqueue("duplicates.rest", { ...payload, workspaceId }),
  "duplicates.examineBegun": ({ workspaceId, payload }, host) =>
    host.enqueue("duplicates.examine", { ...payload, workspaceId }),
};

function callOf(data: Record<string, unknown>, host: PluginHost): CallContext {
  return {
    workspaceId: String(data.workspaceId),
    actor: { kind: "system", onBehalfOf: typeof data.memberId === "string" ? data.memberId : null },
    surface: "system",
    locale: "ja",
    requestId: host.newId(),
  };
}
