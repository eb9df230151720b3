import type { RichTextElement } from "@slack/types";
import { localDay, type Profile, wallTime } from "../../core/index.ts";
import { richBold, richGap, richString } from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { dateLabel, dayLabel } from "../words/days.ts";

const BODY = 160;

type Entry = Omit<Profile["history"][number], "externalId">;
type Planned = Profile["nextActions"][number];

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
