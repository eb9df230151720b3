import { elementsIn } from "./block-ids.ts";
import type { Json } from "./record.ts";

/** What a person put into one element: text, the value of an option, an id, or several of them. */
export type Entered = string | readonly string[] | null;

/** Entries by block id; by block id and action id where a block holds several elements. */
export type EnteredValues = Record<string, Entered | Record<string, Entered>>;

/** Finds an option by its value among those that were suggested for an `external_select`. */
export type FindSuggested = (value: string) => Json | undefined;

/** The `state` of a message or view: what was entered, else what the element began with. */
export function stateOf(blocks: readonly unknown[], entered: EnteredValues, suggested: FindSuggested): Json {
  const values: Record<string, Json> = {};
  for (const { blockId, element } of elementsIn(blocks)) {
    if (element.type === "button" || element.type === "overflow" || element.type === "workflow_button")
      continue;
    const given = entryFor(entered, blockId, String(element.action_id));
    values[blockId] = {
      ...values[blockId],
      [String(element.action_id)]: {
        type: element.type,
        ...(given === undefined ? initialOf(element) : chosen(element, given, suggested)),
      },
    };
  }
  return { values };
}

/**
 * The fields that say what was chosen in an element, as `block_actions` and `state.values` name them.
 * @throws Error when the value is none of the element's options
 */
export function chosen(element: Json, entered: Entered, suggested: FindSuggested): Json {
  const one = typeof entered === "string" ? entered : (entered?.[0] ?? null);
  const many = typeof entered === "string" ? [entered] : [...(entered ?? [])];
  const key = FIELDS[String(element.type)];
  if (key === undefined) return { value: one === "" ? null : one };
  if (key === "selected_option") return { [key]: one === null ? null : optionOf(element, one, suggested) };
  if (key === "selected_options") return { [key]: many.map((each) => optionOf(element, each, suggested)) };
  if (key === "selected_date_time") return { [key]: one === null ? null : Number(one) };
  return { [key]: key.endsWith("s") ? many : one };
}

const FIELDS: Record<string, string> = {
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  overflow: "selected_option",
  checkboxes: "selected_options",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  multi_users_select: "selected_users",
  multi_conversations_select: "selected_conversations",
  multi_channels_select: "selected_channels",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
};

function initialOf(element: Json): Json {
  const key = FIELDS[String(element.type)] ?? "value";
  const none = key.endsWith("s") ? [] : null;
  // `selected_option` began as `initial_option`, `value` as `initial_value`.
  return { [key]: element[`initial_${key.replace(/^selected_/, "")}`] ?? none };
}

function entryFor(entered: EnteredValues, blockId: string, actionId: string): Entered | undefined {
  const entry = entered[blockId];
  if (entry === undefined || entry === null || typeof entry === "string") return entry;
  return isList(entry) ? entry : entry[actionId];
}

function isList(entry: readonly string[] | Record<string, Entered>): entry is readonly string[] {
  return Array.isArray(entry);
}

function optionOf(element: Json, value: string, suggested: FindSuggested): Json {
  const groups = (element.option_groups as { options: Json[] }[] | undefined) ?? [];
  const options = [
    ...((element.options as Json[] | undefined) ?? []),
    ...groups.flatMap((group) => group.options),
    ...(isObject(element.initial_option) ? [element.initial_option] : []),
    ...((element.initial_options as Json[] | undefined) ?? []),
  ];
  const found = options.find((each) => each.value === value) ?? suggested(value);
  if (!found) throw new Error(`${String(element.action_id)} has no option with the value ${value}`);
  return found;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
