import type { PluginHost } from "../../core/index.ts";

/**
 * The workspace of a team that installs the app: the one it has, else the only one that no team has yet.
 * Error: a plain Error when there is none; an installation never takes over another team's workspace.
 */
export async function ensureTeamWorkspace(
  host: PluginHost,
  team: { id: string; name: string },
): Promise<string> {
  const connection = await host.connections.find("slack", team.id);
  if (connection) return connection.workspaceId;
  const workspaces = await host.workspaces();
  const own = workspaces.find((workspace) => workspace.slackTeamId === team.id);
  if (own) return own.id;
  const free = workspaces.filter((workspace) => workspace.slackTeamId === null && !workspace.practice);
  const [only, ...others] = free;
  if (!only || others.length > 0) throw new Error("There is no free workspace for this Slack team");
  return only.id;
}
