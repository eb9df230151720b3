import type { KnownBlock, ModalView, RichTextElement } from "@slack/types";
import type { HandoverView } from "../../core/index.ts";
import {
  actions,
  button,
  context,
  header,
  modal,
  richBold,
  richEmoji,
  richGap,
  richString,
  richText,
} from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { dateLabel } from "../words/days.ts";
import { handoverIds } from "./ids.ts";

type CustomerBrief = HandoverView["brief"]["customers"][number];
type Section = CustomerBrief["sections"][number];
type Row = Section["rows"][number];

/** Customers of one page of the modal. */
const PAGE = 5;

/** How much of a 引継書 is told in one place. */
export interface Room {
  /** Rows of each section. */
  rows: number;
  /** Characters of each row. */
  width: number;
}

/** The 引継書 of one customer. */
export function briefBlocks(brief: CustomerBrief, room: Room, speech: Speech): KnownBlock[] {
  return [header(nameOf(brief)), ...brief.sections.map((section) => sectionBlock(section, room, speech))];
}

/** The whole 引継書, page by page. */
export function briefModal(handover: HandoverView, from: number, speech: Speech): ModalView {
  const { t } = speech;
  const { customers } = handover.brief;
  const page = customers.slice(from, from + PAGE);
  const next = from + PAGE < customers.length;
  const value = JSON.stringify({ handoverId: handover.id, from: next ? from + PAGE : 0 });
  return modal({
    title: t("ownership.brief"),
    close: t("slack.button.close"),
    callbackId: handoverIds.briefView,
    blocks: [
      context(
        t("slack.handover.made_on", { day: dateLabel(handover.brief.madeOn, speech.today, speech.locale) }),
      ),
      ...page.flatMap((customer) => briefBlocks(customer, { rows: 20, width: 400 }, speech)),
      ...(customers.length > PAGE
        ? [
            actions([
              button({
                text: t(next ? "slack.handover.next_page" : "slack.handover.first_page"),
                actionId: handoverIds.page,
                value,
              }),
            ]),
          ]
        : []),
    ],
  });
}

function nameOf({ name, parentName }: CustomerBrief): string {
  return parentName && !name.startsWith(parentName) ? `${parentName} ${name}` : name;
}

function sectionBlock(section: Section, { rows, width }: Room, speech: Speech): KnownBlock {
  const { t } = speech;
  const hidden = section.rows.length - rows;
  return richText([
    [richBold(t(section.labelKey))],
    ...section.rows.slice(0, rows).map((row) => rowLine(row, width, speech)),
    ...(hidden > 0 ? [[richString(t("slack.answer.more", { count: hidden }))]] : []),
  ]);
}

function rowLine(row: Row, width: number, speech: Speech): RichTextElement[] {
  const { t } = speech;
  const label = row.labelKey ? t(row.labelKey) : (row.label ?? "");
  const value = row.value !== "" ? row.value : row.valueKeys.map((key) => t(key)).join("・");
  const when = row.on ? onText(row.on, speech) : "";
  return [
    ...(row.tone === "warning" ? [richEmoji("warning"), richGap(" ")] : []),
    ...(when === "" ? [] : [richString(when, 40), richGap(" ")]),
    ...(label === "" ? [] : [richBold(label, 75), richGap("  ")]),
    richString(value, width),
    ...(row.by && row.by !== label ? [richGap(" · "), richString(row.by, 60)] : []),
  ];
}

/** A local day or wall time. */
function onText(on: string, { today, locale }: Speech): string {
  const day = dateLabel(on.slice(0, 10), today, locale);
  return on.length > 10 ? `${day} ${on.slice(11, 16)}` : day;
}
