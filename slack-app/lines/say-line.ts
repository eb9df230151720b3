import type { LineResult } from "../../core/index.ts";
import { dueText } from "../customers/say.ts";
import type { Speech } from "../text.ts";
import { dateLabel, dayLabel } from "../words/days.ts";

type Entry = LineResult["entries"][number];
type Action = LineResult["nextActions"][number];

/** 田中商事 大阪支店 · 電話 · 今日 → 約束 11/24(火) 見積提出: one line for each entry of a line, then what has no entry. */
export function sayLine(line: LineResult, speech: Speech): string[] {
  const entries = line.entries.map((entry) => {
    const actions = line.nextActions.filter((action) => action.entry === entry.index && !action.suggested);
    // Whoever takes a message sees for whom it is now.
    const said = (action: Action) =>
      action.ownerId === entry.recorderId || !action.ownerName
        ? sayAction(action, speech)
        : `${sayAction(action, speech)} ${speech.t("slack.line.for", { name: action.ownerName })}`;
    return [sayEntry(entry, speech), ...actions.map((action) => `→ ${said(action)}`)]
      .filter((part) => part !== "")
      .join(" ");
  });
  const alone = line.nextActions
    .filter((action) => action.entry === null && !action.suggested)
    .map((action) => `${nameOf(action, speech)} → ${sayAction(action, speech)}`);
  return [...entries, ...alone].filter((text) => text !== "");
}

/** 田中商事 大阪支店: the company, and the site when there is one. */
export function nameOf(
  named: { customerName: string | null; siteName: string | null },
  { t }: Speech,
): string {
  if (!named.customerName) return t("slack.line.no_customer");
  const { customerName, siteName } = named;
  return siteName && siteName !== customerName && !siteName.startsWith(customerName)
    ? `${customerName} ${siteName}`
    : (siteName ?? customerName);
}

/** 約束 11/24(火) 見積提出(23日は勤労感謝の日) */
export function sayAction(action: Action, speech: Speech): string {
  const { t, today, locale } = speech;
  const moved = action.shifted
    ? t("slack.line.shifted", {
        day: dateLabel(action.shifted.from, today, locale),
        because: action.shifted.because,
      })
    : "";
  return [
    t(`next_action.kind.${action.kind}`),
    // 期日なし is an answer; here the day is still asked.
    action.needsReview && !action.dueOn ? t("slack.line.no_day") : dueText(action, speech),
    `${action.title}${moved}`,
    action.needsReview ? t("slack.plan.needs_review") : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

function sayEntry(entry: Entry, speech: Speech): string {
  const who = [nameOf(entry, speech), peopleOf(entry)].filter((part) => part !== "").join(" / ");
  if (!entry.kind) return [who, withMembers(entry, speech)].filter((part) => part !== "").join(" · ");
  return [who, kindOf(entry, speech), whenOf(entry, speech), entry.body, withMembers(entry, speech)]
    .filter((part) => part !== "")
    .join(" · ");
}

const DIRECTED = new Set(["call", "mail", "fax", "contact"]);

function kindOf(entry: Entry, { t }: Speech): string {
  const kind = t(`history.kind.${entry.kind}`);
  // 発信 and 着信 tell calls and mails apart; a visit has neither.
  const directed = DIRECTED.has(entry.kind ?? "") && entry.direction !== "unknown";
  const notes = [
    directed ? t(`history.direction.${entry.direction}`) : "",
    entry.result === "absent" || entry.result === "voicemail" ? t(`history.result.${entry.result}`) : "",
  ].filter((part) => part !== "");
  return notes.length > 0 ? `${kind}(${notes.join("・")})` : kind;
}

/** 今日, 昨日 14:05, 11/21(土) 14:00–15:30, 今日 朝: never more exact than it was typed. */
function whenOf(entry: Entry, { t, today, locale }: Speech): string {
  const { occurredFrom: from, occurredTo: to, occurredPrecision: precision, occurredLabel } = entry;
  if (!from) return t("slack.line.no_day");
  const day = dayLabel(from.slice(0, 10), today, locale);
  if (occurredLabel) return `${day} ${occurredLabel}`;
  if (precision !== "time") return day;
  return to ? `${day} ${from.slice(11, 16)}–${to.slice(11, 16)}` : `${day} ${from.slice(11, 16)}`;
}

function peopleOf(entry: Entry): string {
  return [...entry.people.map(({ name }) => name), entry.counterpartText ?? ""].filter(Boolean).join("、");
}

function withMembers(entry: Entry, { t }: Speech): string {
  const names = entry.members.map(({ name }) => name);
  return [...(names.length > 0 ? [t("slack.line.joined", { names })] : []), ...entry.flags].join(" ");
}
