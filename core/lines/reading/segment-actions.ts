import { dueDay } from "./due-day.ts";
import type { Judged } from "./judge-moments.ts";
import { resolveDay } from "./resolve-day.ts";
import type { Scene } from "./scene.ts";
import { factDay } from "./suggestions.ts";
import type { DateDoubt, Day, LineNextAction } from "./types.ts";
import type { UndatedAction } from "./undated.ts";

/** A next action before it is known which customer and which colleague it is for. */
export interface SegmentAction {
  action: Omit<LineNextAction, "entry" | "customerId" | "ownerId">;
  question: { reason: DateDoubt; candidates: Day[]; text: string } | null;
}

export type JudgedDue = Extract<Judged, { role: "due" }>;

const TOPIC = /([^\s、。!?()]{1,15}?)の件/;
const BARE_TITLE = /^(?:回答|返答|返事|返信|確認|連絡|折り返し|対応|報告|再提案|提案)$/;
const BARE_SENDING = /^(?:送付|提出|発送|郵送|手配|対応|回答|返信|送り)$/;

/**
 * The next actions of a stretch: those with a day, those without one that no dated action stands for already, and the
 * delivery an order calls for. A bare title takes its topic from the summary (単価の件 … 回答 → 単価の回答).
 */
export function segmentActions(
  scene: Scene,
  dues: readonly JudgedDue[],
  undated: readonly UndatedAction[],
  body: string,
  place: string | null,
): SegmentAction[] {
  const wished = undated.find(({ suggested, kind }) => suggested && kind === "promise");
  const open = undated.filter((one) => !one.suggested || !dues.some(({ kind }) => kind === one.kind));
  return [
    ...dues.map((one) => {
      const title =
        wished && one.kind === "promise" && BARE_SENDING.test(one.title) ? wished.title : one.title;
      return dated(scene, { ...one, title }, body, place);
    }),
    ...open.map((one) => withoutDay(one, body)),
  ];
}

/** An order with a day of delivery: the delivery is offered as what the customer waits for. */
export function deliveries(scene: Scene, judged: readonly Judged[]): SegmentAction[] {
  return judged.flatMap((one): SegmentAction[] => {
    const day = one.role === "fact" && /納/.test(one.label) ? factDay(one, scene.today) : null;
    if (!day) return [];
    const resolved = { date: day.date, to: null, precision: "day", snap: null } as const;
    const { due, shifted } = dueDay("promise", resolved, null, scene.context.now, scene.context.calendar);
    return [
      {
        action: { kind: "promise", title: "納品", due, asTyped: one.moment.text, shifted, suggested: true },
        question: null,
      },
    ];
  });
}

function dated(scene: Scene, one: JudgedDue, body: string, place: string | null): SegmentAction {
  const { now, calendar } = scene.context;
  const { moment } = one;
  const words = moment.day ?? ({ is: "day", date: scene.today } as const);
  const result = dueDay(one.kind, resolveDay(words, one.lean, scene.today), moment.clock, now, calendar);
  const title = withTopic(one.title, body);
  const asTyped = moment.clockApart
    ? `${moment.text} ${scene.line.slice(moment.clockApart.start, moment.clockApart.end)}`
    : moment.text;
  return {
    action: {
      kind: one.kind,
      title: place && one.kind === "appointment" ? `${title}(${place})` : title,
      due: result.due,
      asTyped,
      shifted: result.shifted,
      suggested: false,
    },
    question: result.question ? { ...result.question, text: asTyped } : null,
  };
}

function withoutDay(one: UndatedAction, body: string): SegmentAction {
  const title = withTopic(one.title, body);
  return {
    action: {
      kind: one.kind,
      title,
      due: null,
      asTyped: one.asTyped,
      shifted: null,
      suggested: one.suggested,
    },
    question: one.ask ? { reason: "missing", candidates: [], text: title } : null,
  };
}

function withTopic(title: string, body: string): string {
  const topic = TOPIC.exec(body)?.[1];
  return topic && BARE_TITLE.test(title) ? `${topic}の${title}` : title;
}
