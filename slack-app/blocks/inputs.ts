import type { InputBlock, PlainTextInput } from "@slack/types";
import { plainLines, plainText } from "./composition.ts";
import { LIMITS } from "./limits.ts";
import { cleanText } from "./text.ts";

export type InputParts = {
  /** The key of the answer in `view.state.values` and of a field error. Change it to reset what was typed. */
  blockId: string;
  label: string;
  element: InputBlock["element"];
  hint?: string;
  optional?: boolean;
  /** Sends a `block_actions` as soon as the value changes. */
  dispatch?: boolean;
};

/** One field of a modal. */
export function input(parts: InputParts): InputBlock {
  return {
    type: "input",
    block_id: parts.blockId,
    label: plainText(parts.label, LIMITS.inputLabel),
    element: parts.element,
    ...(parts.hint && { hint: plainLines(parts.hint, LIMITS.inputHint) }),
    ...(parts.optional && { optional: true }),
    ...(parts.dispatch && { dispatch_action: true }),
  };
}

/**
 * A text field. An initial value longer than the field takes is not cut but left out, so that saving never
 * shortens what is stored without the person seeing it; the caller shows such a text elsewhere.
 */
export function textInput(parts: {
  actionId: string;
  initial?: string;
  placeholder?: string;
  multiline?: boolean;
  maxLength?: number;
  focus?: boolean;
}): PlainTextInput {
  const max = Math.min(parts.maxLength ?? LIMITS.inputValue, LIMITS.inputValue);
  const initial = parts.initial === undefined ? "" : cleanText(parts.initial);
  return {
    type: "plain_text_input",
    action_id: parts.actionId,
    max_length: max,
    ...(parts.multiline && { multiline: true }),
    ...(initial.trim() !== "" && initial.length <= max && { initial_value: initial }),
    ...(parts.placeholder && { placeholder: plainText(parts.placeholder, LIMITS.placeholder) }),
    ...(parts.focus && { focus_on_load: true }),
  };
}
