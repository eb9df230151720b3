import { html } from "hono/html";
import type { Html } from "../page/html.ts";
import { chooser, optionsOf } from "./choices.ts";

export type SlackElement = Record<string, unknown> & { type: string; action_id: string };

/** What elements need to know of where they stand. */
export interface ElementContext {
  /** Makes ids unique on the page. */
  scope: string;
  theme: "light" | "dark";
  users: readonly { id: string; name: string }[];
  channels: readonly { id: string; name: string }[];
  text: (key: string, params?: Record<string, string | number>) => string;
  /** A `<!date^…>` in the workspace's zone; null when the format says nothing we know. */
  date: (seconds: number, format: string) => string | null;
}

/** How an element of an input block is tied to its label and its error. Absent: it acts as soon as it changes. */
export interface Field {
  id: string;
  label: string;
  describedBy: string;
  invalid: boolean;
  dispatch: boolean;
  required: boolean;
}

type Text = { text: string };

/** An element that a person acts on, with its action id and what the page's script needs to act. */
export function renderElement(element: SlackElement, context: ElementContext, field?: Field): Html {
  switch (element.type) {
    case "button":
    case "workflow_button":
      return button(element);
    case "overflow":
      return overflow(element, context);
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return textInput(element, field);
    case "datepicker":
      return input(element, "date", element.initial_date, field);
    case "timepicker":
      return input(element, "time", element.initial_time, field);
    case "datetimepicker":
      return input(element, "datetime-local", localTime(element.initial_date_time), field);
    case "radio_buttons":
    case "checkboxes":
      return ticks(element, field);
    default:
      return chooser(element, context, field);
  }
}

function button(element: SlackElement): Html {
  const style = typeof element.style === "string" ? ` sb-${element.style}` : "";
  const label = element.accessibility_label;
  const shared = html`class="sb-button${style}" data-act="press" data-action-id="${element.action_id}" ${confirmOf(element)} ${typeof label === "string" ? html`aria-label="${label}"` : ""}`;
  const text = (element.text as Text | undefined)?.text ?? "";
  return typeof element.url === "string" && /^https?:/.test(element.url)
    ? html`<a ${shared} href="${element.url}" target="_blank" rel="noreferrer noopener">${text}</a>`
    : html`<button type="button" ${shared}>${text}</button>`;
}

function overflow(element: SlackElement, context: ElementContext): Html {
  const items = optionsOf(element).map(
    (option) =>
      html`<button type="button" role="menuitem" class="sb-menu-item" data-act="press" data-action-id="${element.action_id}" data-value="${option.value}" ${confirmOf(element)}>${option.text.text}</button>`,
  );
  return html`<details class="sb-overflow"><summary class="sb-button" aria-label="${context.text("playground.slack.more")}">⋯</summary><div class="sb-menu" role="menu">${items}</div></details>`;
}

function textInput(element: SlackElement, field?: Field): Html {
  const initial = String(element.initial_value ?? "");
  if (element.multiline === true) {
    return html`<textarea ${attributes(element, field)} rows="4" ${limits(element)}>${initial}</textarea>`;
  }
  const type =
    { email_text_input: "email", url_text_input: "url", number_input: "number" }[element.type] ?? "text";
  const step = element.type === "number_input" && element.is_decimal_allowed === true ? html`step="any"` : "";
  return html`<input type="${type}" ${attributes(element, field)} ${limits(element)} ${step} value="${initial}">`;
}

/** A browser's own picker shows no placeholder, so outside a form that stands before it. */
function input(element: SlackElement, type: string, initial: unknown, field?: Field): Html {
  const picker = html`<input type="${type}" ${attributes(element, field)} value="${String(initial ?? "")}">`;
  const placeholder = (element.placeholder as Text | undefined)?.text;
  return field || !placeholder
    ? picker
    : html`<label class="sb-picker"><span>${placeholder}</span>${picker}</label>`;
}

function ticks(element: SlackElement, field?: Field): Html {
  const many = element.type === "checkboxes";
  const initial = many
    ? ((element.initial_options as { value: string }[] | undefined) ?? []).map((each) => each.value)
    : [(element.initial_option as { value: string } | undefined)?.value];
  const boxes = optionsOf(element).map(
    (option) => html`<label class="sb-tick">
      <input type="${many ? "checkbox" : "radio"}" name="${field?.id ?? element.action_id}" value="${option.value}" ${initial.includes(option.value) ? "checked" : ""}>
      <span>${option.text.text}${option.description ? html`<small>${option.description.text}</small>` : ""}</span>
    </label>`,
  );
  return html`<div class="sb-ticks" role="${many ? "group" : "radiogroup"}" ${attributes(element, field)} ${field ? html`aria-labelledby="${field.id}-label"` : ""}>${boxes}</div>`;
}

/** The attributes that every element shares; the page's script finds it by them. */
export function attributes(element: SlackElement, field?: Field): Html {
  const acts = !field || field.dispatch;
  const placeholder = (element.placeholder as Text | undefined)?.text;
  return html`data-el="${element.type}" data-action-id="${element.action_id}" ${acts ? html`data-act="change"` : ""} ${field ? html`id="${field.id}"` : html`aria-label="${placeholder ?? element.action_id}"`} ${field?.describedBy ? html`aria-describedby="${field.describedBy}"` : ""} ${field?.invalid ? html`aria-invalid="true"` : ""} ${field?.required ? html`aria-required="true"` : ""} ${placeholder ? html`placeholder="${placeholder}"` : ""} ${element.focus_on_load === true ? html`data-focus` : ""}`;
}

function limits(element: SlackElement): Html {
  return html`${typeof element.max_length === "number" ? html`maxlength="${element.max_length}"` : ""}`;
}

/** What is asked before the press is sent, as JSON for the page's script. */
function confirmOf(element: SlackElement): Html | string {
  const asked = element.confirm as { title: Text; text: Text; confirm: Text; deny: Text } | undefined;
  if (!asked) return "";
  const { title, text, confirm, deny } = asked;
  const words = { title: title.text, text: text.text, confirm: confirm.text, deny: deny.text };
  return html`data-confirm="${JSON.stringify(words)}"`;
}

function localTime(seconds: unknown): string {
  if (typeof seconds !== "number") return "";
  return new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 16);
}
