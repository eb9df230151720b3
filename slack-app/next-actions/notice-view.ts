import type { KnownBlock } from "@slack/types";
import {
  actions,
  button,
  context,
  datepicker,
  type Message,
  message,
  richBold,
  richQuote,
  richString,
  richText,
  section,
} from "../blocks/index.ts";
import { occurredText, plannedText } from "../customers/say.ts";
import { fullName } from "../customers/search-view.ts";
import type { Speech } from "../text.ts";
import { nextActionIds } from "./ids.ts";
import type { Planned } from "./list-view.ts";

/** A next action that somebody noted for a colleague. */
export interface Assigned extends Planned {
  createdByName: string | null;
  origin: {
    kind: string;
    direction: string | null;
    occurredAt: string;
    precision: string;
    body: string;
    contactNames: string[];
  } | null;
}

/** What comes in from outside and is passed on: a call, a mail, a visitor, a message. */
const TAKEN = new Set(["call", "mail", "fax", "message", "contact", "visitor"]);

/** Tells whose it is of a phone message: who took it, for whom, the words, what is to be done; with 済み and 連絡した. */
export function assignedMessage(action: Assigned, speech: Speech): Message {
  const { t } = speech;
  return message([titleOf(action, speech), ...spoken(action, speech)].join("\n"), [
    ...factBlocks(action, speech),
    actions(
      [
        button({
          text: t("slack.notice.done"),
          actionId: nextActionIds.noticeDone,
          value: action.id,
          style: "primary",
        }),
        button({
          text: t("slack.notice.contacted"),
          actionId: nextActionIds.noticeContacted,
          value: action.id,
        }),
        datepicker({ actionId: nextActionIds.snoozeAt(0), placeholder: t("slack.today.snooze") }),
      ],
      { blockId: `next_action.${action.id}.0` },
    ),
  ]);
}

/** The same once it is done: what it was stays readable, there is nothing to press. */
export function settledMessage(action: Assigned, said: string, speech: Speech): Message {
  return message(said, [...factBlocks(action, speech), context(said)]);
}

function factBlocks(action: Assigned, speech: Speech): KnownBlock[] {
  const [whom = "", plan = ""] = spoken(action, speech);
  const words = action.origin?.body.trim() ?? "";
  return [
    section(titleOf(action, speech)),
    richText([
      [richBold(whom, 200)],
      ...(action.origin ? [[richString(takenText(action.origin, speech), 100)]] : []),
      [richString(plan, 400)],
    ]),
    ...(words === "" || words === action.title ? [] : [richQuote(words, 1500)]),
  ];
}

function titleOf({ createdByName, origin }: Assigned, { t }: Speech): string {
  const taken = origin !== null && TAKEN.has(origin.kind);
  return t(taken ? "slack.notice.message" : "slack.notice.added", { name: createdByName ?? "Enishi" });
}

/** Whom it is about, and what is to be done by when. */
function spoken(action: Assigned, speech: Speech): string[] {
  const { customerName, parentName, origin } = action;
  const customer = customerName
    ? fullName({ name: customerName, parentName })
    : speech.t("slack.today.nobody");
  const names = (origin?.contactNames ?? []).filter((name) => !customer.includes(name));
  return [[customer, ...names].join(" / "), plannedText({ ...action, ownerName: null }, speech)];
}

/** 電話(着信) · 今日 14:05 */
function takenText(origin: NonNullable<Assigned["origin"]>, speech: Speech): string {
  const { t } = speech;
  const kind = t(`history.kind.${origin.kind}`);
  // 伝言 says by itself that it came in.
  const directed = origin.kind !== "message" && (origin.direction === "in" || origin.direction === "out");
  return [
    directed ? `${kind}(${t(`history.direction.${origin.direction}`)})` : kind,
    occurredText(origin, speech),
  ].join(" · ");
}
