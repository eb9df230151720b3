// Three things to try, which tick themselves off when they have been done.

import { toast } from "./ask.js";
import { byId, recall, remember } from "./dom.js";
import { get } from "./http.js";
import { t } from "./texts.js";

/** @param {{ show: (pane: string) => void }} parts */
export function startGuide({ show }) {
  const box = byId("guide");
  const toggle = byId("guide-toggle");
  /** @type {Record<string, boolean>} */
  let done = recall("guide") ?? {};
  const steps = /** @type {HTMLElement[]} */ ([...box.querySelectorAll("[data-step]")]);

  function draw() {
    for (const step of steps) {
      const ticked = done[String(step.dataset.step)] === true;
      step.classList.toggle("is-done", ticked);
      /** @type {HTMLElement} */ (step.querySelector("[data-done]")).hidden = !ticked;
    }
    byId("guide-count").textContent = `${steps.filter((step) => done[String(step.dataset.step)]).length}/3`;
  }

  /** @param {string} step */
  function tick(step) {
    if (done[step]) return;
    done = { ...done, [step]: true };
    remember("guide", done);
    draw();
    if (steps.every((each) => done[String(each.dataset.step)])) toast(t("all_done"));
  }

  /** @param {boolean} open */
  function open(open) {
    box.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    remember("guide.open", open);
  }

  toggle.addEventListener("click", () => open(box.hidden));
  box.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-go]");
    if (!(button instanceof HTMLElement)) return;
    const place = { import: "sheets", command: "slack", mail: "gmail" }[String(button.dataset.go)] ?? "slack";
    show(place);
    byId(`pane-${place}`).focus({ preventScroll: true });
    byId(`pane-${place}`).scrollIntoView({ block: "nearest" });
    if (place === "slack") {
      const line = /** @type {HTMLTextAreaElement} */ (byId("line"));
      if (line.value === "") line.value = "/crm 田中商事でんわ　来週火曜に見積";
      line.focus();
    }
  });
  open(recall("guide.open") ?? true);
  draw();
  check();

  /** Asks the record what has been done. */
  async function check() {
    const told = await get("guide").catch(() => null);
    if (told?.command) tick("command");
    if (told?.import) tick("import");
  }

  return {
    check,
    mailOpened: () => tick("mail"),
    clear() {
      done = {};
      remember("guide", done);
      draw();
    },
  };
}
