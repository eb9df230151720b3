import { all, boolean, type Check, fail, list, object, oneOf, rule, text, typed } from "./check.ts";

/** https://docs.slack.dev/reference/block-kit/composition-objects */
export function plainText(max: number): Check {
  return object({ type: oneOf("plain_text"), text: text(max) }, { emoji: boolean });
}

export function textObject(max: number): Check {
  return typed({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });
}

function mrkdwn(max: number): Check {
  return object({ type: oneOf("mrkdwn"), text: text(max) }, { verbatim: boolean });
}

export const id = text(255);
export const url = text(3000);
export const style = oneOf("primary", "danger");

export const confirm = object(
  { text: textObject(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style },
);

/** `radio_buttons` and `checkboxes` may use mrkdwn in their options, the other elements may not. */
export function option(kind: "plain" | "any", { withUrl = false } = {}): Check {
  const content = kind === "plain" ? plainText(75) : textObject(75);
  return object(
    { text: content, value: text(150) },
    { description: kind === "plain" ? plainText(75) : textObject(75), ...(withUrl && { url }) },
  );
}

export const optionGroup = object({ label: plainText(75), options: list(option("plain"), 100) });

export const image = all(
  object(
    { type: oneOf("image"), alt_text: text(2000) },
    { image_url: url, slack_file: object({}, { id: text(255), url }) },
  ),
  oneImageSource(),
);

/** An image comes from an address or from a file in Slack, never from both. */
export function oneImageSource(): Check {
  return rule((value, pointer, errors) => {
    if ((value.image_url === undefined) === (value.slack_file === undefined)) {
      fail("exactly one of image_url and slack_file is needed", { type: "exclusive" }, pointer, errors);
    }
  });
}

export const dispatchConfig = object(
  {},
  { trigger_actions_on: list(oneOf("on_enter_pressed", "on_character_entered"), 2) },
);
