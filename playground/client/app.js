// Puts the page together: panes, tabs, guide, live changes.

import { ask, toast } from "./ask.js";
import { byId, recall, remember } from "./dom.js";
import { startGmail } from "./gmail.js";
import { startGuide } from "./guide.js";
import { Outdated, post, Refused } from "./http.js";
import { startSheets } from "./sheets.js";
import { startSlack } from "./slack.js";
import { t } from "./texts.js";

const desk = /** @type {HTMLElement} */ (document.querySelector(".desk"));
const names = ["slack", "gmail", "sheets"];

const guide = startGuide({ show });
const panes = {
  slack: startSlack({ who: () => who("slack"), failed, progress: guide.check, noticed: () => mark("slack") }),
  gmail: startGmail({ who: () => who("gmail"), failed, opened: guide.mailOpened }),
  sheets: startSheets({ who: () => who("sheets"), failed, progress: guide.check }),
};

/** @param {string} name */
function who(name) {
  return /** @type {HTMLSelectElement} */ (document.querySelector(`[data-who="${name}"]`)).value;
}

for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (document.querySelectorAll("[data-who]"))) {
  const name = String(select.dataset.who);
  const known = recall(`who.${name}`);
  if ([...select.options].some((option) => option.value === known)) select.value = known;
  select.addEventListener("change", () => {
    remember(`who.${name}`, select.value);
    panes[/** @type {keyof typeof panes} */ (name)].changePerson();
  });
}

/** @param {string} name the pane that has the screen (narrow) or all the room (wide) */
function show(name) {
  desk.dataset.shown = name;
  for (const each of names) {
    const tab = byId(`tab-${each}`);
    tab.setAttribute("aria-selected", String(each === name));
    tab.tabIndex = each === name ? 0 : -1;
  }
  /** @type {HTMLElement} */ (byId(`tab-${name}`).querySelector(".dot")).hidden = true;
  if (desk.dataset.wide && desk.dataset.wide !== name) widen(name, true);
}

/** @param {string} name of a pane with something new */
function mark(name) {
  const hidden = byId(`pane-${name}`).offsetParent === null;
  /** @type {HTMLElement} */ (byId(`tab-${name}`).querySelector(".dot")).hidden = !hidden;
}

const tabs = /** @type {HTMLElement} */ (document.querySelector(".tabs"));
tabs.addEventListener("click", (event) => {
  const tab = /** @type {HTMLElement} */ (event.target).closest("[role=tab]");
  if (tab) show(tab.id.replace("tab-", ""));
});
tabs.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const at = names.indexOf(String(desk.dataset.shown));
  const next = names[(at + step + names.length) % names.length] ?? "slack";
  show(next);
  byId(`tab-${next}`).focus();
});

/**
 * @param {string} name
 * @param {boolean} wide
 */
function widen(name, wide) {
  if (wide) desk.dataset.wide = name;
  else delete desk.dataset.wide;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-expand]"))) {
    const on = wide && button.dataset.expand === name;
    button.setAttribute("aria-pressed", String(on));
    button.setAttribute("aria-label", t(on ? "shrink" : "expand"));
    button.title = t(on ? "shrink" : "expand");
  }
}
desk.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("[data-expand]");
  if (!(button instanceof HTMLElement)) return;
  widen(String(button.dataset.expand), button.getAttribute("aria-pressed") !== "true");
});

byId("reset").addEventListener("click", async () => {
  const sure = await ask({ title: t("reset_title"), text: t("reset_text"), yes: t("reset_yes") });
  if (!sure) return;
  toast(t("resetting"));
  try {
    await post("reset", {});
    guide.clear();
    for (const pane of Object.values(panes)) pane.startOver();
    toast(t("reset_done"));
  } catch (error) {
    failed(error);
  }
});

/** @param {unknown} error */
function failed(error) {
  if (error instanceof Outdated) return location.reload();
  toast(error instanceof Refused ? error.message : t("failed"), "bad");
  return undefined;
}

let lost = false;
const changes = new EventSource("/playground/changes");
changes.addEventListener("message", () => {
  if (lost) toast(t("back_online"));
  lost = false;
  panes.slack.refresh();
});
changes.addEventListener("error", () => {
  if (!lost) toast(t("offline"), "bad");
  lost = true;
});
addEventListener("beforeunload", () => changes.close());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => panes.slack.refresh());
