import type { OperationContext } from "../kernel/context.ts";

/**
 * Tells whoever is to keep a next action that a colleague noted it for them (a phone message, 伝言): once for each time
 * that it becomes theirs. Somebody is named in it, so it is sent while the workspace is 準備中, too.
 */
export function tellOwner(
  context: OperationContext,
  action: { id: string; ownerId: string; version: number },
): void {
  if (action.ownerId === context.actor.memberId) return;
  context.send({
    channel: "slack",
    key: `next_action:${action.id}:owner:${action.ownerId}:${action.version}`,
    payload: { kind: "next_action_assigned", toMemberId: action.ownerId, nextActionId: action.id },
  });
}
