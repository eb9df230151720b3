// What a person entered into the fields of a message or modal, in the shape that the pretend Slack takes.

/**
 * @param {HTMLElement} field an element with data-el
 * @returns {string | string[] | null}
 */
export function readEntered(field) {
  const type = String(field.dataset.el);
  if (type === "checkboxes") return ticked(field);
  if (type === "radio_buttons") return ticked(field)[0] ?? null;
  if (field.getAttribute("role") === "combobox") {
    return type.startsWith("multi_")
      ? chipsOf(field).map((chip) => String(chip.dataset.chip))
      : field.dataset.value || null;
  }
  if (field instanceof HTMLSelectElement && field.multiple) {
    return [...field.selectedOptions].map((option) => option.value);
  }
  const { value } = /** @type {HTMLInputElement} */ (field);
  if (value === "") return null;
  // A wall time of the workspace, which is in Japan.
  if (type === "datetimepicker") return String(Date.parse(`${value}:00+09:00`) / 1000);
  return value;
}

/**
 * @param {HTMLElement} holder a message or a view
 * @returns {Record<string, Record<string, string | string[] | null>>}
 */
export function readValues(holder) {
  /** @type {Record<string, Record<string, string | string[] | null>>} */
  const values = {};
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (holder.querySelectorAll("[data-el]"))) {
    const block = /** @type {HTMLElement | null} */ (field.closest("[data-block]"))?.dataset.block;
    if (!block) continue;
    values[block] = { ...values[block], [String(field.dataset.actionId)]: readEntered(field) };
  }
  return values;
}

/**
 * Puts back what was entered when a view is drawn anew. Fields that have another id now keep what the app gave them.
 * @param {HTMLElement} holder
 * @param {Record<string, Record<string, string | string[] | null>>} values
 */
export function fillIn(holder, values) {
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (holder.querySelectorAll("[data-el]"))) {
    const block = String(/** @type {HTMLElement | null} */ (field.closest("[data-block]"))?.dataset.block);
    const kept = values[block]?.[String(field.dataset.actionId)];
    if (kept === undefined || field.getAttribute("role") === "combobox") continue;
    const many = Array.isArray(kept) ? kept : kept === null ? [] : [kept];
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (field.querySelectorAll("input"))) {
      box.checked = many.includes(box.value);
    }
    if (field instanceof HTMLSelectElement) {
      for (const option of field.options) option.selected = many.includes(option.value);
    } else if ("value" in field && field.dataset.el !== "datetimepicker") {
      field.value = many[0] ?? "";
    }
  }
}

/** @param {HTMLElement} field */
function ticked(field) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...field.querySelectorAll("input:checked")]);
  return boxes.map((box) => box.value);
}

/**
 * The chosen ones of a combobox that takes several.
 * @param {HTMLElement} field
 * @returns {HTMLElement[]}
 */
function chipsOf(field) {
  return [...(field.closest(".sb-combo")?.querySelectorAll("[data-chip]") ?? [])].map(
    (chip) => /** @type {HTMLElement} */ (chip),
  );
}

/**
 * Moves what was chosen in comboboxes over to the same view drawn anew: only the page knows its words.
 * @param {HTMLElement} from
 * @param {HTMLElement} to
 */
export function carryCombos(from, to) {
  for (const fresh of /** @type {NodeListOf<HTMLInputElement>} */ (to.querySelectorAll("[role=combobox]"))) {
    const block = /** @type {HTMLElement | null} */ (fresh.closest("[data-block]"))?.dataset.block ?? "";
    const old = from.querySelector(
      `[data-block="${CSS.escape(block)}"] [role=combobox][data-action-id="${CSS.escape(String(fresh.dataset.actionId))}"]`,
    );
    if (!(old instanceof HTMLInputElement)) continue;
    fresh.value = old.value;
    fresh.dataset.value = old.dataset.value;
    for (const chip of chipsOf(fresh)) chip.remove();
    fresh.before(...chipsOf(old));
  }
}
