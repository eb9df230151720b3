import type { CallContext, PluginHost, WorkspaceSummary } from "../core/index.ts";

/** The workspace that practice happens in; null before the server has made it. */
export async function findPractice(host: PluginHost): Promise<WorkspaceSummary | null> {
  return (await host.workspaces()).find((workspace) => workspace.practice) ?? null;
}

/** A call of the playground itself, as the person at the machine. */
export function ownCall(
  host: PluginHost,
  workspaceId: string,
  actor: CallContext["actor"] = { kind: "operator" },
): CallContext {
  return { workspaceId, actor, surface: "playground", locale: "ja", requestId: host.newId() };
}
