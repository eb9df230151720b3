import { type CardContext, card, type MailRef, press } from "./card.ts";
import { bold, clip, escapeHtml, muted } from "./html.ts";
import { more, nextActionLine } from "./next-actions.ts";
import type { NextActionFacts } from "./profile-facts.ts";
import type { Card, Widget } from "./types.ts";
import { button, input, line, paragraph, section } from "./widgets.ts";

export interface HomepageFacts {
  /** Mine, due today or before. */
  due: (NextActionFacts & { customerId: string | null; customerName: string | null })[];
  practice: boolean;
}

const DUE = 15;
const FOUND = 20;

/** The add-on without a mail: what it does, a search, and what I promised. */
export function homepageCard(context: CardContext, facts: HomepageFacts): Card {
  const { text } = context;
  const due = facts.due.slice(0, DUE).map((action) => nextActionLine(context, action, { view: "homepage" }));
  return card("homepage", text("addon.name"), [
    ...section(null, [
      ...(facts.practice ? [paragraph(bold(text("practice.banner")))] : []),
      paragraph(escapeHtml(text("addon.home.what"))),
      ...searchForm(context, "", null),
    ]),
    ...section(
      text("addon.home.due"),
      due.length > 0
        ? [...due, ...more(context, facts.due.length - DUE)]
        : [paragraph(muted(text("addon.home.nothing_due")))],
    ),
  ]);
}

export interface FoundCustomer {
  customerId: string;
  name: string;
  parentName: string | null;
  prefecture: string | null;
  ownerNames: string[];
}

/** What a search found, own customers first. */
export function searchCard(
  context: CardContext,
  facts: { q: string; items: readonly FoundCustomer[]; total: number; mail: MailRef | null },
): Card {
  const { text } = context;
  const lines: Widget[] = facts.items.slice(0, FOUND).map((item) => {
    const second = [item.parentName, item.prefecture, item.ownerNames.join("、")].filter(Boolean).join(" · ");
    return line([bold(clip(item.name, 120)), ...(second ? [muted(clip(second, 160))] : [])].join("<br>"), {
      onClick: press(context, "open_customer", { customerId: item.customerId, ...facts.mail }),
    });
  });
  return card("search", text("addon.search.title"), [
    ...section(null, searchForm(context, facts.q, facts.mail)),
    ...section(
      null,
      lines.length > 0
        ? [...lines, ...more(context, facts.total - lines.length)]
        : [paragraph(escapeHtml(text("addon.search.none", { q: clip(facts.q, 60) })))],
    ),
  ]);
}

/** The add-on beside a sheet: what it needs and what it will not do. */
export function sheetsHomepageCard(context: CardContext, sheet: { title: string | null }): Card {
  const { text } = context;
  return card(
    "sheets",
    text("addon.sheets.title"),
    [
      ...section(null, [
        paragraph(escapeHtml(text("addon.sheets.what"))),
        paragraph(escapeHtml(text("addon.sheets.needs"))),
        paragraph(muted(text("addon.sheets.never"))),
      ]),
    ],
    sheet.title,
  );
}

/** Beside a mail, the customer that is found can have it logged. */
export function searchForm(context: CardContext, q: string, mail: MailRef | null): Widget[] {
  return [
    input({
      name: "q",
      label: context.text("addon.search.label"),
      hintText: context.text("addon.search.hint"),
      value: q,
    }),
    {
      buttonList: {
        buttons: [button(context.text("addon.search.go"), press(context, "search", { ...mail }))],
      },
    },
  ];
}
