import type { Button, Datepicker, Overflow, Timepicker } from "@slack/types";
import { type ConfirmTexts, confirmation, option, plainText } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { safeUrl } from "./markup.ts";

export type Choice = { text: string; value: string; description?: string };

export type ButtonParts = {
  text: string;
  actionId: string;
  value?: string;
  url?: string;
  style?: "primary" | "danger";
  confirm?: ConfirmTexts;
  /** What a screen reader says when the visible text needs its surroundings to be understood. */
  spoken?: string;
};

/** @throws RangeError when `value` is longer than Slack hands back: such a button would lose its meaning. */
export function button(parts: ButtonParts): Button {
  const { value = "" } = parts;
  if (value.length > LIMITS.buttonValue) {
    throw new RangeError(`The value of button ${parts.actionId} has ${value.length} units`);
  }
  const url = parts.url === undefined ? undefined : safeUrl(parts.url);
  return {
    type: "button",
    text: plainText(parts.text, LIMITS.buttonText),
    action_id: parts.actionId,
    ...(value !== "" && { value }),
    ...(url !== undefined && { url }),
    ...(parts.style && { style: parts.style }),
    ...(parts.confirm && { confirm: confirmation(parts.confirm) }),
    ...(parts.spoken !== undefined && {
      accessibility_label: plainText(parts.spoken, LIMITS.accessibilityLabel).text,
    }),
  };
}

/** The "…" menu: at most 5 choices, the rest is dropped. */
export function overflow(parts: {
  actionId: string;
  options: readonly Choice[];
  confirm?: ConfirmTexts;
}): Overflow {
  return {
    type: "overflow",
    action_id: parts.actionId,
    options: parts.options.slice(0, LIMITS.overflowOptions).map(option),
    ...(parts.confirm && { confirm: confirmation(parts.confirm) }),
  };
}

/** A day as `2026-11-24`. */
export function datepicker(parts: {
  actionId: string;
  initial?: string;
  placeholder?: string;
  focus?: boolean;
}): Datepicker {
  return {
    type: "datepicker",
    action_id: parts.actionId,
    ...(parts.initial && { initial_date: parts.initial }),
    ...(parts.placeholder && { placeholder: plainText(parts.placeholder, LIMITS.placeholder) }),
    ...(parts.focus && { focus_on_load: true }),
  };
}

/** A time of day as `14:05`. */
export function timepicker(parts: { actionId: string; initial?: string; placeholder?: string }): Timepicker {
  return {
    type: "timepicker",
    action_id: parts.actionId,
    ...(parts.initial && { initial_time: parts.initial }),
    ...(parts.placeholder && { placeholder: plainText(parts.placeholder, LIMITS.placeholder) }),
  };
}
