// Selects whose choices the app suggests while one types: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { element } from "./dom.js";
import { t } from "./texts.js";

const PAUSE_MS = 200;

/**
 * @param {HTMLElement} box
 * @param {{ suggest: (field: HTMLElement, query: string) => Promise<any[]>, chosen: (field: HTMLElement) => void }} parts
 */
export function startCombos(box, { suggest, chosen }) {
  let timer = 0;
  let turn = 0;

  box.addEventListener("input", (event) => {
    const field = comboOf(event);
    if (!field) return;
    field.dataset.value = "";
    clearTimeout(timer);
    timer = window.setTimeout(() => look(field), PAUSE_MS);
  });
  box.addEventListener("focusin", (event) => {
    const field = comboOf(event);
    if (field && field.dataset.value === "") look(field);
  });
  box.addEventListener("focusout", (event) => {
    const field = comboOf(event);
    if (field) setTimeout(() => close(field), 150);
  });
  box.addEventListener("pointerdown", (event) => {
    const option = /** @type {HTMLElement} */ (event.target).closest("[role=option][data-value]");
    const field = option?.closest(".sb-combo")?.querySelector("[role=combobox]");
    if (!(option instanceof HTMLElement) || !(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    pick(field, option);
  });
  box.addEventListener("keydown", (event) => {
    const field = comboOf(event);
    if (!field || event.isComposing) return;
    const options = /** @type {HTMLElement[]} */ ([
      ...listOf(field).querySelectorAll("[role=option][data-value]"),
    ]);
    const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? Math.min(at + 1, options.length - 1) : Math.max(at - 1, 0);
      for (const [index, option] of options.entries()) {
        option.setAttribute("aria-selected", String(index === next));
      }
      const active = options[next];
      active?.scrollIntoView({ block: "nearest" });
      if (active) field.setAttribute("aria-activedescendant", active.id);
    }
    if (event.key === "Enter" && options[at]) {
      event.preventDefault();
      pick(field, options[at]);
    }
    if (event.key === "Backspace" && field.value === "") {
      const chips = field.closest(".sb-combo")?.querySelectorAll("[data-chip]");
      chips?.[chips.length - 1]?.remove();
    }
    if (event.key === "Escape" && !listOf(field).hidden) {
      event.preventDefault();
      close(field);
    }
  });

  /** @param {HTMLInputElement} field */
  async function look(field) {
    const query = field.value.trim();
    const least = Number(field.dataset.min ?? 3);
    if (query.length < least) return open(field, [note(t("type_more", { count: least }))]);
    turn += 1;
    const mine = turn;
    open(field, [note(t("searching"))]);
    const options = await suggest(field, query);
    if (mine !== turn || document.activeElement !== field) return undefined;
    const list = listOf(field);
    return open(
      field,
      options.length === 0
        ? [note(t("none_found"))]
        : options.map((option, index) =>
            element(
              "li",
              {
                role: "option",
                id: `${list.id}-${index}`,
                "data-value": option.value,
                "aria-selected": "false",
              },
              [
                element("span", { text: option.text.text }),
                ...(option.description ? [element("small", { text: option.description.text })] : []),
              ],
            ),
          ),
    );
  }

  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} option
   */
  function pick(field, option) {
    const label = option.querySelector("span")?.textContent ?? "";
    const combo = /** @type {HTMLElement} */ (field.closest(".sb-combo"));
    if (combo.classList.contains("sb-many")) {
      const value = String(option.dataset.value);
      const known = combo.querySelector(`[data-chip="${CSS.escape(value)}"]`);
      const remove = String(combo.dataset.remove);
      if (!known) {
        field.before(
          element("button", {
            type: "button",
            class: "sb-chip",
            "data-chip": value,
            "aria-label": `${label} ${remove}`,
            text: label,
          }),
        );
      }
      field.value = "";
    } else {
      field.dataset.value = option.dataset.value;
      field.value = label;
    }
    close(field);
    chosen(field);
  }

  box.addEventListener("click", (event) => {
    const chip = /** @type {HTMLElement} */ (event.target).closest("[data-chip]");
    const field = chip?.closest(".sb-combo")?.querySelector("[role=combobox]");
    if (!chip || !(field instanceof HTMLInputElement)) return;
    chip.remove();
    field.focus();
    chosen(field);
  });
}

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement[]} items
 */
function open(field, items) {
  const list = listOf(field);
  list.replaceChildren(...items);
  list.hidden = false;
  field.setAttribute("aria-expanded", "true");
}

/** @param {HTMLElement} field */
function close(field) {
  listOf(field).hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

/** @param {string} text */
function note(text) {
  return element("li", { class: "sb-note", role: "option", "aria-disabled": "true", text });
}

/** @param {Event} event */
function comboOf(event) {
  const field = /** @type {HTMLElement} */ (event.target);
  return field instanceof HTMLInputElement && field.getAttribute("role") === "combobox" ? field : null;
}

/** @param {HTMLElement} field */
function listOf(field) {
  return /** @type {HTMLElement} */ (field.parentElement?.querySelector("[role=listbox]"));
}
