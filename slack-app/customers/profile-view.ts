import type { KnownBlock, RichTextElement } from "@slack/types";
import { type Answer, localDay, type Profile, wallTime } from "../../core/index.ts";
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
import { dateLabel, dayLabel } from "../words/days.ts";
import { customerIds } from "./ids.ts";

const ENTRIES = 5;
const ACTIONS = 5;
const BODY = 160;

type Entry = Omit<Profile["history"][number], "externalId">;
type Planned = Profile["nextActions"][number];

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

/** 田中商事 大阪支店 */
export function customerName({ customer }: Pick<Profile, "customer">): string {
  const { name, parent } = customer;
  return parent && !name.startsWith(parent.name) ? `${parent.name} ${name}` : name;
}

/** 営業担当 佐藤、副担当 鈴木; who is gone is named so. */
export function ownersText(profile: Pick<Profile, "owners">, { t }: Speech): string {
  if (profile.owners.length === 0) return t("slack.profile.no_owner");
  return profile.owners
    .map((owner) => {
      const name = owner.status === "former" ? t("slack.profile.former", { name: owner.name }) : owner.name;
      return `${t(`ownership.role.${owner.role}`)} ${name}`;
    })
    .join(" / ");
}

/** 約束 11/24(火) 見積提出 · 佐藤 */
export function plannedText(
  action: Pick<Planned, "kind" | "title" | "dueOn" | "dueTime" | "duePrecision" | "needsReview"> & {
    ownerName?: string | null;
  },
  speech: Speech,
): string {
  const { t } = speech;
  const overdue = action.dueOn !== null && action.dueOn < speech.today;
  return [
    overdue ? t("slack.plan.overdue") : null,
    t(`next_action.kind.${action.kind}`),
    dueText(action, speech),
    action.title,
    action.ownerName ? `· ${action.ownerName}` : null,
    action.needsReview ? t("slack.plan.needs_review") : null,
  ]
    .filter(Boolean)
    .join(" ");
}

/** 11/24(火) 17:00, 11/24(火)の週, 11月中, 期日なし */
export function dueText(
  due: { dueOn: string | null; dueTime: string | null; duePrecision: string },
  { t, today, locale }: Speech,
): string {
  if (!due.dueOn) return t("next_action.precision.none");
  const day = dateLabel(due.dueOn, today, locale);
  if (due.duePrecision === "week") return t("slack.plan.week_of", { day });
  if (due.duePrecision === "month") return t("slack.plan.by_month", { day });
  return due.dueTime ? `${day} ${due.dueTime}` : day;
}

/** 今日 18:00, 11/20(金): as exactly as it is known. */
export function occurredText(entry: Pick<Entry, "occurredAt" | "precision">, speech: Speech): string {
  const instant = new Date(entry.occurredAt);
  const day = dayLabel(localDay(instant, speech.timeZone), speech.today, speech.locale);
  return entry.precision === "time" ? `${day} ${wallTime(instant, speech.timeZone).slice(11)}` : day;
}

/** One entry of the history: when, what kind, how it went, who, what. */
export function entryLine(
  entry: Entry,
  profile: Pick<Profile, "customer">,
  speech: Speech,
): RichTextElement[] {
  const { t } = speech;
  const about = entry.customerId === profile.customer.id ? null : entry.customerName;
  const kind = [
    t(`history.kind.${entry.kind}`),
    entry.result === "absent" || entry.result === "voicemail" ? t(`history.result.${entry.result}`) : null,
  ]
    .filter(Boolean)
    .join("・");
  const who =
    entry.recorderName && entry.recorderId !== entry.authorId
      ? t("slack.profile.recorded_for", { author: entry.authorName ?? "", recorder: entry.recorderName })
      : (entry.authorName ?? "");
  const said = [entry.title, entry.body].filter(Boolean).join(" ");
  return [
    richBold(`${occurredText(entry, speech)} ${kind}`),
    richGap("  "),
    richString([about, who].filter(Boolean).join(" · "), 120, { italic: true }),
    ...(said === "" ? [] : [richGap("\n"), richString(said, BODY)]),
  ];
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
