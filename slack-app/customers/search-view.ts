import type { KnownBlock } from "@slack/types";
import type { SearchHit } from "../../core/index.ts";
import {
  actions,
  button,
  context,
  cutText,
  header,
  type Message,
  md,
  message,
  section,
} from "../blocks/index.ts";
import type { Speech } from "../text.ts";
import { dayLabel } from "../words/days.ts";
import { customerIds } from "./ids.ts";

/** How many hits one message shows; the rest comes by a button. */
export const PAGE = 10;

export interface Hits {
  items: SearchHit[];
  total: number;
  totalIsCapped: boolean;
  nextCursor: string | null;
}

/** What a search found: own customers first, each with 県・営業担当・最終接触, told apart by them. */
export function searchMessage(query: string, hits: Hits, speech: Speech): Message {
  const { t } = speech;
  const count = hits.totalIsCapped ? t("slack.search.many", { count: hits.total - 1 }) : String(hits.total);
  const title = t("slack.search.title", { query, count });
  const blocks: KnownBlock[] = [
    header(title),
    ...hits.items.slice(0, PAGE).map((hit, index) => hitBlock(hit, index, speech)),
    ...(hits.nextCursor ? [moreBlock(query, hits.nextCursor, speech)] : []),
  ];
  const spoken = hits.items.slice(0, 5).map((hit) => `${shortName(hit)} ${factsOf(hit, speech)}`);
  return message([title, ...spoken].join("\n"), blocks);
}

/** Nothing was found: what to try instead. */
export function nothingFoundMessage(query: string, { t }: Speech): Message {
  const text = t("slack.search.nothing", { query });
  return message(text, [section(text), context(t("slack.search.hint"))]);
}

/** 田中商事 大阪支店: a site or person with where it belongs. */
export function fullName(hit: { name: string; parentName: string | null }): string {
  return hit.parentName && !hit.name.startsWith(hit.parentName) ? `${hit.parentName} ${hit.name}` : hit.name;
}

/** 大阪府 · 営業担当 佐藤 · 最終接触 11/20(金) */
export function factsOf(hit: SearchHit, speech: Speech): string {
  const { t } = speech;
  const facts = [
    hit.prefecture,
    hit.ownerNames.length > 0
      ? t("slack.search.owner", { names: hit.ownerNames })
      : t("slack.search.no_owner"),
    hit.lastContactOn
      ? t("slack.search.last_contact", { day: dayLabel(hit.lastContactOn, speech.today, speech.locale) })
      : null,
  ];
  return cutText(facts.filter(Boolean).join(" · "), 300);
}

/** Ten of them fit one message. */
function shortName(hit: SearchHit): string {
  return cutText(fullName(hit), 150);
}

function hitBlock(hit: SearchHit, index: number, speech: Speech): KnownBlock {
  const { t } = speech;
  const name = hit.mine ? `${shortName(hit)} ${t("slack.search.mine")}` : shortName(hit);
  const matched =
    hit.matched === "name" ? "" : `\n${t(`search.matched.${hit.matched}`)}: ${cutText(hit.matchedText, 100)}`;
  return section(md`${name}\n${factsOf(hit, speech)}${matched}`, {
    accessory: button({
      text: t("slack.search.open"),
      actionId: customerIds.openAt(index),
      value: hit.customerId,
      spoken: t("slack.search.open_spoken", { name: fullName(hit) }),
    }),
  });
}

function moreBlock(query: string, cursor: string, { t }: Speech): KnownBlock {
  const value = JSON.stringify({ q: query, cursor });
  return value.length <= 2000
    ? actions([button({ text: t("slack.search.more"), actionId: customerIds.more, value })])
    : context(t("slack.search.narrow"));
}
