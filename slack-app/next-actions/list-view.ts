import type { KnownBlock } from "@slack/types";
import {
  actions,
  button,
  context,
  cutText,
  datepicker,
  header,
  type Message,
  md,
  message,
  section,
} from "../blocks/index.ts";
import { plannedText } from "../customers/say.ts";
import { fullName } from "../customers/search-view.ts";
import type { Speech } from "../text.ts";
import { nextActionIds } from "./ids.ts";

/** How many one message shows: each has two blocks. */
export const LISTED = 15;

export interface Planned {
  id: string;
  customerName: string | null;
  parentName: string | null;
  kind: string;
  title: string;
  dueOn: string | null;
  dueTime: string | null;
  duePrecision: string;
  needsReview: boolean;
  version: number;
}

/** Next actions with what can be done to each: 済, or another day. `title` says which they are. */
export function plannedMessage(
  title: string,
  items: readonly Planned[],
  more: boolean,
  speech: Speech,
): Message {
  const { t } = speech;
  if (items.length === 0) {
    const text = `${title}: ${t("slack.today.none")}`;
    return message(text, [section(text)]);
  }
  const spoken = items
    .slice(0, 5)
    .map((item) => cutText(`${plannedText(item, speech)} ${item.customerName ?? ""}`, 300));
  return message([title, ...spoken].join("\n"), [
    header(title),
    ...plannedBlocks(items, speech),
    ...(more ? [context(t("slack.today.more"))] : []),
  ]);
}

/** The reader's own: their name beside each would only be in the way. */
export function asOwn<T extends Planned>(items: readonly T[]): (T & { ownerName: null })[] {
  return items.map((item) => ({ ...item, ownerName: null }));
}

/** The blocks of some next actions, also for the home. */
export function plannedBlocks(items: readonly Planned[], speech: Speech): KnownBlock[] {
  return items
    .slice(0, LISTED)
    .flatMap((item, index) => [itemBlock(item, speech), buttonsOf(item, index, speech)]);
}

function itemBlock(item: Planned, speech: Speech): KnownBlock {
  const whom = cutText(fullName({ name: item.customerName ?? "", parentName: item.parentName }), 120);
  return section(
    md`${cutText(plannedText(item, speech), 250)}\n${whom === "" ? speech.t("slack.today.nobody") : whom}`,
  );
}

function buttonsOf(item: Planned, index: number, { t }: Speech): KnownBlock {
  return actions(
    [
      button({
        text: t("slack.today.done"),
        actionId: nextActionIds.doneAt(index),
        value: JSON.stringify({ id: item.id, version: item.version }),
        spoken: t("slack.today.done_spoken", { title: cutText(item.title, 60) }),
      }),
      datepicker({ actionId: nextActionIds.snoozeAt(index), placeholder: t("slack.today.snooze") }),
    ],
    { blockId: `next_action.${item.id}.${index}` },
  );
}
