import {
  all,
  boolean,
  type Check,
  integer,
  list,
  object,
  oneOf,
  pattern,
  rule,
  text,
  typed,
} from "./check.ts";
import { confirm, dispatchConfig, id, image, option, plainText, style, textObject, url } from "./objects.ts";
import { richTextBlock } from "./rich-text.ts";
import { initialAmongOptions } from "./selection-rules.ts";
import { externalSelect, multi, peopleSelect, staticSelect } from "./selects.ts";

const actionId = { action_id: id };
const focus = { focus_on_load: boolean };
const placeholder = { placeholder: plainText(150) };
const date = pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date as YYYY-MM-DD");
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, "a time as HH:mm");

const button = object(
  { type: oneOf("button"), text: plainText(75) },
  { ...actionId, value: text(2000, 0), url, style, confirm, accessibility_label: text(75) },
);

const overflow = object(
  { type: oneOf("overflow"), options: list(option("plain", { withUrl: true }), 5) },
  { ...actionId, confirm },
);

const radioButtons = all(
  object(
    { type: oneOf("radio_buttons"), options: list(option("any"), 10) },
    { ...actionId, ...focus, confirm, initial_option: option("any") },
  ),
  initialAmongOptions(),
);

const checkboxes = all(
  object(
    { type: oneOf("checkboxes"), options: list(option("any"), 10) },
    { ...actionId, ...focus, confirm, initial_options: list(option("any"), 10) },
  ),
  initialAmongOptions(),
);

const datepicker = object(
  { type: oneOf("datepicker") },
  { ...actionId, ...focus, ...placeholder, confirm, initial_date: date },
);

const timepicker = object(
  { type: oneOf("timepicker") },
  { ...actionId, ...focus, ...placeholder, confirm, initial_time: time, timezone: text(100) },
);

const datetimepicker = object(
  { type: oneOf("datetimepicker") },
  { ...actionId, ...focus, confirm, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
);

function field(type: string, more: Record<string, Check> = {}): Check {
  const shared = { ...actionId, ...focus, ...placeholder, dispatch_action_config: dispatchConfig };
  return object({ type: oneOf(type) }, { ...shared, initial_value: text(3000), ...more });
}

const plainTextInput = all(
  field("plain_text_input", {
    multiline: boolean,
    min_length: integer(0, 3000),
    max_length: integer(1, 3000),
  }),
  rule((value, pointer, errors) => {
    if (typeof value.max_length !== "number" || typeof value.initial_value !== "string") return;
    text(value.max_length, 0)(value.initial_value, `${pointer}/initial_value`, errors);
  }),
);

const numberInput = all(
  field("number_input", { is_decimal_allowed: boolean, min_value: text(100), max_value: text(100) }),
  rule((value, pointer, errors) => {
    if (value.is_decimal_allowed !== undefined) return;
    errors.push({ pointer, code: "missing_field", message: "missing required field: is_decimal_allowed" });
  }),
);

const fileInput = object(
  { type: oneOf("file_input") },
  { ...actionId, filetypes: list(text(100), 100), max_files: integer(1, 10) },
);

const richTextInput = object(
  { type: oneOf("rich_text_input") },
  {
    ...actionId,
    ...focus,
    ...placeholder,
    dispatch_action_config: dispatchConfig,
    initial_value: richTextBlock,
    min_lines: integer(1, 100),
    max_lines: integer(1, 100),
  },
);

const choices = {
  static_select: staticSelect,
  external_select: externalSelect,
  users_select: peopleSelect("users_select", "initial_user"),
  conversations_select: peopleSelect("conversations_select", "initial_conversation"),
  channels_select: peopleSelect("channels_select", "initial_channel"),
  ...multi,
  radio_buttons: radioButtons,
  checkboxes,
  datepicker,
  timepicker,
};

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const accessory = typed({ button, overflow, image, ...choices });

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const actionsElement = typed({
  button,
  overflow,
  ...choices,
  datetimepicker,
  rich_text_input: richTextInput,
});

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const inputElement = typed({
  ...choices,
  datetimepicker,
  plain_text_input: plainTextInput,
  email_text_input: field("email_text_input"),
  url_text_input: field("url_text_input"),
  number_input: numberInput,
  rich_text_input: richTextInput,
  file_input: fileInput,
});

/** https://docs.slack.dev/reference/block-kit/blocks/context-block */
export const contextElement = typed({ image, plain_text: textObject(2000), mrkdwn: textObject(2000) });
