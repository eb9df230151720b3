import { bindSlackTeam, isEnishiError, type PluginHost, type WorkspaceSummary } from "../../core/index.ts";

/**
 * The workspace of a Slack team: the one it has, else, when `ours` says that the app is installed in that team, the
 * only one that no team has yet, which is its own from then on. A practice workspace is taken only where there is no
 * other at all. Null: there is none for this team; it never gets another team's.
 */
export async function teamWorkspace(
  host: PluginHost,
  teamId: string,
  ours: () => Promise<boolean>,
): Promise<WorkspaceSummary | null> {
  const workspaces = await host.workspaces();
  const bound = workspaces.find((workspace) => workspace.slackTeamId === teamId);
  if (bound) return bound;
  const real = workspaces.filter((workspace) => !workspace.practice);
  const [only, ...others] = (real.length > 0 ? real : workspaces).filter(
    (workspace) => workspace.slackTeamId === null,
  );
  if (!only || others.length > 0 || teamId === "" || !(await ours())) return null;
  return (await bind(host, only.id, teamId)) ? { ...only, slackTeamId: teamId } : null;
}

/** False: another team was quicker. */
async function bind(host: PluginHost, workspaceId: string, teamId: string): Promise<boolean> {
  try {
    await host.perform(
      bindSlackTeam,
      { teamId },
      {
        workspaceId,
        actor: { kind: "system", onBehalfOf: null },
        surface: "slack",
        locale: "ja",
        requestId: host.newId(),
      },
    );
    return true;
  } catch (error) {
    if (isEnishiError(error) && error.code === "slack_team_bound") return false;
    throw error;
  }
}
