// The topmost modal of a person: drawn over the conversation, which it makes inert; what was entered survives a redraw.

import { byId, element, fragment } from "./dom.js";
import { carryCombos, fillIn, readValues } from "./slack-values.js";

/**
 * @param {{ id: string, key: string, html: string } | null} modal
 * @returns {boolean} whether one has just gone
 */
export function drawModal(modal) {
  const layer = byId("modal-layer");
  const present = /** @type {HTMLElement | null} */ (layer.firstElementChild);
  const behind = ["channels", "talk-head", "messages", "composer"].map((id) => byId(id));
  if (!modal) {
    if (!present) return false;
    layer.hidden = true;
    layer.replaceChildren();
    for (const each of behind) each.removeAttribute("inert");
    return true;
  }
  if (present?.dataset.key === modal.key) return false;
  const form = /** @type {HTMLElement} */ (fragment(modal.html).firstElementChild);
  form.dataset.key = modal.key;
  const focused = present?.contains(document.activeElement) ? document.activeElement?.id : null;
  if (present?.dataset.view === modal.id) {
    fillIn(form, readValues(present));
    carryCombos(present, form);
  }
  layer.replaceChildren(form);
  layer.hidden = false;
  for (const each of behind) each.setAttribute("inert", "");
  const target = (focused && document.getElementById(focused)) || firstField(form);
  if (target instanceof HTMLElement) target.focus({ preventScroll: present !== null });
  return false;
}

/** @param {HTMLElement} form */
function firstField(form) {
  return (
    form.querySelector("[aria-invalid=true], [data-focus]") ??
    form.querySelector(".modal-body :is(input, textarea, select, button)") ??
    form.querySelector("button[type=submit], button")
  );
}

/**
 * Puts what Slack's client found at the fields, and goes to the first of them.
 * @param {HTMLElement} form
 * @param {Record<string, string>} errors by block
 */
export function showErrors(form, errors) {
  for (const old of form.querySelectorAll(".sb-error")) old.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const [blockId, error] of Object.entries(errors)) {
    const block = form.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
    const field = block?.querySelector("[data-el]");
    const id = `${field?.id}-error`;
    field?.setAttribute("aria-invalid", "true");
    field?.setAttribute("aria-describedby", id);
    block?.append(element("p", { class: "sb-error", role: "alert", id, text: error }));
  }
  const first = form.querySelector("[aria-invalid=true]");
  if (first instanceof HTMLElement) first.focus();
}
