// A question before something that is hard to take back, and short messages at the edge of the page.

import { byId, element } from "./dom.js";
import { t } from "./texts.js";

/**
 * @param {{ title: string, text: string, yes: string, no?: string }} words
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, no = t("cancel") }) {
  const dialog = byId("ask");
  byId("ask-title").textContent = title;
  byId("ask-text").textContent = text;
  byId("ask-yes").textContent = yes;
  byId("ask-no").textContent = no;
  const box = /** @type {HTMLDialogElement} */ (dialog);
  box.returnValue = "no";
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener("close", () => resolve(box.returnValue === "yes"), { once: true });
  });
}

/**
 * @param {string} text
 * @param {"normal" | "bad"} tone
 */
export function toast(text, tone = "normal") {
  const shown = element("p", { class: `toast toast-${tone}`, text });
  const list = byId("toasts");
  list.append(shown);
  while (list.children.length > 3) list.firstElementChild?.remove();
  setTimeout(() => shown.remove(), 6_000);
}
