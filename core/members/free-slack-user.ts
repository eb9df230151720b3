import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { prismaOf } from "../storage/index.ts";

/** One Slack user is one member. Error: `slack_user_taken`, which names who has it. */
export async function requireFreeSlackUser(
  context: OperationContext,
  slackUserId: string,
  exceptMemberId: string | null = null,
): Promise<void> {
  const holder = await prismaOf(context.db).member.findFirst({
    where: { workspaceId: context.workspaceId, slackUserId },
  });
  if (holder && holder.id !== exceptMemberId) {
    throw new EnishiError("slack_user_taken", { name: holder.name }, { field: "slackUserId" });
  }
}
