import type { FrontContext } from "./context.ts";
import type { Deliver, Delivery } from "./deliver.ts";
import type { FrontUser } from "./directory.ts";
import type { Json } from "./record.ts";

/** What the acts of people need beside the shared context. */
export type Stage = FrontContext & {
  baseUrl: string;
  deliver: Deliver;
  /** Options last suggested to a person, so that a chosen one can be sent back whole. */
  suggested: Map<string, Json[]>;
};

/** @throws Error when there is no such person: the caller's mistake, not the app's. */
export function person(stage: Stage, userId: string): FrontUser {
  const found = stage.users.find(({ id }) => id === userId);
  if (!found) throw new Error(`Nobody here has the id ${userId}`);
  return found;
}

export function actor(user: FrontUser): { userId: string; userName: string } {
  return { userId: user.id, userName: user.name };
}

/** A trigger of three seconds, from the emulator, which will ask for it in `views.open` and `views.push`. */
export async function trigger(stage: Stage, userId: string, viewId?: string): Promise<string> {
  const inModal = viewId !== undefined && stage.record.openView(viewId) !== undefined;
  const answer = await stage.backing.call("views.generateTriggerId", {
    user_id: userId,
    ...(inModal && { view_id: viewId }),
  });
  if (!answer.ok) throw new Error(`The emulator gave no trigger: ${String(answer.error)}`);
  const triggerId = String(answer.trigger_id);
  stage.record.triggers.set(triggerId, { userId, ...(inModal && { viewId }) });
  return triggerId;
}

/** Keeps for the person what Slack would tell them about a request that failed. */
export function noted<D extends Delivery>(
  stage: Stage,
  act: { userId: string; channelId?: string },
  delivery: D,
): D {
  if (delivery.error !== undefined) {
    stage.record.notices.push({
      userId: act.userId,
      ...(act.channelId !== undefined && { channelId: act.channelId }),
      code: delivery.error,
      detail: `${delivery.status ?? ""} ${delivery.body}`.trim(),
    });
  }
  stage.record.changed();
  return delivery;
}

export function finder(stage: Stage, userId: string): (value: string) => Json | undefined {
  return (value) => stage.suggested.get(userId)?.find((option) => option.value === value);
}
