import { elementsIn } from "./block-ids.ts";
import type { FrontContext } from "./context.ts";
import type { Deliver, Delivery } from "./deliver.ts";
import type { FrontUser } from "./directory.ts";
import { parseJson } from "./http.ts";
import { APP, TEAM } from "./ids.ts";
import { commandForm, interaction, interactionForm, stamp } from "./payloads.ts";
import type { FrontMessage, Json, MessageRef } from "./record.ts";
import { escapeTyped } from "./typed-text.ts";
import { chosen, type Entered, type EnteredValues, stateOf } from "./values.ts";

/** What the acts of people need beside the shared context. */
export type Stage = FrontContext & {
  baseUrl: string;
  deliver: Deliver;
  /** Options last suggested to a person, so that a chosen one can be sent back whole. */
  suggested: Map<string, Json[]>;
};

export type CommandAct = { userId: string; channelId: string; text: string; command?: string };

/** Types a slash command. What the app answers at once is shown; a failure is noted as Slack would say it. */
export async function actCommand(stage: Stage, act: CommandAct): Promise<Delivery> {
  const user = person(stage, act.userId);
  const responseUrl = stage.responses.create(stage.baseUrl, act);
  const form = commandForm({
    userId: user.id,
    userName: user.name,
    channelId: act.channelId,
    channelName: channelName(stage, act.channelId),
    command: act.command ?? "/crm",
    text: escapeTyped(act.text, stage.users, stage.backing.channels),
    triggerId: await trigger(stage, user.id),
    responseUrl,
  });
  const delivery = await stage.deliver(form);
  if (delivery.error === undefined) stage.responses.acknowledge(responseUrl, delivery.body);
  return noted(stage, act, delivery);
}

export type ElementAct = {
  userId: string;
  /** Where the element is: a message, a modal or a home view. */
  messageRef?: MessageRef;
  viewId?: string;
  actionId: string;
  /** Needed only when the action id stands in several blocks. */
  blockId?: string;
  /** What was chosen or entered; a button brings its own value. */
  value?: Entered;
  /** What stands in the other fields of the same message or view. */
  values?: EnteredValues;
};

/** Presses a button or chooses in an element. */
export async function actElement(stage: Stage, act: ElementAct): Promise<Delivery> {
  const user = person(stage, act.userId);
  const shown = shownTo(stage, act);
  const { blockId, element } = elementOf(shown.blocks, act);
  const find = finder(stage, user.id);
  const entered = element.type === "button" ? buttonValue(element) : chosen(element, act.value ?? null, find);
  const action = { type: element.type, action_id: element.action_id, block_id: blockId, ...entered };
  const state = stateOf(shown.blocks, act.values ?? {}, find);
  const payload = interaction("block_actions", actor(user), await trigger(stage, user.id, act.viewId), {
    ...shown.describe(state),
    actions: [{ ...action, action_ts: stamp() }],
  });
  const delivery = await stage.deliver(interactionForm(payload));
  if (delivery.error === undefined && typeof payload.response_url === "string") {
    stage.responses.acknowledge(payload.response_url, delivery.body);
  }
  return noted(stage, act, delivery);
}

/** Types into an `external_select` and gets the app's suggestions. */
export async function actSuggest(
  stage: Stage,
  act: Omit<ElementAct, "value"> & { query: string },
): Promise<Delivery & { options: Json[] }> {
  const user = person(stage, act.userId);
  const shown = shownTo(stage, act);
  const { blockId, element } = elementOf(shown.blocks, act);
  const { response_url: _none, ...where } = shown.describe(
    stateOf(shown.blocks, act.values ?? {}, () => undefined),
  );
  const payload = interaction("block_suggestion", actor(user), "", {
    ...where,
    action_id: element.action_id,
    block_id: blockId,
    value: act.query,
  });
  const delivery = await stage.deliver(interactionForm(payload));
  const answer = parseJson(delivery.body) as
    | { options?: Json[]; option_groups?: { options: Json[] }[] }
    | undefined;
  const options = [
    ...(answer?.options ?? []),
    ...(answer?.option_groups ?? []).flatMap((group) => group.options),
  ];
  stage.suggested.set(user.id, options);
  return { ...noted(stage, act, delivery), options };
}

/** Presses a shortcut: a global one, or one on a message. */
export async function actShortcut(
  stage: Stage,
  act: { userId: string; callbackId: string; messageRef?: MessageRef },
): Promise<Delivery> {
  const user = person(stage, act.userId);
  const message = act.messageRef && seen(stage, act.messageRef, user.id);
  const payload = interaction(
    message ? "message_action" : "shortcut",
    actor(user),
    await trigger(stage, user.id),
    {
      callback_id: act.callbackId,
      action_ts: stamp(),
      ...(message && {
        ...conversation(stage, message.channelId),
        message_ts: message.ts,
        message: told(message),
        response_url: stage.responses.create(stage.baseUrl, {
          userId: user.id,
          channelId: message.channelId,
        }),
      }),
    },
  );
  return noted(stage, act, await stage.deliver(interactionForm(payload)));
}

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

function buttonValue(element: Json): Json {
  return { text: element.text, ...(element.value !== undefined && { value: element.value }) };
}

type Shown = { blocks: Json[]; describe: (state: Json) => Json };

function shownTo(stage: Stage, act: { userId: string; messageRef?: MessageRef; viewId?: string }): Shown {
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

function seen(stage: Stage, ref: MessageRef, userId: string): FrontMessage {
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

function conversation(stage: Stage, channelId: string): Json {
  return { channel: { id: channelId, name: channelName(stage, channelId) } };
}

function told(message: FrontMessage): Json {
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

function channelName(stage: Stage, channelId: string): string {
  return stage.backing.channels.find(({ id }) => id === channelId)?.name ?? "directmessage";
}

function elementOf(blocks: readonly Json[], act: { actionId: string; blockId?: string }) {
  const found = elementsIn(blocks).find(
    ({ blockId, element }) =>
      element.action_id === act.actionId && (act.blockId === undefined || act.blockId === blockId),
  );
  if (!found) throw new Error(`There is no element ${act.actionId} to act on`);
  return found;
}
