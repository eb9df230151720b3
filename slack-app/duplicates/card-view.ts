import type { KnownBlock } from "@slack/types";
import type { DuplicatePair, PairAnswer, Side } from "../../core/index.ts";
import {
  actions,
  button,
  context,
  cutText,
  fields,
  header,
  type Message,
  md,
  message,
  type Phrase,
  richBold,
  richGap,
  richString,
  richText,
} from "../blocks/index.ts";
import { fullName } from "../customers/search-view.ts";
import type { Speech } from "../text.ts";
import { dayLabel } from "../words/days.ts";
import { duplicateIds } from "./ids.ts";
import { pressedPairOf } from "./pressed-pair.ts";

/** A field of Slack's two columns. */
const FACT = 150;

/**
 * 同じ会社?: two records side by side, why they may be one, and the four answers. Whoever may only look gets no buttons.
 * `total`: pairs that wait, this one included.
 */
export function pairMessage(
  pair: DuplicatePair,
  total: number,
  mayAnswer: boolean,
  speech: Speech,
  of?: string,
): Message {
  const { t } = speech;
  const title = t(
    pair.a.kind === "person" ? "slack.duplicates.same_person" : "slack.duplicates.same_company",
  );
  const keep = pair.keepId === pair.aId ? marked(pair.a, MARKS[0]) : marked(pair.b, MARKS[1]);
  const blocks: KnownBlock[] = [
    header(title),
    fields(sideBySide(pair, speech)),
    reasonsBlock(pair, speech),
    ...(mayAnswer ? [answerButtons(pair, speech, of)] : []),
    context([
      t("slack.duplicates.waiting", { count: total }),
      mayAnswer ? t("slack.duplicates.what_happens", { name: keep }) : t("slack.duplicates.only_look"),
    ]),
  ];
  return message(`${title}\n${cutText(nameOf(pair.a), FACT)} / ${cutText(nameOf(pair.b), FACT)}`, blocks);
}

/** Row by row, the left column the one record and the right one the other; rows that neither fills are left out. */
function sideBySide({ a, b }: DuplicatePair, speech: Speech): Phrase[] {
  const { t } = speech;
  const rows: [string, (side: Side) => string][] = [
    [t("slack.duplicates.fact.where"), whereOf],
    [t("slack.duplicates.fact.phone"), (side) => side.phones.join(", ")],
    [t("slack.duplicates.fact.mail"), (side) => side.mails.join(", ")],
    [t("slack.duplicates.fact.known_by"), (side) => knownBy(side, speech)],
  ];
  const told = rows.filter(([, tell]) => tell(a) !== "" || tell(b) !== "");
  return [
    marked(a, MARKS[0]),
    marked(b, MARKS[1]),
    ...told.flatMap(([label, tell]) =>
      [a, b].map((side) => md`${label}: ${cutText(tell(side) || t("slack.duplicates.fact.none"), FACT)}`),
    ),
  ];
}

/** Two records of one name are told apart by these. */
const MARKS = ["①", "②"] as const;

function marked(side: Side, mark: string): string {
  return cutText(`${mark} ${nameOf(side)}`, FACT);
}

function nameOf(side: Side): string {
  const title = [side.department, side.title].filter(Boolean).join(" ");
  return [fullName(side), title].filter(Boolean).join(" ");
}

function whereOf(side: Side): string {
  return side.address ?? [side.prefecture, side.city].filter(Boolean).join(" ");
}

/** コード 10234 · 営業担当 佐藤 · 最終接触 11/20(金) */
function knownBy(side: Side, { t, today, locale }: Speech): string {
  return [
    side.codes.length > 0 ? t("slack.duplicates.fact.codes", { codes: side.codes.join(", ") }) : null,
    side.ownerNames.length > 0 ? t("slack.search.owner", { names: side.ownerNames }) : null,
    side.lastContactOn
      ? t("slack.search.last_contact", { day: dayLabel(side.lastContactOn, today, locale) })
      : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What speaks for it and what against, in words. */
function reasonsBlock({ reasons }: DuplicatePair, { t }: Speech): KnownBlock {
  const words = (list: typeof reasons) =>
    list.map(({ code }) => t(`duplicates.reason.${code}`)).join(t("slack.duplicates.and"));
  const rows: [string, string][] = [
    [t("slack.duplicates.alike"), words(reasons.filter(({ weight }) => weight >= 0))],
    [t("slack.duplicates.unlike"), words(reasons.filter(({ weight }) => weight < 0))],
  ];
  return richText(
    rows
      .filter(([, text]) => text !== "")
      .map(([label, text]) => [richBold(label), richGap("  "), richString(text, 600)]),
  );
}

function answerButtons(pair: DuplicatePair, { t }: Speech, of: string | undefined): KnownBlock {
  const value = JSON.stringify(pressedPairOf(pair, of));
  const areCompanies = pair.a.kind === "company" && pair.b.kind === "company";
  const answers: PairAnswer[] = ["same", ...(areCompanies ? (["site"] as const) : []), "different", "unsure"];
  return actions(
    answers.map((answer) =>
      button({
        text: t(`slack.duplicates.answer.${answer}`),
        actionId: duplicateIds.answerWith(answer),
        value,
        ...(answer === "same" && { style: "primary" as const }),
      }),
    ),
  );
}
