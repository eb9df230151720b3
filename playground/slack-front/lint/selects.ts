import { all, boolean, type Check, fail, integer, list, object, oneOf, rule, text } from "./check.ts";
import { confirm, id, option, optionGroup, plainText } from "./objects.ts";
import { initialAmongOptions } from "./selection-rules.ts";

const shared = { action_id: id, confirm, focus_on_load: boolean, placeholder: plainText(150) };
const maxSelected = { max_selected_items: integer(1, 100) };
const listed = { options: list(option("plain"), 100), option_groups: list(optionGroup, 100) };

const oneSource = rule((value, pointer, errors) => {
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    fail("exactly one of options and option_groups is needed", { type: "exclusive" }, pointer, errors);
  }
});

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const staticSelect = all(
  object({ type: oneOf("static_select") }, { ...shared, ...listed, initial_option: option("plain") }),
  oneSource,
  initialAmongOptions(),
);

export const externalSelect = object(
  { type: oneOf("external_select") },
  { ...shared, initial_option: option("plain"), min_query_length: integer(0, 150) },
);

/** A select that Slack fills itself: people, channels, conversations. */
export function peopleSelect(type: string, initial: string): Check {
  const extra: Record<string, Check> = type === "users_select" ? {} : { response_url_enabled: boolean };
  const conversations = type === "conversations_select" ? conversationFilter() : {};
  return object({ type: oneOf(type) }, { ...shared, ...extra, ...conversations, [initial]: text(255) });
}

/** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
export const multi: Record<string, Check> = {
  multi_static_select: all(
    object(
      { type: oneOf("multi_static_select") },
      { ...shared, ...maxSelected, ...listed, initial_options: list(option("plain"), 100) },
    ),
    oneSource,
    initialAmongOptions(),
  ),
  multi_external_select: object(
    { type: oneOf("multi_external_select") },
    {
      ...shared,
      ...maxSelected,
      initial_options: list(option("plain"), 100),
      min_query_length: integer(0, 150),
    },
  ),
  multi_users_select: multiPeople("multi_users_select", "initial_users"),
  multi_conversations_select: multiPeople("multi_conversations_select", "initial_conversations"),
  multi_channels_select: multiPeople("multi_channels_select", "initial_channels"),
};

function multiPeople(type: string, initial: string): Check {
  const conversations = type === "multi_conversations_select" ? conversationFilter() : {};
  return object(
    { type: oneOf(type) },
    { ...shared, ...maxSelected, ...conversations, [initial]: list(text(255), 100) },
  );
}

function conversationFilter(): Record<string, Check> {
  return {
    default_to_current_conversation: boolean,
    filter: object(
      {},
      {
        include: list(oneOf("im", "mpim", "private", "public"), 4),
        exclude_external_shared_channels: boolean,
        exclude_bot_users: boolean,
      },
    ),
  };
}
