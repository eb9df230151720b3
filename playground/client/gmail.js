// The Gmail pane: the inbox, a mail, and the cards of the add-on beside it.

import { toast } from "./ask.js";
import { byId, element, fragment } from "./dom.js";
import { readCardInputs } from "./gmail-inputs.js";
import { inboxLine, mailParts } from "./gmail-mail.js";
import { get, post } from "./http.js";
import { t } from "./texts.js";

/** @param {{ who: () => string, failed: (error: unknown) => void, opened: () => void }} parts */
export function startGmail({ who, failed, opened }) {
  const box = byId("gmail");
  const inbox = byId("inbox");
  const reader = byId("mail");
  const addon = byId("addon");
  const place = byId("card");
  const empty = reader.firstElementChild?.cloneNode(true);
  /** @type {any[]} */
  let mails = [];
  let open = "";
  /** The cards one above another, as Gmail stacks them. @type {{ name: string, html: string }[]} */
  let cards = [];

  async function load() {
    try {
      mails = (await get("gmail", { as: who() })).mails;
      drawInbox();
    } catch (error) {
      failed(error);
    }
  }

  function drawInbox() {
    inbox.replaceChildren(...mails.map((mail) => inboxLine(mail, mail.id === open)));
  }

  /** @param {string} id */
  async function openMail(id) {
    const mail = mails.find((each) => each.id === id);
    if (!mail) return;
    open = id;
    cards = [];
    box.classList.add("has-mail");
    drawInbox();
    reader.replaceChildren(...mailParts(mail));
    reader.scrollTop = 0;
    addon.classList.remove("is-empty");
    drawLoading();
    try {
      react(await post("gmail/open", { as: who(), mail: id }));
      if (cards.at(-1)?.name === "profile") opened();
    } catch (error) {
      failed(error);
    }
  }

  function closeMail() {
    open = "";
    cards = [];
    box.classList.remove("has-mail");
    addon.classList.add("is-empty");
    reader.replaceChildren(...(empty ? [empty.cloneNode(true)] : []));
    drawInbox();
  }

  /** @param {{ steps: any[], notification: string | null, openUrl: string | null }} reaction */
  function react({ steps, notification, openUrl }) {
    for (const step of steps) {
      if (step.do === "push") cards.push(step);
      if (step.do === "update") cards.splice(-1, 1, step);
      if (step.do === "pop" && cards.length > 1) cards.pop();
      if (step.do === "root") cards.length = Math.min(cards.length, 1);
      const at = cards.findIndex((card) => card.name === step.name);
      if (step.do === "to_card" && at >= 0) cards.length = at + 1;
    }
    if (notification) toast(notification);
    if (openUrl && /^https?:/.test(openUrl)) window.open(openUrl, "_blank", "noopener");
    drawCard();
  }

  function bar() {
    return element("div", { class: "addon-bar" }, [
      ...(cards.length > 1
        ? [
            element("button", {
              type: "button",
              class: "icon-button",
              "data-card-back": true,
              "aria-label": t("card_back"),
              text: "←",
            }),
          ]
        : []),
      element("span", { class: "avatar avatar-app", "aria-hidden": "true", text: "縁" }),
      element("b", { text: "Enishi" }),
    ]);
  }

  function drawLoading() {
    place.replaceChildren(bar(), element("p", { class: "quiet", text: t("loading") }));
  }

  function drawCard() {
    const top = cards.at(-1);
    place.replaceChildren(
      bar(),
      ...(top ? [fragment(top.html)] : [element("p", { class: "quiet", text: t("failed") })]),
    );
    addon.scrollTop = 0;
  }

  inbox.addEventListener("click", (event) => {
    const line = /** @type {HTMLElement | null} */ (
      /** @type {HTMLElement} */ (event.target).closest("[data-mail]")
    );
    if (line) openMail(String(line.dataset.mail));
  });
  reader.addEventListener("click", (event) => {
    if (/** @type {HTMLElement} */ (event.target).closest("[data-back]")) closeMail();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open && !event.isComposing) closeMail();
  });
  inbox.addEventListener("keydown", (event) => {
    const lines = /** @type {HTMLElement[]} */ ([...inbox.querySelectorAll("[data-mail]")]);
    const at = lines.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    lines[next]?.focus();
  });

  /** @param {HTMLElement} pressed an element that carries an action */
  async function press(pressed) {
    const action = JSON.parse(String(pressed.dataset.action));
    pressed.setAttribute("aria-busy", "true");
    try {
      react(
        await post("gmail/press", {
          as: who(),
          mail: open,
          function: action.function,
          parameters: Object.fromEntries(
            (action.parameters ?? []).map((/** @type {any} */ each) => [each.key, each.value]),
          ),
          inputs: readCardInputs(place),
        }),
      );
    } catch (error) {
      failed(error);
    } finally {
      pressed.removeAttribute("aria-busy");
    }
  }

  place.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const pressed = /** @type {HTMLElement | null} */ (target.closest("[data-action]"));
    if (target.closest("[data-card-back]")) {
      cards.pop();
      drawCard();
    } else if (
      pressed &&
      !pressed.matches("input, select, textarea") &&
      pressed.getAttribute("aria-busy") !== "true"
    ) {
      event.preventDefault();
      press(pressed);
    }
  });
  place.addEventListener("submit", (event) => event.preventDefault());

  addon.classList.add("is-empty");
  load();
  return {
    changePerson() {
      const again = open;
      load().then(() => again && openMail(again));
    },
    startOver() {
      closeMail();
      load();
    },
  };
}
