// Above the cells: what the list is, what can be done with it now, how far that is, and what became of its rows.

import { element, recall } from "./dom.js";
import { t } from "./texts.js";

/** @type {Record<string, string>} */
const STAMPS = {
  checked: "sheet_checked",
  committed: "sheet_done",
  undone: "sheet_undo",
  failed: "sheet_failed",
};

/** @param {any} list the import as the API tells it */
export function drawListHead(list) {
  const { kind, counts, state, encoding, headerRow } = list;
  const facts = [
    kind === "activities" || kind === "purchases" ? t(`sheet_kind_${kind}`) : null,
    t("sheet_rows", { count: counts.rows.toLocaleString() }),
    encoding ? t("sheet_encoding", { encoding: encoding.toUpperCase() }) : null,
    headerRow ? t("sheet_header", { row: headerRow }) : t("sheet_no_header"),
  ].filter((fact) => fact !== null);
  const outcome = { committed: t("sheet_customers", counts), undone: t("sheet_undone", counts) }[
    String(state)
  ];
  return element("div", { class: "sheet-head" }, [
    element("div", { class: "sheet-name" }, [
      element("b", { text: list.fileName }),
      element(
        "span",
        { class: "chips" },
        facts.map((fact) => element("span", { class: "chip", text: fact })),
      ),
      ...(outcome ? [element("p", { class: "sheet-good", text: outcome })] : []),
    ]),
    element("div", { class: "sheet-acts" }, [
      ...(STAMPS[state] ? [element("span", { class: `stamp stamp-${state}`, text: t(STAMPS[state]) })] : []),
      ...(state === "checked" ? [importButton(counts.ready)] : []),
      ...(state === "committed" ? [act("undo", "sb-danger", t("sheet_undo"))] : []),
      act("another", "", t("sheet_another")),
    ]),
  ]);
}

/** Asked once for a list, and kept with each customer of it. */
export function drawPurpose() {
  return element("div", { class: "purpose" }, [question("purpose"), question("source")]);
}

/** @param {"purpose" | "source"} name */
function question(name) {
  return element("label", {}, [
    element("span", { text: t(`sheet_${name}`) }),
    element("input", {
      type: "text",
      maxlength: "500",
      "data-asked": name,
      value: String(recall(`import.${name}`) ?? ""),
      placeholder: t(`sheet_${name}_hint`),
    }),
  ]);
}

/** @param {number} ready */
function importButton(ready) {
  const button = act("commit", "sb-primary", t("sheet_import", { count: ready.toLocaleString() }));
  button.toggleAttribute("disabled", ready === 0);
  return button;
}

/**
 * @param {string} what
 * @param {string} style
 * @param {string} text
 */
function act(what, style, text) {
  return element("button", { type: "button", class: `sb-button ${style}`, "data-do": what, text });
}

/** @param {any} list */
export function drawProgress({ state, progress: { total, applied, undone } }) {
  const done = state === "undoing" ? undone : applied;
  const key = { running: "sheet_running", undoing: "sheet_undoing" }[String(state)] ?? "sheet_opening";
  const text = t(key, { applied: done.toLocaleString(), total: total.toLocaleString() });
  return element("div", { class: "progress" }, [
    element("progress", { max: String(Math.max(total, 1)), value: String(done), "aria-label": text }),
    element("span", { text }),
  ]);
}

/**
 * @param {any} list
 * @param {{ outcomes: Record<string, string> }} words
 * @param {string} chosen the status whose rows are shown; empty for all
 */
export function drawFilters({ counts }, { outcomes }, chosen) {
  const present = Object.entries(outcomes).filter(([status]) => counts[status] > 0);
  const choices = [
    ["", t("sheet_all"), counts.rows],
    ...present.map(([status, label]) => [status, label, counts[status]]),
  ];
  return element(
    "div",
    { class: "filters", role: "group" },
    choices.map(([status, label, count]) =>
      element(
        "button",
        { type: "button", class: "filter", "data-filter": status, "aria-pressed": String(chosen === status) },
        [element("span", { text: label }), element("b", { text: count.toLocaleString() })],
      ),
    ),
  );
}
