import { html } from "hono/html";
import type { Html } from "../page/html.ts";
import { attributes, type ElementContext, type Field, type SlackElement } from "./elements.ts";

export interface SlackOption {
  text: { text: string };
  value: string;
  description?: { text: string };
}

/** The options of an element, those of its groups included. */
export function optionsOf(element: SlackElement): SlackOption[] {
  const groups = (element.option_groups as { options: SlackOption[] }[] | undefined) ?? [];
  return [
    ...((element.options as SlackOption[] | undefined) ?? []),
    ...groups.flatMap((group) => group.options),
  ];
}

/** A select of any kind: fixed choices, people, channels, or choices that the app suggests while one types. */
export function chooser(element: SlackElement, context: ElementContext, field?: Field): Html {
  if (element.type.endsWith("external_select")) return suggested(element, context, field);
  const many = element.type.startsWith("multi_");
  const chosen = initialValues(element);
  const choices = element.type.endsWith("static_select")
    ? staticChoices(element, chosen)
    : named(element.type.includes("users") ? context.users : context.channels, chosen);
  const empty =
    (element.placeholder as { text: string } | undefined)?.text ?? context.text("playground.slack.choose");
  return html`<select ${attributes(element, field)} ${many ? html`multiple size="4"` : ""}>
    ${many ? "" : html`<option value="">${empty}</option>`}
    ${choices}
  </select>`;
}

function staticChoices(element: SlackElement, chosen: readonly string[]): Html[] {
  const groups = element.option_groups as { label: { text: string }; options: SlackOption[] }[] | undefined;
  const listed = (options: readonly SlackOption[]) =>
    options.map((each) => choice(each.value, each.text.text, chosen.includes(each.value)));
  return groups
    ? groups.map((group) => html`<optgroup label="${group.label.text}">${listed(group.options)}</optgroup>`)
    : listed(optionsOf(element));
}

function named(all: readonly { id: string; name: string }[], chosen: readonly string[]): Html[] {
  return all.map(({ id, name }) => choice(id, name, chosen.includes(id)));
}

function choice(value: string, text: string, selected: boolean): Html {
  return html`<option value="${value}" ${selected ? "selected" : ""}>${text}</option>`;
}

/**
 * A combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/); the page's script asks for its choices. One that takes
 * several shows them as chips.
 */
function suggested(element: SlackElement, context: ElementContext, field?: Field): Html {
  const many = element.type.startsWith("multi_");
  const initial = element.initial_option as SlackOption | undefined;
  const chips = (element.initial_options as SlackOption[] | undefined) ?? [];
  const list = `${field?.id ?? `${context.scope}-${element.action_id}`}-list`;
  return html`<div class="sb-combo${many ? " sb-many" : ""}" data-remove="${context.text("playground.slack.remove")}">
    ${chips.map(({ value, text }) => html`<button type="button" class="sb-chip" data-chip="${value}" aria-label="${text.text} ${context.text("playground.slack.remove")}">${text.text}</button>`)}
    <input type="text" role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded="false" aria-controls="${list}"
      ${attributes(element, field)} data-min="${String(element.min_query_length ?? 3)}" data-value="${initial?.value ?? ""}" value="${initial?.text.text ?? ""}">
    <ul class="sb-suggestions" role="listbox" id="${list}" hidden></ul>
  </div>`;
}

function initialValues(element: SlackElement): string[] {
  const one = (element.initial_option as SlackOption | undefined)?.value;
  const options = (element.initial_options as SlackOption[] | undefined)?.map((each) => each.value) ?? [];
  const ids = ["user", "channel", "conversation"].flatMap((kind) => [
    ...(typeof element[`initial_${kind}`] === "string" ? [element[`initial_${kind}`] as string] : []),
    ...((element[`initial_${kind}s`] as string[] | undefined) ?? []),
  ]);
  return [...(one === undefined ? [] : [one]), ...options, ...ids];
}
