import type { KnownBlock, ModalView } from "@slack/types";
import {
  actions,
  button,
  context,
  externalSelect,
  header,
  input,
  type Message,
  message,
  modal,
  richBold,
  richGap,
  richList,
  richString,
  section,
} from "../blocks/index.ts";
import { customerIds } from "../customers/ids.ts";
import type { Speech } from "../text.ts";
import { helpIds } from "./ids.ts";

/** The verbs that the menu explains, in the order in which people need them. */
const SHOWN = [
  "find",
  "log",
  "promise",
  "follow",
  "appointment",
  "message",
  "done",
  "snooze",
  "today",
  "handover",
  "duplicates",
];

export interface PluginHelp {
  verb: string;
  text: string;
}

/** What `/crm` can do, with one line each and buttons for what needs no typing. */
export function menuMessage(plugins: readonly PluginHelp[], speech: Speech): Message {
  const { t } = speech;
  return message(t("slack.menu.title"), [
    header(t("slack.menu.title")),
    section(t("slack.menu.intro")),
    verbList(plugins, speech),
    menuButtons(speech),
    context(t("slack.menu.private")),
  ]);
}

/** A first word that is neither a verb nor a customer: says so, offers what is near, and the menu. */
export function unknownMessage(
  typed: string,
  near: readonly { customerId: string; name: string }[],
  speech: Speech,
): Message {
  const { t } = speech;
  const text = t("slack.unknown.text", { typed });
  const blocks: KnownBlock[] = [
    section(text),
    ...(near.length > 0 ? [context(t("slack.unknown.near")), nearButtons(near)] : []),
    context(t("slack.unknown.hint")),
    menuButtons(speech),
  ];
  return message(text, blocks);
}

/** A verb of a later release: says so and what works instead. */
export function laterMessage(name: string, typed: string, speech: Speech): Message {
  const { t } = speech;
  const text = t("slack.later.text", { verb: name });
  const instead = t("slack.later.instead", { typed });
  return message(`${text}\n${instead}`, [section(text), section(instead), menuButtons(speech)]);
}

/** A modal in which a customer is looked for while typing. */
export function findModal({ t }: Speech): ModalView {
  return modal({
    title: t("slack.find.title"),
    close: t("slack.button.close"),
    submit: t("slack.find.submit"),
    callbackId: helpIds.findView,
    blocks: [
      input({
        blockId: "customer",
        label: t("slack.field.customer"),
        element: externalSelect({
          actionId: customerIds.pick,
          placeholder: t("slack.field.customer_placeholder"),
          focus: true,
        }),
      }),
    ],
  });
}

export function menuButtons({ t }: Speech): KnownBlock {
  return actions([
    button({ text: t("slack.menu.today"), actionId: helpIds.today }),
    button({ text: t("slack.menu.find"), actionId: helpIds.find }),
    button({ text: t("slack.menu.hand_over"), actionId: helpIds.handOver }),
    button({ text: t("slack.menu.all"), actionId: helpIds.all }),
  ]);
}

function nearButtons(near: readonly { customerId: string; name: string }[]): KnownBlock {
  return actions(
    near
      .slice(0, 5)
      .map((customer, index) =>
        button({ text: customer.name, actionId: customerIds.openAt(index), value: customer.customerId }),
      ),
  );
}

function verbList(plugins: readonly PluginHelp[], { t }: Speech): KnownBlock {
  const own = SHOWN.map((verb) => [
    richBold(t(`slack.verb.${verb}`)),
    richGap("  "),
    richString(t(`slack.help.${verb}`), 200),
  ]);
  const theirs = plugins
    .slice(0, 10)
    .map(({ verb, text }) => [richBold(verb, 40), richGap("  "), richString(text, 200)]);
  return richList([...own, ...theirs], "bullet");
}
