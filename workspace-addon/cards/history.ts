import type { CardContext } from "./card.ts";
import { momentLabel } from "./dates.ts";
import { bold, clip, escapeHtml, muted } from "./html.ts";
import type { HistoryFacts } from "./profile-facts.ts";
import type { KnownIcon, Section, Widget } from "./types.ts";
import { line, paragraph, section } from "./widgets.ts";

const SHOWN = 5;
const MOST = 20;

const icons: Record<string, KnownIcon> = {
  call: "PHONE",
  mail: "EMAIL",
  visit: "MAP_PIN",
  visitor: "STORE",
  meeting: "MULTIPLE_PEOPLE",
  handover: "PERSON",
  won: "STAR",
};

/** 対応履歴, newest first. */
export function historySection(
  context: CardContext,
  customerName: string,
  entries: readonly HistoryFacts[],
): Section[] {
  const { text } = context;
  if (entries.length === 0)
    return section(text("addon.history"), [paragraph(muted(text("addon.history.none")))]);
  const lines = entries.slice(0, MOST).map((entry) => entryLine(context, customerName, entry));
  return section(text("addon.history"), lines, { shown: SHOWN });
}

function entryLine(context: CardContext, customerName: string, entry: HistoryFacts): Widget {
  const kind = kindLabel(context, entry);
  const title = entry.title ? bold(clip(entry.title, 120)) : "";
  const body = entry.body && entry.body !== entry.title ? escapeHtml(clip(entry.body, 240)) : "";
  const written =
    entry.recorderName && entry.recorderName !== entry.authorName
      ? context.text("addon.recorded_by", { name: entry.recorderName })
      : null;
  const of = entry.customerName === customerName ? null : entry.customerName;
  const people = [of, entry.authorName, written].filter(Boolean).join(" · ");
  const parts = [title, body, people && muted(clip(people, 160))].filter(Boolean);
  return line(parts.join("<br>") || muted(context.text("addon.history.no_words")), {
    label: `${momentLabel(context, entry.occurredAt, entry.precision)} ${kind}`,
    icon: [icons[entry.kind] ?? "DESCRIPTION", context.text(`history.kind.${entry.kind}`)],
  });
}

/** 電話 (発信・不在): the kind with what is known of direction and result. */
function kindLabel(context: CardContext, entry: HistoryFacts): string {
  const { text } = context;
  const details = [
    ...(entry.direction && entry.direction !== "unknown"
      ? [
          text(
            entry.kind === "mail" ? `addon.mail.${entry.direction}` : `history.direction.${entry.direction}`,
          ),
        ]
      : []),
    ...(entry.result ? [text(`history.result.${entry.result}`)] : []),
  ];
  const kind = text(`history.kind.${entry.kind}`);
  return details.length > 0 ? text("addon.history.kind", { kind, details }) : kind;
}
