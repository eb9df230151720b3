// The Sheets pane: open a list, see how it was read, import it, see what became of each row, take it back.

import { ask, toast } from "./ask.js";
import { byId, element, remember } from "./dom.js";
import { get, post, Refused, upload } from "./http.js";
import { drawGrid } from "./sheets-grid.js";
import { drawFilters, drawListHead, drawProgress, drawPurpose } from "./sheets-head.js";
import { answerOf, drawReview } from "./sheets-review.js";
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
  /** @type {any} */
  let review = null;
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
    await loadReview();
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

  /** What people are asked about the rows of this list, while there is something to ask. */
  async function loadReview() {
    const asks = list.state === "committed" && list.counts.review > 0;
    review = asks ? await get(`sheets/import/${list.importId}/pairs`, { as: who() }) : null;
  }

  /** @param {{ aId: string, bId: string, answer: string, alsoSameReason: boolean }} answer */
  async function decide(answer) {
    const { rest, isNew } = await post("sheets/decide", { as: who(), ...answer });
    toast(t(isNew ? `review_done_${answer.answer}` : "review_before", { count: rest }));
    await load();
    await loadReview();
    draw();
  }

  function draw() {
    const busy = ["running", "undoing", "reading"].includes(list.state);
    box.replaceChildren(
      drawListHead(list),
      ...(busy ? [drawProgress(list)] : []),
      ...(list.state === "checked" ? [drawPurpose()] : []),
      ...(review?.total > 0 ? [drawReview(review)] : []),
      ...(busy ? [] : [drawFilters(list, words, filter)]),
      drawGrid({ list, rows, words, editable: list.state === "checked", more: cursor !== "" }),
    );
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
    const answer = answerOf(target);
    if (answer) doing(() => decide(answer));
    if (act === "more") doing(() => load(true).then(draw));
    if (picked) {
      filter = String(picked.dataset.filter);
      doing(() => load().then(draw));
    }
  });

  /** @param {"commit" | "undo"} name */
  async function carryOut(name) {
    const asked = name === "commit" ? askedOf() : {};
    await post(`sheets/${name}`, { as: who(), importId: list.importId, ...asked });
    filter = "";
    await again();
  }

  /** Purpose of use and source, remembered for the next list. */
  function askedOf() {
    const inputs = /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input[data-asked]")]);
    const given = Object.fromEntries(
      inputs.map((input) => [String(input.dataset.asked), input.value.trim()]),
    );
    for (const [name, value] of Object.entries(given)) remember(`import.${name}`, value);
    return given;
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
