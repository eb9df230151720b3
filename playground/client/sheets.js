// The Sheets pane: open a list, see how it was read, import it, see what became of each row, take it back.

import { ask, toast } from "./ask.js";
import { byId, element } from "./dom.js";
import { get, post, Refused, upload } from "./http.js";
import { drawGrid } from "./sheets-grid.js";
import { startView } from "./sheets-start.js";
import { t } from "./texts.js";

const PAGE = 200;
const POLL_MS = 400;

/** @param {{ who: () => string, failed: (error: unknown) => void, progress: () => void }} parts */
export function startSheets({ who, failed, progress }) {
  const box = byId("sheets");
  /** @type {any} */
  let words = null;
  /** @type {any} */
  let list = null;
  /** @type {any[]} */
  let rows = [];
  let cursor = "";
  let filter = "";
  let poll = 0;

  async function begin() {
    clearTimeout(poll);
    list = null;
    try {
      words ??= await get("sheets/words");
    } catch (error) {
      return failed(error);
    }
    return box.replaceChildren(startView(words, open));
  }

  /** @param {{ example: string } | { file: Blob, name: string }} given */
  async function open(given) {
    box.setAttribute("aria-busy", "true");
    box.querySelector(".sheet-error")?.remove();
    const wait = element("p", { class: "sheet-wait", role: "status", text: t("sheet_opening") });
    box.prepend(wait);
    try {
      const view =
        "example" in given
          ? await post("sheets/example", { as: who(), file: given.example })
          : await upload("sheets/open", given.file, { as: who(), name: given.name });
      filter = "";
      await shown(view);
    } catch (error) {
      wait.remove();
      tell(error);
    } finally {
      box.removeAttribute("aria-busy");
    }
  }

  /** @param {any} view the import as the API tells it */
  async function shown(view) {
    list = view;
    if (["running", "undoing", "reading"].includes(view.state)) {
      draw();
      poll = window.setTimeout(again, POLL_MS);
      return;
    }
    await load();
    draw();
    if (view.state === "committed" || view.state === "undone") progress();
  }

  async function again() {
    if (!list) return;
    try {
      await shown(await get(`sheets/import/${list.importId}`, { as: who() }));
    } catch (error) {
      tell(error);
    }
  }

  async function load(more = false) {
    const query = {
      as: who(),
      limit: String(PAGE),
      ...(filter && { status: filter }),
      ...(more && { cursor }),
    };
    const page = await get(`sheets/import/${list.importId}/rows`, query);
    rows = more ? [...rows, ...page.rows] : page.rows;
    cursor = page.nextCursor ?? "";
  }

  function draw() {
    const busy = ["running", "undoing", "reading"].includes(list.state);
    box.replaceChildren(
      head(),
      ...(busy ? [bar()] : []),
      ...(busy ? [] : [filters()]),
      drawGrid({ list, rows, words, editable: list.state === "checked", more: cursor !== "" }),
    );
  }

  function head() {
    const { counts, state } = list;
    const facts = [
      t("sheet_rows", { count: counts.rows.toLocaleString() }),
      ...(list.encoding ? [t("sheet_encoding", { encoding: list.encoding.toUpperCase() })] : []),
      list.headerRow ? t("sheet_header", { row: list.headerRow }) : t("sheet_no_header"),
    ];
    const titles = {
      checked: "sheet_checked",
      committed: "sheet_done",
      undone: "sheet_undo",
      failed: "sheet_failed",
    };
    const made = { companies: counts.companies, sites: counts.sites, people: counts.people };
    const taken = { removed: counts.removed, restored: counts.restored, kept: counts.kept };
    return element("div", { class: "sheet-head" }, [
      element("div", { class: "sheet-name" }, [
        element("b", { text: list.fileName }),
        element(
          "span",
          { class: "chips" },
          facts.map((fact) => element("span", { class: "chip", text: fact })),
        ),
        ...(state === "committed"
          ? [element("p", { class: "sheet-good", text: t("sheet_customers", made) })]
          : []),
        ...(state === "undone"
          ? [element("p", { class: "sheet-good", text: t("sheet_undone", taken) })]
          : []),
      ]),
      element("div", { class: "sheet-acts" }, [
        ...(titles[/** @type {keyof typeof titles} */ (state)]
          ? [
              element("span", {
                class: `stamp stamp-${state}`,
                text: t(titles[/** @type {keyof typeof titles} */ (state)]),
              }),
            ]
          : []),
        ...(state === "checked"
          ? [
              element("button", {
                type: "button",
                class: "sb-button sb-primary",
                "data-do": "commit",
                disabled: counts.ready === 0,
                text: t("sheet_import", { count: counts.ready.toLocaleString() }),
              }),
            ]
          : []),
        ...(state === "committed"
          ? [
              element("button", {
                type: "button",
                class: "sb-button sb-danger",
                "data-do": "undo",
                text: t("sheet_undo"),
              }),
            ]
          : []),
        element("button", {
          type: "button",
          class: "sb-button",
          "data-do": "another",
          text: t("sheet_another"),
        }),
      ]),
    ]);
  }

  function bar() {
    const { total, applied, undone } = list.progress;
    const back = list.state === "undoing";
    const done = back ? undone : applied;
    const text =
      list.state === "reading"
        ? t("sheet_opening")
        : t(back ? "sheet_undoing" : "sheet_running", {
            applied: done.toLocaleString(),
            total: total.toLocaleString(),
          });
    return element("div", { class: "progress" }, [
      element("progress", { max: String(Math.max(total, 1)), value: String(done), "aria-label": text }),
      element("span", { text }),
    ]);
  }

  function filters() {
    const counted = Object.entries(words.outcomes).filter(([status]) => list.counts[status] > 0);
    return element("div", { class: "filters", role: "group" }, [
      ...[["", t("sheet_all")], ...counted].map(([status, label]) =>
        element(
          "button",
          {
            type: "button",
            class: `filter filter-${status || "all"}`,
            "data-filter": status ?? "",
            "aria-pressed": String(filter === status),
          },
          [
            element("span", { text: label ?? "" }),
            element("b", {
              text: Number(status === "" ? list.counts.rows : list.counts[String(status)]).toLocaleString(),
            }),
          ],
        ),
      ),
    ]);
  }

  /** @param {unknown} error */
  function tell(error) {
    if (!(error instanceof Refused)) return failed(error);
    const old = box.querySelector(".sheet-error");
    old?.remove();
    return box.prepend(element("p", { class: "sheet-error", role: "alert", text: error.message }));
  }

  /** @param {() => Promise<void>} work */
  async function doing(work) {
    box.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch (error) {
      tell(error);
    } finally {
      box.removeAttribute("aria-busy");
    }
  }

  box.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const act = /** @type {HTMLElement | null} */ (target.closest("[data-do]"))?.dataset.do;
    const picked = /** @type {HTMLElement | null} */ (target.closest("[data-filter]"));
    if (act === "another") begin();
    if (act === "commit") doing(() => carryOut("commit"));
    if (act === "undo") undo();
    if (act === "more") doing(() => load(true).then(draw));
    if (picked) {
      filter = String(picked.dataset.filter);
      doing(() => load().then(draw));
    }
  });

  /** @param {"commit" | "undo"} name */
  async function carryOut(name) {
    await post(`sheets/${name}`, { as: who(), importId: list.importId });
    filter = "";
    await again();
  }

  async function undo() {
    const sure = await ask({
      title: t("sheet_undo_title"),
      text: t("sheet_undo_text"),
      yes: t("sheet_undo"),
    });
    if (sure) doing(() => carryOut("undo"));
  }

  box.addEventListener("change", (event) => {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement) || select.dataset.column === undefined) return;
    const columns = Object.fromEntries(
      /** @type {HTMLSelectElement[]} */ ([...box.querySelectorAll("select[data-column]")])
        .filter((each) => each === select || each.dataset.corrected !== undefined)
        .map((each) => [String(each.dataset.column), each.value || null]),
    );
    select.dataset.corrected = "";
    doing(async () => {
      await shown(await post("sheets/columns", { as: who(), importId: list.importId, columns }));
      toast(t("sheet_columns_saved"));
    });
  });

  begin();
  return { changePerson() {}, startOver: begin };
}
