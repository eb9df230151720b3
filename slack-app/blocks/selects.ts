import type { Checkboxes, ExternalSelect, RadioButtons, StaticSelect, UsersSelect } from "@slack/types";
import { option, plainText } from "./composition.ts";
import type { Choice } from "./elements.ts";
import { LIMITS } from "./limits.ts";

type SelectParts = { actionId: string; placeholder?: string; focus?: boolean };
type ChoiceParts = { actionId: string; options: readonly Choice[]; initial?: string; focus?: boolean };

/** One of at most 100 known choices; `initial` is the value of one of them. */
export function staticSelect(parts: SelectParts & ChoiceParts): StaticSelect {
  const options = choices(parts.options, LIMITS.selectOptions);
  const initial = options.find(({ value }) => value === parts.initial);
  return { type: "static_select", ...common(parts), options, ...(initial && { initial_option: initial }) };
}

/** One of choices that we look up while the person types (`block_suggestion`), from `minQueryLength` on. */
export function externalSelect(
  parts: SelectParts & { minQueryLength?: number; initial?: Choice },
): ExternalSelect {
  return {
    type: "external_select",
    ...common(parts),
    min_query_length: parts.minQueryLength ?? 1,
    ...(parts.initial && { initial_option: option(parts.initial) }),
  };
}

/** A person of the Slack workspace. */
export function usersSelect(parts: SelectParts & { initial?: string }): UsersSelect {
  return { type: "users_select", ...common(parts), ...(parts.initial && { initial_user: parts.initial }) };
}

/** One of at most 10 choices, all visible. */
export function radioButtons(parts: ChoiceParts): RadioButtons {
  const options = choices(parts.options, LIMITS.choiceOptions);
  const initial = options.find(({ value }) => value === parts.initial);
  return {
    type: "radio_buttons",
    action_id: parts.actionId,
    options,
    ...(initial && { initial_option: initial }),
    ...(parts.focus && { focus_on_load: true }),
  };
}

/** Any of at most 10 choices; `initial` holds the values that start ticked. */
export function checkboxes(
  parts: Omit<ChoiceParts, "initial"> & { initial?: readonly string[] },
): Checkboxes {
  const options = choices(parts.options, LIMITS.choiceOptions);
  const initial = options.filter(({ value }) => value !== undefined && parts.initial?.includes(value));
  return {
    type: "checkboxes",
    action_id: parts.actionId,
    options,
    ...(initial.length > 0 && { initial_options: initial }),
    ...(parts.focus && { focus_on_load: true }),
  };
}

/** The answer to a `block_suggestion`: at most 100 options. */
export function suggestions(found: readonly Choice[]): { options: ReturnType<typeof option>[] } {
  return { options: found.slice(0, LIMITS.selectOptions).map(option) };
}

function choices(options: readonly Choice[], max: number) {
  if (options.length === 0) throw new RangeError("A choice needs at least one option");
  return options.slice(0, max).map(option);
}

function common(parts: SelectParts) {
  return {
    action_id: parts.actionId,
    ...(parts.placeholder && { placeholder: plainText(parts.placeholder, LIMITS.placeholder) }),
    ...(parts.focus && { focus_on_load: true }),
  };
}
