// Where a list comes from: a sample, a file, or cells that were copied.

import { element } from "./dom.js";
import { t } from "./texts.js";

/**
 * @param {{ examples: { file: string, title: string, about: string }[] }} words
 * @param {(given: { example: string } | { file: Blob, name: string }) => void} open
 */
export function startView({ examples }, open) {
  const paste = /** @type {HTMLTextAreaElement} */ (
    element("textarea", {
      rows: "3",
      id: "sheet-paste",
      placeholder: t("sheet_paste_hint"),
      spellcheck: "false",
    })
  );
  const file = /** @type {HTMLInputElement} */ (
    element("input", { type: "file", id: "sheet-file", class: "sr", accept: ".csv,.tsv,.txt,.xlsx,.xlsm" })
  );
  const drop = element("label", { class: "drop", for: "sheet-file" }, [
    element("span", { class: "sb-button", text: t("sheet_file") }),
    element("small", { text: t("sheet_drop") }),
  ]);
  const pasteButton = element("button", { type: "button", class: "sb-button", text: t("sheet_paste_open") });
  const view = element("div", { class: "sheet-start" }, [
    element("h3", { text: t("sheet_title") }),
    element("p", { class: "lead", text: t("sheet_lead") }),
    element("p", { class: "sheet-label", id: "sheet-examples", text: t("sheet_examples") }),
    element("div", { class: "samples", role: "group", "aria-labelledby": "sheet-examples" }, [
      ...examples.map((each) =>
        element("button", { type: "button", class: "sample", "data-example": each.file }, [
          element("b", { text: each.title }),
          element("small", { text: each.about }),
        ]),
      ),
    ]),
    element("div", { class: "own-list" }, [
      element("div", {}, [file, drop]),
      element("div", { class: "paste" }, [
        element("label", { class: "sheet-label", for: "sheet-paste", text: t("sheet_paste") }),
        paste,
        pasteButton,
      ]),
    ]),
  ]);

  view.addEventListener("click", (event) => {
    const sample = /** @type {HTMLElement} */ (event.target).closest("[data-example]");
    if (sample instanceof HTMLElement) open({ example: String(sample.dataset.example) });
  });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) open({ file: chosen, name: chosen.name });
    file.value = "";
  });
  pasteButton.addEventListener("click", () => {
    if (paste.value.trim() === "") return paste.focus();
    return open({ file: new Blob([paste.value]), name: t("sheet_pasted_name") });
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("is-over", kind === "dragover");
      const [dropped] = kind === "drop" ? /** @type {DragEvent} */ (event.dataTransfer?.files ?? []) : [];
      if (dropped) open({ file: dropped, name: dropped.name });
    });
  }
  return view;
}
