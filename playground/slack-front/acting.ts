import type { Delivery } from "./deliver.ts";
import { parseJson } from "./http.ts";
import { commandForm, interaction, interactionForm, stamp } from "./payloads.ts";
import type { Json, MessageRef } from "./record.ts";
import { channelName, conversation, elementOf, seen, shownTo, told } from "./shown.ts";
import { actor, finder, noted, person, type Stage, trigger } from "./stage.ts";
import { escapeTyped } from "./typed-text.ts";
import { chosen, type Entered, type EnteredValues, stateOf } from "./values.ts";

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
  // What was suggested for an earlier query may be chosen beside what this one finds.
  const earlier = (stage.suggested.get(user.id) ?? []).filter(
    (known) => !options.some((option) => option.value === known.value),
  );
  stage.suggested.set(user.id, [...options, ...earlier].slice(0, 1_000));
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

function buttonValue(element: Json): Json {
  return { text: element.text, ...(element.value !== undefined && { value: element.value }) };
}
