// The conversations of a person, and the heading of the one that is open.

import { byId, element, recall, remember } from "./dom.js";
import { t } from "./texts.js";

/**
 * @typedef {{ id: string, name: string, kind: "channel" | "dm", last: string, count: number }} Conversation
 */

/**
 * Remembers per person up to where each conversation was read.
 * @returns {(person: string, all: Conversation[], open: string | null) => Conversation[]} what is unread now
 */
export function createReadMarks() {
  return (person, all, open) => {
    const seen = recall(`slack.seen.${person}`) ?? {};
    for (const { id, last } of all) if (id === open) seen[id] = last;
    remember(`slack.seen.${person}`, seen);
    return all.filter(({ id, last }) => last !== "" && last !== seen[id]);
  };
}

/**
 * @param {Conversation[]} all
 * @param {string} open
 * @param {Conversation[]} unread
 */
export function drawSidebar(all, open, unread) {
  const groups = /** @type {const} */ ([
    ["channels", "channel"],
    ["apps", "dm"],
  ]);
  byId("channels").replaceChildren(
    ...groups.map(([title, kind]) =>
      element("div", { class: "channel-group" }, [
        element("p", { class: "channel-title", text: t(title) }),
        ...all
          .filter((each) => each.kind === kind)
          .map((each) => entry(each, each.id === open, unread.includes(each))),
      ]),
    ),
  );
}

/**
 * @param {Conversation} each
 * @param {boolean} current
 * @param {boolean} unread
 */
function entry({ id, name, kind }, current, unread) {
  return element(
    "button",
    {
      type: "button",
      class: `channel channel-${kind}`,
      "data-channel": id,
      "aria-current": current ? "true" : false,
    },
    [
      element("span", { class: "channel-sign", "aria-hidden": "true", text: kind === "dm" ? "縁" : "#" }),
      element("span", { class: "channel-name", text: name }),
      ...(unread ? [element("span", { class: "unread", text: t("unread") })] : []),
    ],
  );
}

/**
 * @param {Conversation | undefined} here
 * @param {string} tab home or messages, of the conversation with the app
 */
export function drawHeading(here, tab) {
  const head = byId("talk-head");
  const key = `${here?.id}:${tab}`;
  if (head.dataset.key === key) return;
  head.dataset.key = key;
  const app = here?.kind === "dm";
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
    element("b", { text: app ? here.name : `# ${here?.name}` }),
    ...(app ? [element("span", { class: "talk-tabs" }, tabs)] : []),
    element("small", { text: t(app ? "dm_hint" : "channel_hint") }),
  );
}
