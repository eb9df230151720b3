// The Slack pane: what a person sees, and what they do with it.

import { ask, toast } from "./ask.js";
import { byId, element, fragment, patch, recall, remember } from "./dom.js";
import { get, post } from "./http.js";
import { startCombos } from "./slack-combo.js";
import { startComposer } from "./slack-composer.js";
import { carryCombos, fillIn, readEntered, readValues } from "./slack-values.js";
import { t } from "./texts.js";

/** @param {{ who: () => string, failed: (error: unknown) => void, progress: () => void, noticed: () => void }} parts */
export function startSlack({ who, failed, progress, noticed }) {
  const box = byId("slack");
  const messages = byId("messages");
  const layer = byId("modal-layer");
  let conversation = recall("slack.conversation") ?? "";
  let tab = "messages";
  let told = -1;
  let asking = false;
  let again = false;
  /** @type {Record<string, string>} */
  let seen = {};
  /** @type {any} */
  let picture = null;

  async function refresh() {
    again = asking;
    if (asking) return;
    asking = true;
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    try {
      picture = await get("slack", { as: who(), conversation, theme });
      draw();
    } catch (error) {
      if (!(error instanceof TypeError)) failed(error);
    } finally {
      asking = false;
      if (again) refresh();
    }
  }

  function draw() {
    conversation = picture.open;
    const here = picture.conversations.find((/** @type {any} */ each) => each.id === conversation);
    drawChannels();
    drawHead(here);
    const home = here?.kind === "dm" && tab === "home";
    composer.hide(home);
    const low = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80;
    const before = messages.childElementCount;
    const shown = home ? [picture.home] : picture.messages;
    const empty = { key: "empty", html: `<p class="quiet"></p>` };
    const changed = patch(messages, shown.length > 0 ? shown : [empty]);
    if (shown.length === 0) /** @type {HTMLElement} */ (messages.firstElementChild).textContent = t("empty");
    if (changed && (low || before === 0) && !home) messages.scrollTop = messages.scrollHeight;
    drawModal();
    if (told >= 0) for (const notice of picture.notices.slice(told)) toast(notice, "bad");
    told = picture.notices.length;
    if (changed && before > 0) progress();
  }

  function drawChannels() {
    const nav = byId("channels");
    const groups = [
      ["channels", picture.conversations.filter((/** @type {any} */ each) => each.kind === "channel")],
      ["apps", picture.conversations.filter((/** @type {any} */ each) => each.kind === "dm")],
    ];
    for (const each of picture.conversations) {
      if (each.id === conversation && !(tab === "home" && each.kind === "dm")) seen[each.id] = each.last;
      seen[each.id] ??= each.last;
    }
    const unread = picture.conversations.filter(
      (/** @type {any} */ each) => each.last !== "" && each.last !== seen[each.id],
    );
    if (unread.length > 0) noticed();
    nav.replaceChildren(
      ...groups.map(([name, list]) =>
        element("div", { class: "channel-group" }, [
          element("p", { class: "channel-title", text: t(name) }),
          ...list.map((/** @type {any} */ each) =>
            element(
              "button",
              {
                type: "button",
                class: `channel channel-${each.kind}`,
                "data-channel": each.id,
                "aria-current": each.id === conversation ? "true" : false,
              },
              [
                element("span", {
                  class: "channel-sign",
                  "aria-hidden": "true",
                  text: each.kind === "dm" ? "縁" : "#",
                }),
                element("span", { class: "channel-name", text: each.name }),
                ...(unread.includes(each) ? [element("span", { class: "unread", text: t("unread") })] : []),
              ],
            ),
          ),
        ]),
      ),
    );
  }

  /** @param {any} here */
  function drawHead(here) {
    const head = byId("talk-head");
    const key = `${here?.id}:${tab}`;
    if (head.dataset.key === key) return;
    head.dataset.key = key;
    const tabs = ["home", "messages"].map((name) =>
      element("button", {
        type: "button",
        class: "talk-tab",
        "data-tab": name,
        "aria-pressed": String(tab === name),
        text: t(name),
      }),
    );
    head.replaceChildren(
      element("b", { text: here?.kind === "dm" ? here.name : `# ${here?.name}` }),
      ...(here?.kind === "dm" ? [element("span", { class: "talk-tabs" }, tabs)] : []),
      element("small", { text: t(here?.kind === "dm" ? "dm_hint" : "channel_hint") }),
    );
  }

  function drawModal() {
    const modal = picture.modal;
    const present = /** @type {HTMLElement | null} */ (layer.firstElementChild);
    if (!modal) {
      if (!present) return;
      layer.hidden = true;
      layer.replaceChildren();
      for (const each of box.querySelectorAll("[inert]")) each.removeAttribute("inert");
      composer.focus();
      return;
    }
    if (present?.dataset.key === modal.key) return;
    const kept = present && present.dataset.view === modal.id ? readValues(present) : null;
    const focused = present?.contains(document.activeElement) ? document.activeElement?.id : null;
    const form = /** @type {HTMLElement} */ (fragment(modal.html).firstElementChild);
    form.dataset.key = modal.key;
    if (kept) fillIn(form, kept);
    if (kept && present) carryCombos(present, form);
    layer.replaceChildren(form);
    layer.hidden = false;
    for (const each of [byId("channels"), byId("talk-head"), messages, byId("composer")])
      each.setAttribute("inert", "");
    const first =
      form.querySelector("[aria-invalid=true], [data-focus]") ??
      form.querySelector(".modal-body :is(input, textarea, select, button)") ??
      form.querySelector("button[type=submit], button");
    const target = (focused && document.getElementById(focused)) || first;
    if (target instanceof HTMLElement) target.focus({ preventScroll: present !== null });
  }

  /** @param {Element} acted */
  function placeOf(acted) {
    const message = /** @type {HTMLElement | null} */ (acted.closest("[data-ts]"));
    const view = /** @type {HTMLElement | null} */ (acted.closest("[data-view]"));
    const holder = message ?? view ?? box;
    const block = /** @type {HTMLElement | null} */ (acted.closest("[data-block]"));
    return {
      as: who(),
      ...(message
        ? { messageRef: { channelId: String(message.dataset.channel), ts: String(message.dataset.ts) } }
        : { viewId: String(view?.dataset.view) }),
      ...(block && { blockId: block.dataset.block }),
      actionId: String(/** @type {HTMLElement} */ (acted).dataset.actionId),
      values: readValues(holder),
    };
  }

  /** @param {HTMLElement} button */
  async function press(button) {
    const asked = button.dataset.confirm ? JSON.parse(button.dataset.confirm) : null;
    if (asked && !(await ask({ title: asked.title, text: asked.text, yes: asked.confirm, no: asked.deny })))
      return;
    button.closest("details")?.removeAttribute("open");
    button.setAttribute("aria-busy", "true");
    try {
      await post("slack/action", {
        ...placeOf(button),
        ...(button.dataset.value !== undefined && { value: button.dataset.value }),
      });
      await refresh();
    } catch (error) {
      failed(error);
      refresh();
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  box.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const channel = /** @type {HTMLElement | null} */ (target.closest("[data-channel].channel"));
    if (channel) return openConversation(String(channel.dataset.channel));
    const picked = /** @type {HTMLElement | null} */ (target.closest("[data-tab]"));
    if (picked) return openTab(String(picked.dataset.tab));
    const acted = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
    if (acted?.dataset.act === "press") press(acted);
    if (acted?.dataset.act === "close-view") closeModal();
    return undefined;
  });

  box.addEventListener("change", async (event) => {
    const acted = /** @type {HTMLElement} */ (event.target).closest("[data-act=change]");
    if (!(acted instanceof HTMLElement) || acted.getAttribute("role") === "combobox") return;
    sendChange(acted);
  });

  /** @param {HTMLElement} acted */
  async function sendChange(acted) {
    try {
      await post("slack/action", { ...placeOf(acted), value: readEntered(acted) });
      await refresh();
    } catch (error) {
      failed(error);
    }
  }

  startCombos(box, {
    suggest: (acted, query) =>
      post("slack/suggest", { ...placeOf(acted), query }).then(
        ({ options }) => options,
        () => [],
      ),
    chosen: (acted) => acted.dataset.act === "change" && sendChange(acted),
  });

  /** @param {string} id */
  async function openConversation(id) {
    conversation = id;
    remember("slack.conversation", id);
    messages.replaceChildren();
    await refresh();
    composer.focus();
  }

  /** @param {string} name */
  async function openTab(name) {
    tab = name;
    messages.replaceChildren();
    draw();
    if (name !== "home") return;
    await post("slack/home", { as: who() }).catch(failed);
    refresh();
  }

  async function closeModal() {
    const form = /** @type {HTMLElement | null} */ (layer.firstElementChild);
    if (!form) return;
    await post("slack/close", { as: who(), viewId: String(form.dataset.view) }).catch(failed);
    refresh();
  }

  layer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    closeModal();
  });

  layer.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLElement} */ (event.target);
    const button = form.querySelector("button[type=submit]");
    button?.setAttribute("aria-busy", "true");
    try {
      const { outcome, errors } = await post("slack/submit", {
        as: who(),
        viewId: String(form.dataset.view),
        values: readValues(form),
      });
      if (outcome === "incomplete") showErrors(form, errors);
      else await refresh();
      if (outcome === "closed" || outcome === "cleared") progress();
    } catch (error) {
      failed(error);
    } finally {
      button?.removeAttribute("aria-busy");
    }
  });

  const composer = startComposer({
    send: async (text) => {
      await post("slack/command", { as: who(), channelId: conversation, text });
      messages.scrollTop = messages.scrollHeight;
      await refresh();
      messages.scrollTop = messages.scrollHeight;
    },
    failed,
  });
  refresh();

  return {
    refresh,
    changePerson() {
      seen = {};
      told = -1;
      conversation = "";
      tab = "messages";
      messages.replaceChildren();
      refresh();
    },
    startOver() {
      seen = {};
      told = -1;
      tab = "messages";
      messages.replaceChildren();
      refresh();
    },
  };
}

/**
 * @param {HTMLElement} form
 * @param {Record<string, string>} errors by block
 */
function showErrors(form, errors) {
  for (const old of form.querySelectorAll(".sb-error")) old.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const [blockId, error] of Object.entries(errors)) {
    const block = form.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
    const field = block?.querySelector("[data-el]");
    field?.setAttribute("aria-invalid", "true");
    const id = `${field?.id}-error`;
    field?.setAttribute("aria-describedby", id);
    block?.append(element("p", { class: "sb-error", role: "alert", id, text: error }));
  }
  const first = form.querySelector("[aria-invalid=true]");
  if (first instanceof HTMLElement) first.focus();
}
