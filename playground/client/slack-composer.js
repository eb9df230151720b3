// The line one types into: Enter sends, ↑ brings back what was sent, "/" shows what can be done.

import { byId, element } from "./dom.js";
import { t } from "./texts.js";

const COMMAND = /^\/crm(?:[\s\u3000]+|$)/;

/** @param {{ send: (text: string) => Promise<void>, failed: (error: unknown) => void }} parts */
export function startComposer({ send, failed }) {
  const form = /** @type {HTMLFormElement} */ (byId("composer"));
  const line = /** @type {HTMLTextAreaElement} */ (byId("line"));
  const hint = byId("composer-hint");
  const hints = byId("hints");
  /** @type {string[]} */
  const sent = [];
  let at = 0;
  let busy = false;

  const examples = ["find", "log", "promise", "today", "done", "handover", "help"].map((name) => ({
    command: `/crm ${t(`hint.${name}`)}`.trim(),
    about: t(`hint.${name}.about`),
  }));

  /** @param {string} text */
  function put(text) {
    line.value = text;
    grow();
    line.setSelectionRange(text.length, text.length);
    drawHints();
  }

  function grow() {
    line.style.height = "auto";
    line.style.height = `${Math.min(line.scrollHeight, 160)}px`;
  }

  function drawHints() {
    const typed = line.value;
    const wanted = typed.startsWith("/") && !/^\/crm[\s\u3000]+\S/.test(typed);
    hints.hidden = !wanted;
    if (!wanted) return;
    hints.replaceChildren(
      ...examples.map(({ command, about }) =>
        element(
          "button",
          {
            type: "button",
            role: "option",
            class: "hint",
            "data-command": command,
            tabindex: "-1",
            "aria-selected": "false",
          },
          [element("code", { text: command }), element("span", { text: about })],
        ),
      ),
    );
  }

  function refuse() {
    const typed = line.value.trim();
    const wide = /^／/.test(typed);
    hint.hidden = false;
    /** @type {HTMLElement} */ (hint.firstElementChild).textContent = wide
      ? t("full_width")
      : t(typed.startsWith("/") ? "other_command" : "only_crm");
    const fix = byId("composer-fix");
    fix.textContent = t("fix");
    fix.dataset.text = `/crm ${typed.replace(/^[/／]\s*(?:crm|ｃｒｍ)?[\s\u3000]*/i, "")}`.trim();
  }

  async function submit() {
    const typed = line.value;
    if (typed.trim() === "" || busy) return;
    if (!COMMAND.test(typed)) return refuse();
    busy = true;
    form.setAttribute("aria-busy", "true");
    try {
      await send(typed.replace(COMMAND, ""));
      sent.push(typed);
      at = sent.length;
      put("");
      hints.hidden = true;
      hint.hidden = true;
    } catch (error) {
      failed(error);
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  line.addEventListener("input", () => {
    hint.hidden = true;
    grow();
    drawHints();
  });
  line.addEventListener("focus", drawHints);
  line.addEventListener("blur", () => setTimeout(() => (hints.hidden = true), 150));
  line.addEventListener("keydown", (event) => {
    // Enter that ends the conversion of kana is not meant for us.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape") {
      hints.hidden = true;
      hint.hidden = true;
    }
    if (event.key === "ArrowUp" && (line.value === "" || line.value === sent[at]) && at > 0) {
      event.preventDefault();
      at -= 1;
      put(sent[at] ?? "");
      hints.hidden = true;
    }
    if (event.key === "ArrowDown" && line.value === sent[at] && at < sent.length) {
      event.preventDefault();
      at += 1;
      put(sent[at] ?? "");
      hints.hidden = true;
    }
  });
  hints.addEventListener("pointerdown", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-command]");
    if (!(button instanceof HTMLElement)) return;
    event.preventDefault();
    put(`${button.dataset.command} `);
    hints.hidden = true;
    line.focus();
  });
  byId("composer-fix").addEventListener("click", () => {
    put(String(byId("composer-fix").dataset.text));
    hint.hidden = true;
    submit();
    line.focus();
  });

  return {
    /** @param {boolean} hidden */
    hide: (hidden) => {
      form.hidden = hidden;
    },
    focus: () => line.focus({ preventScroll: true }),
  };
}
