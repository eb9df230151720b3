import { elementsIn } from "./block-ids.ts";
import { APP, TEAM } from "./ids.ts";
import type { FrontMessage, Json, MessageRef } from "./record.ts";
import type { Stage } from "./stage.ts";

/** What a person acts on: its blocks, and how a payload describes it. */
export type Shown = { blocks: Json[]; describe: (state: Json) => Json };

/** @throws Error when this person does not see such a message or view: the caller's mistake, not the app's. */
export function shownTo(
  stage: Stage,
  act: { userId: string; messageRef?: MessageRef; viewId?: string },
): Shown {
  if (act.messageRef) {
    const message = seen(stage, act.messageRef, act.userId);
    return { blocks: message.blocks, describe: (state) => inMessage(stage, act.userId, message, state) };
  }
  const home = stage.record.homes.get(act.userId);
  const open = stage.record.stack(act.userId).find(({ view }) => view.id === act.viewId);
  const view = open?.view ?? (home?.id === act.viewId ? home : undefined);
  if (!view) throw new Error(`This person does not see a view ${act.viewId}`);
  return {
    blocks: view.blocks,
    describe: (state) => ({ container: { type: "view", view_id: view.id }, view: { ...view, state } }),
  };
}

export function seen(stage: Stage, ref: MessageRef, userId: string): FrontMessage {
  const message = stage.record.find(ref, userId);
  if (!message) throw new Error(`This person does not see a message ${ref.channelId} ${ref.ts}`);
  return message;
}

/** An ephemeral message comes back without its content: the app must know from the action what it was. */
function inMessage(stage: Stage, userId: string, message: FrontMessage, state: Json): Json {
  const ephemeral = message.ephemeralTo !== undefined;
  const { channelId, ts } = message;
  return {
    container: { type: "message", message_ts: ts, channel_id: channelId, is_ephemeral: ephemeral },
    ...conversation(stage, channelId),
    ...(!ephemeral && { message: told(message) }),
    state,
    response_url: stage.responses.create(stage.baseUrl, { userId, channelId, source: { channelId, ts } }),
  };
}

export function conversation(stage: Stage, channelId: string): Json {
  return { channel: { id: channelId, name: channelName(stage, channelId) } };
}

export function told(message: FrontMessage): Json {
  return {
    type: "message",
    user: message.userId,
    ts: message.ts,
    bot_id: APP.botId,
    app_id: APP.id,
    team: TEAM.id,
    text: message.text,
    blocks: message.blocks,
  };
}

export function channelName(stage: Stage, channelId: string): string {
  return stage.backing.channels.find(({ id }) => id === channelId)?.name ?? "directmessage";
}

export function elementOf(blocks: readonly Json[], act: { actionId: string; blockId?: string }) {
  const found = elementsIn(blocks).find(
    ({ blockId, element }) =>
      element.action_id === act.actionId && (act.blockId === undefined || act.blockId === blockId),
  );
  if (!found) throw new Error(`There is no element ${act.actionId} to act on`);
  return found;
}
