import { titleFrom } from "./action-words.ts";
import { dueDay } from "./due-day.ts";
import type { SegmentReading } from "./read-segment.ts";
import { resolveDay } from "./resolve-day.ts";
import type { Scene } from "./scene.ts";
import type { SegmentAction } from "./segment-actions.ts";
import type { NextActionKind } from "./types.ts";
import type { LineVerb } from "./verbs.ts";

const DEFAULT_TITLE: Record<NextActionKind, string> = {
  promise: "回答",
  follow: "フォロー",
  appointment: "訪問",
};
const VERB_ITSELF =
  /^(?:フォロー|ふぉろー|アポ|あぽ|アポ取れた|訪問予定|訪問|約束|回答|予定|リマインド|次回|宿題|折り返し)$/;

/**
 * What the verb of `/crm` changes: 約束, フォロー and アポ say the kind of every next action and make one where the line names
 * none; 伝言 asks for a call back.
 */
export function underVerb(reading: SegmentReading, verb: LineVerb | null, scene: Scene): SegmentReading {
  if (verb?.is === "message") return withCallBack(reading);
  if (verb?.is !== "promise" && verb?.is !== "follow" && verb?.is !== "appointment") return reading;
  const kind = verb.is;
  const { body } = reading.entry;
  const actions = reading.actions.length > 0 ? reading.actions : [wanted(kind, body, scene)];
  return {
    ...reading,
    entry: { ...reading.entry, body: "" },
    actions: actions.map((one) => ({
      ...one,
      action: {
        ...one.action,
        kind,
        suggested: false,
        title: titled(one.action.title, body, kind),
      },
      question:
        one.question ?? (one.action.due === null ? { reason: "missing", candidates: [], text: body } : null),
    })),
  };
}

function titled(title: string, body: string, kind: NextActionKind): string {
  // フォロー is what a day alone is called, whatever the verb.
  if (body === "")
    return title === "" || (title === DEFAULT_TITLE.follow && kind !== "follow")
      ? DEFAULT_TITLE[kind]
      : title;
  const told = titleFrom(body) || body;
  if (title === "" || VERB_ITSELF.test(title)) return told;
  return title === body ? told : `${body} ${title}`;
}

function wanted(kind: NextActionKind, body: string, scene: Scene): SegmentAction {
  const moment = scene.moments.find((one) => one.day ?? one.clock);
  const words = moment?.day ?? (moment ? ({ is: "day", date: scene.today } as const) : null);
  const { now, calendar } = scene.context;
  const day = words
    ? dueDay(kind, resolveDay(words, "future", scene.today), moment!.clock, now, calendar)
    : null;
  return {
    action: {
      kind,
      title: "",
      due: day?.due ?? null,
      asTyped: moment?.text ?? body,
      shifted: day?.shifted ?? null,
      suggested: false,
    },
    question: day?.question ? { ...day.question, text: moment!.text } : null,
  };
}

function withCallBack(reading: SegmentReading): SegmentReading {
  if (
    reading.actions.length > 0 ||
    /(?:折り?返し?|おりかえし)[^、。\s]{0,6}(?:不要|無用|いらない|要らない|いりません|結構)/.test(
      reading.entry.body,
    )
  )
    return reading;
  const action: SegmentAction = {
    action: { kind: "promise", title: "折り返し", due: null, asTyped: "", shifted: null, suggested: true },
    question: null,
  };
  return { ...reading, actions: [action] };
}
