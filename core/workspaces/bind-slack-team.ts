import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";

/**
 * Notes which Slack team a workspace belongs to: once; the same team again changes nothing. Another team never takes a
 * workspace over. Error: `slack_team_bound`.
 */
export const bindSlackTeam = defineOperation({
  name: "workspaces.bindSlackTeam",
  summary: "Notes which Slack team the workspace belongs to.",
  input: z.object({ teamId: z.string().regex(/^[TE][A-Z0-9]{1,40}$/) }),
  output: z.object({ workspaceId: z.string(), teamId: z.string() }),
  permission: "workspace.write",
  run: async (context, { teamId }) => {
    const { workspaceId } = context;
    const [found] = await context.db.query<{ teamId: string | null; taken: boolean }>(
      `select w.slack_team_id as "teamId",
              exists (select 1 from workspace o where o.slack_team_id = $2 and o.id <> $1) as taken
         from workspace w where w.id = $1 for update`,
      [workspaceId, teamId],
    );
    if (found?.teamId === teamId) return { workspaceId, teamId };
    if (found?.teamId || found?.taken) throw new EnishiError("slack_team_bound", { teamId });
    await context.db.query("update workspace set slack_team_id = $2 where id = $1", [workspaceId, teamId]);
    context.changed({
      entity: "workspace",
      entityId: workspaceId,
      before: { slackTeamId: null },
      after: { slackTeamId: teamId },
    });
    return { workspaceId, teamId };
  },
});
