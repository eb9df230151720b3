// What was entered into the form fields of a card, by their names.

/**
 * @param {HTMLElement} card
 * @returns {Record<string, string[]>}
 */
export function readCardInputs(card) {
  /** @type {Record<string, string[]>} */
  const inputs = {};
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (
    card.querySelectorAll("input[name], select[name], textarea[name]")
  )) {
    const known = inputs[field.name] ?? [];
    if (field.type === "checkbox" || field.type === "radio") {
      inputs[field.name] = field.checked ? [...known, field.value] : known;
    } else if (field.value !== "") {
      inputs[field.name] = [...known, field.value];
    }
  }
  return Object.fromEntries(Object.entries(inputs).filter(([, values]) => values.length > 0));
}
