// Small things that every pane needs of the document.

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/** @param {string} html made by our server, which escapes what people typed */
export function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/**
 * @param {string} tag
 * @param {Record<string, string | boolean>} attributes `text` is the content; false leaves one out
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") made.textContent = String(value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/**
 * Brings the children of `container` to `shown`, touching only those that changed.
 * @param {HTMLElement} container
 * @param {{ key: string, html: string }[]} shown
 * @returns {boolean} whether anything changed
 */
export function patch(container, shown) {
  const old = new Map([...container.children].map((child) => [child.getAttribute("data-key"), child]));
  let changed = false;
  for (const [index, { key, html }] of shown.entries()) {
    const present = container.children[index];
    if (present?.getAttribute("data-key") === key) continue;
    changed = true;
    const known = old.get(key);
    const made = known ?? /** @type {Element} */ (fragment(html).firstElementChild);
    made.setAttribute("data-key", key);
    container.insertBefore(made, present ?? null);
  }
  while (container.children.length > shown.length) {
    container.lastElementChild?.remove();
    changed = true;
  }
  return changed;
}

/** @param {string} name of what is remembered in this browser */
export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(`enishi.${name}`) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(`enishi.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing works all the same.
  }
}
