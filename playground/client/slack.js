// The Slack pane: what a person sees, and what they do with it.

import { ask, toast } from "./ask.js";
import { byId, patch, recall, remember } from "./dom.js";
import { get, post } from "./http.js";
import { startCombos } from "./slack-combo.js";
import { startComposer } from "./slack-composer.js";
import { drawModal, showErrors } from "./slack-modal.js";
import { createReadMarks, drawHeading, drawSidebar } from "./slack-sidebar.js";
import { readEntered, readValues } from "./slack-values.js";
import { t } from "./texts.js";

/** @param {{ who: () => string, failed: (error: unknown) => void, progress: () => void, noticed: () => void }} parts */
export function startSlack({ who, failed, progress, noticed }) {
  const box = byId("slack");
  const messages = byId("messages");
  const layer = byId("modal-layer");
  let conversation = recall("slack.conversation") ?? "";
  let tab = "messages";
  let noticesTold = -1;
  let asking = false;
  let again = false;
  const markRead = createReadMarks();
  /** @type {any} */
  let picture = null;

  async function refresh() {
    again = asking;
    if (asking) return;
    asking = true;
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const person = who();
    const asked = conversation;
    try {
      const told = await get("slack", { as: person, conversation: asked, theme });
      // Somebody else sits there now, or went on to another conversation: what was asked for is nothing to them.
      if (person === who() && asked === conversation) draw(told);
    } catch (error) {
      if (!(error instanceof TypeError)) failed(error);
    } finally {
      asking = false;
      if (again) refresh();
    }
  }

  /** @param {any} told what the person sees now */
  function draw(told) {
    picture = told;
    conversation = picture.open;
    const here = picture.conversations.find((/** @type {any} */ each) => each.id === conversation);
    const home = here?.kind === "dm" && tab === "home";
    const unread = markRead(who(), picture.conversations, home ? null : conversation);
    if (unread.length > 0) noticed();
    drawSidebar(picture.conversations, conversation, unread);
    drawHeading(here, tab);
    composer.hide(home);
    const low = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 80;
    const before = messages.childElementCount;
    const shown = home ? [picture.home] : picture.messages;
    const empty = { key: "empty", html: `<p class="quiet"></p>` };
    const changed = patch(messages, shown.length > 0 ? shown : [empty]);
    if (shown.length === 0) /** @type {HTMLElement} */ (messages.firstElementChild).textContent = t("empty");
    if (changed && (low || before === 0) && !home) messages.scrollTop = messages.scrollHeight;
    if (drawModal(picture.modal)) composer.focus();
    if (noticesTold >= 0) for (const notice of picture.notices.slice(noticesTold)) toast(notice, "bad");
    noticesTold = picture.notices.length;
    if (changed && before > 0) progress();
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
    draw(picture);
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
      noticesTold = -1;
      tab = "messages";
      byId("channels").replaceChildren();
      messages.replaceChildren();
      refresh();
    },
    startOver() {
      noticesTold = -1;
      tab = "messages";
      messages.replaceChildren();
      refresh();
    },
  };
}
