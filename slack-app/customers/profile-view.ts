import type { KnownBlock, RichTextElement } from "@slack/types";
import type { Answer, Profile } from "../../core/index.ts";
import { answerTexts } from "../answers/texts.ts";
import {
  actions,
  button,
  context,
  header,
  joinMarkup,
  type Message,
  message,
  renderAnswer,
  richBold,
  richGap,
  richString,
  richText,
} from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { customerIds } from "./ids.ts";
import { customerName, entryLine, ownersText, plannedText } from "./say.ts";

const ENTRIES = 5;
const ACTIONS = 5;

/**
 * One customer: who it is and whose, what plugins pin on top, what is due next, the newest history, and what can be
 * done with it. Fits one message whatever the names.
 */
export function profileMessage(profile: Profile, pinned: readonly Answer[], speech: Speech): Message {
  const { t } = speech;
  const { customer } = profile;
  const name = customerName(profile);
  const blocks: KnownBlock[] = [
    header(name),
    ...pinned.slice(0, 2).flatMap((answer) => renderAnswer(answer, answerTexts(speech)).blocks.slice(0, 6)),
    richText(factLines(profile, speech)),
    header(t("slack.profile.next_actions")),
    profile.nextActions.length > 0
      ? richText(
          profile.nextActions
            .slice(0, ACTIONS)
            .map((action) => [richString(plannedText(action, speech), 300)]),
        )
      : context(t("slack.profile.no_next_actions")),
    header(t("slack.profile.history")),
    profile.history.length > 0
      ? richText(profile.history.slice(0, ENTRIES).map((entry) => entryLine(entry, profile, speech)))
      : context(t("slack.profile.no_history")),
    actions([
      button({
        text: t("slack.profile.log"),
        actionId: customerIds.log,
        value: customer.id,
        style: "primary",
      }),
      button({ text: t("slack.profile.plan"), actionId: customerIds.plan, value: customer.id }),
      button({ text: t("slack.profile.hand_over"), actionId: customerIds.handOver, value: customer.id }),
      button({ text: t("slack.profile.more"), actionId: customerIds.history, value: customer.id }),
    ]),
  ];
  const first = profile.nextActions[0];
  const spoken = [
    name,
    ownersText(profile, speech),
    first ? plannedText(first, speech) : t("slack.profile.no_next_actions"),
  ];
  return message(joinMarkup(spoken, "\n"), blocks);
}

function factLines(profile: Profile, speech: Speech): RichTextElement[][] {
  const { t } = speech;
  const { customer } = profile;
  const place = [customer.prefecture, customer.city].filter(Boolean).join(" ");
  const kind = [
    t(`customer.kind.${customer.kind}`),
    ...customer.roles.map((role) => t(`customer.role.${role}`)),
  ];
  const facts: [string, string][] = [
    [t("slack.profile.kind"), kind.join("・")],
    [t("slack.profile.place"), place],
    [t("slack.profile.owners"), ownersText(profile, speech)],
    [t("slack.profile.handover"), handoverText(profile, speech)],
    [
      t("slack.profile.code"),
      profile.codes
        .map(({ code }) => code)
        .slice(0, 5)
        .join("、"),
    ],
    [t("slack.profile.department"), [customer.department, customer.title].filter(Boolean).join(" ")],
    [t("slack.profile.contacts"), peopleText(profile)],
    ...pointLines(profile, speech),
    [
      t("slack.profile.sites"),
      profile.sites
        .slice(0, 6)
        .map(({ name }) => name)
        .join("、"),
    ],
    [t("slack.profile.note"), customer.note ?? ""],
  ];
  return facts
    .filter(([, value]) => value !== "")
    .map(([label, value]) => [richBold(label, 75), richGap("  "), richString(value, 300)]);
}

function peopleText(profile: Profile): string {
  return profile.people
    .slice(0, 6)
    .map((person) => [person.name, person.title].filter(Boolean).join(" "))
    .join("、");
}

function pointLines(profile: Profile, { t }: Speech): [string, string][] {
  const byKind = new Map<string, string[]>();
  for (const point of profile.contactPoints) {
    byKind.set(point.kind, [...(byKind.get(point.kind) ?? []), point.value]);
  }
  return [...byKind].map(([kind, values]) => [
    t(`contact_point.kind.${kind}`),
    values.slice(0, 3).join("、"),
  ]);
}

function handoverText({ openHandover }: Profile, { t }: Speech): string {
  return openHandover ? t("slack.profile.open_handover", { name: openHandover.toName ?? "" }) : "";
}
