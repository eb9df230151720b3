import { asObject, type SlackBody, textOf } from "./delivery.ts";

/** The element that was pressed or chosen from. */
export function pressedElement(body: SlackBody): Record<string, unknown> {
  const [element] = Array.isArray(body.actions) ? body.actions : [];
  return asObject(element) ?? {};
}

/** What a press carries: the value of a button, the choice of a select or menu, a day or a time. */
export function pressed(body: SlackBody): string {
  const element = pressedElement(body);
  const choice = asObject(element.selected_option);
  return textOf(element.value) ?? textOf(choice?.value) ?? textOf(element.selected_date) ?? "";
}

/** The JSON that a button of ours carries; empty when it is none. */
export function pressedJson(body: SlackBody): Record<string, unknown> {
  return jsonOf(pressed(body));
}

/** What a modal of ours keeps for itself (ids only: the client sees it). */
export function metadataOf(body: SlackBody): Record<string, unknown> {
  return jsonOf(textOf(asObject(body.view)?.private_metadata) ?? "");
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text)) ?? {};
  } catch {
    return {};
  }
}
