// A mail and the lines of the inbox.

import { element } from "./dom.js";
import { lang } from "./http.js";
import { t } from "./texts.js";

const locale = lang === "en" ? "en-GB" : "ja-JP";

/**
 * @param {any} mail
 * @param {boolean} open
 */
export function inboxLine(mail, open) {
  return element(
    "button",
    { type: "button", class: "mail-line", "data-mail": mail.id, "aria-current": open ? "true" : false },
    [
      element("b", { text: mail.from }),
      element("time", { datetime: mail.at, text: dayOf(mail.at) }),
      element("span", { text: mail.subject }),
      element("span", { class: "snippet", text: mail.snippet }),
    ],
  );
}

/**
 * The parts of an opened mail, the earlier ones of its thread folded.
 * @param {any} mail
 * @returns {HTMLElement[]}
 */
export function mailParts(mail) {
  const people = [t("to", { to: mail.to }), ...(mail.cc ? [t("cc", { cc: mail.cc })] : [])].join("　");
  return [
    element("button", { type: "button", class: "back sb-button", "data-back": true, text: `← ${t("back")}` }),
    element("h3", { text: mail.subject }),
    ...mail.earlier.map((/** @type {any} */ each) =>
      element("details", { class: "earlier" }, [
        element("summary", { text: `${each.from} · ${dayOf(each.at)} ${timeOf(each.at)}` }),
        element("p", { class: "mail-text", text: each.text }),
      ]),
    ),
    element("div", { class: "mail-from" }, [
      element("span", { class: "face", "aria-hidden": "true", text: mail.from.slice(0, 1) }),
      element("div", {}, [
        element("b", { text: mail.from }),
        element("small", { text: `<${mail.fromAddress}> · ${dayOf(mail.at)} ${timeOf(mail.at)}` }),
        element("small", { text: people }),
      ]),
    ]),
    element("p", { class: "mail-text", text: mail.text }),
  ];
}

/** @param {string} instant */
function dayOf(instant) {
  return new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric", weekday: "short" }).format(
    new Date(instant),
  );
}

/** @param {string} instant */
function timeOf(instant) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(new Date(instant));
}
