// The cells of a list as a spreadsheet shows them, with what each column is taken for and what became of each row.

import { element } from "./dom.js";
import { t } from "./texts.js";

/**
 * @param {{ list: any, rows: any[], words: any, editable: boolean, more: boolean }} parts
 */
export function drawGrid({ list, rows, words, editable, more }) {
  const width = Math.max(list.columns.length, ...rows.map((row) => row.cells.length), 1);
  const columns = Array.from({ length: width }, (_, index) => list.columns[index] ?? null);
  const result = list.state !== "checked" || rows.some((row) => row.notes.length > 0);
  const table = element("table", { class: "grid" }, [
    element("thead", {}, [
      element("tr", { class: "letters" }, [
        element("th", { class: "corner", text: "" }),
        ...(result ? [element("th", { class: "result", scope: "col", text: t("sheet_result") })] : []),
        ...columns.map((_, index) => element("th", { scope: "col", text: letterOf(index) })),
      ]),
      element("tr", { class: "fields" }, [
        element("th", { class: "corner", text: "" }),
        ...(result ? [element("th", { class: "result", text: "" })] : []),
        ...columns.map((column, index) =>
          element("th", {}, column ? [fieldOf(column, index, { list, words, editable })] : []),
        ),
      ]),
    ]),
    element(
      "tbody",
      {},
      rows.map((row) => rowOf(row, list, width, result)),
    ),
  ]);
  return element("div", { class: "grid-box", tabindex: "0", role: "region", "aria-label": list.fileName }, [
    table,
    ...(more
      ? [
          element("button", {
            type: "button",
            class: "sb-button more",
            "data-do": "more",
            text: t("sheet_more"),
          }),
        ]
      : []),
  ]);
}

/**
 * @param {any} column
 * @param {number} index
 * @param {{ list: any, words: any, editable: boolean }} parts
 */
function fieldOf(column, index, { list, words, editable }) {
  const twice = list.columns.filter((/** @type {any} */ each) => each.column === column.column).length > 1;
  const label =
    words.fields.find((/** @type {any} */ each) => each.field === column.field)?.label ?? t("sheet_other");
  if (!editable) return element("span", { class: column.field ? "field" : "field field-other", text: label });
  const select = element(
    "select",
    {
      class: column.field ? "field" : "field field-other",
      "data-column": twice ? `#${index + 1}` : column.column,
      "aria-label": t("sheet_column", { column: column.column }),
      title: column.ask ? t("sheet_ask") : column.column,
    },
    [
      element("option", { value: "", text: t("sheet_other"), selected: column.field === null }),
      ...words.fields.map((/** @type {any} */ each) =>
        element("option", { value: each.field, text: each.label, selected: each.field === column.field }),
      ),
    ],
  );
  if (column.ask) select.classList.add("field-ask");
  return select;
}

/**
 * @param {any} row
 * @param {any} list
 * @param {number} width
 * @param {boolean} result
 */
function rowOf(row, list, width, result) {
  const header = row.row === list.headerRow;
  return element("tr", { class: `row-${row.status}${header ? " row-header" : ""}` }, [
    element("th", { scope: "row", text: String(row.row) }),
    ...(result
      ? [
          element("td", { class: "result" }, [
            ...(list.state === "checked" && row.status === "ready"
              ? []
              : [element("span", { class: `mark mark-${row.status}`, text: row.statusText })]),
            ...row.notes.map((/** @type {string} */ note) => element("small", { text: note })),
          ]),
        ]
      : []),
    ...Array.from({ length: width }, (_, index) => element("td", { text: drawable(row.cells[index] ?? "") })),
  ]);
}

/** @param {number} index */
function letterOf(index) {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/**
 * The web font comes in many small files, and none of them holds both ﾊ and ﾞ: drawn as one they would be a box. A word
 * joiner, which nobody sees, lets them be drawn one after the other.
 * @param {string} text
 */
function drawable(text) {
  return text.replace(/([\uff66-\uff9d])([\uff9e\uff9f])/g, "$1\u2060$2");
}
