import { PAST_FORM, RESULT_WORDS } from "./action-words.ts";
import type { Activity } from "./activities.ts";
import { bodyOf } from "./body.ts";
import { dueDay } from "./due-day.ts";
import { findStrangers, type PersonMention } from "./find-people.ts";
import { type Judged, judge } from "./judge-moments.ts";
import { occurrence, type WhenItWas } from "./occurrence.ts";
import { directionOf, resultOf } from "./outcome.ts";
import { meetingPlace } from "./place.ts";
import { resolveDay } from "./resolve-day.ts";
import { type Scene, wordsIn } from "./scene.ts";
import type { Segment } from "./segments.ts";
import { contains, overlaps } from "./spans.ts";
import { factDay, isTrouble, suggestionsFor } from "./suggestions.ts";
import type { DateDoubt, Day, HistoryKind, LineEntry, LineNextAction, Span } from "./types.ts";
import { undatedActions } from "./undated.ts";
import type { LineVerb } from "./verbs.ts";

/** One stretch of the line, read: an entry and next actions for each of its customers to take a copy of. */
export interface SegmentReading {
  people: PersonMention[];
  entry: Omit<LineEntry, "customerId" | "personIds" | "authorId" | "recorderId" | "memberIds">;
  when: WhenItWas["question"];
  actions: SegmentAction[];
}

export interface SegmentAction {
  action: Omit<LineNextAction, "entry" | "customerId" | "ownerId">;
  question: { reason: DateDoubt; candidates: Day[]; text: string } | null;
}

const FLAG = /直行|直帰|至急|大至急|急ぎで?|ちょっこう|ちょっき/g;
const HEARSAY =
  /との?(?:事|こと)|そうです|と言われ|といわれ|言ってた|言っていた|らしい|連絡(?:あり|もら|いただ)|問い?合わ?せ|依頼|要望|希望|ほしい|欲しい|とのご|ということ/;
const TOPIC = /([^\s、。!?()]{1,15}?)の件/;
const BARE_TITLE = /^(?:回答|返答|返事|返信|確認|連絡|折り返し|対応|報告|再提案|提案)$/;

/** Reads what happened and what is to be done from one stretch of the line. */
export function readSegment(scene: Scene, segment: Segment, verb: LineVerb | null): SegmentReading {
  const own = (span: Span) =>
    contains(segment, span) || (segment.shared !== null && overlaps(segment.shared, span));
  const moments = scene.moments.filter(own);
  const judged = ownDays(
    moments.map((moment) => judge(scene, moment, areaOf(segment, moment))),
    segment,
  );
  const dues = judged.filter((one) => one.role === "due");
  const planned = dues.flatMap((one) => one.claims);
  const undated = undatedActions(scene, segment, [...planned, ...moments]);
  const claimed = [...planned, ...undated.flatMap((one) => one.claims ?? [])];
  const done = scene.activities.filter(own).filter((activity) => !isPlanned(activity, claimed, dues));
  const activity = chiefActivity(done, segment);
  const people = scene.people.filter((mention) => contains(segment, mention));
  const parts = claimsOf(scene, segment, judged, done, claimed, people);
  const words = wordsIn(scene, segment);
  const place = meetingPlace(scene.line, segment);
  const body = withCounterpart(
    bodyOf(scene.line, segment, place ? [...parts.claims, place.span] : parts.claims),
    parts.party,
  );
  const planOnly = activity === null && verb === null && isPlanDetail(body, dues, judged);
  const kind = planOnly ? null : historyKind(verb, activity, body, dues.length + undated.length, words);
  const result = kind ? resultOf(words) : null;
  const when = kind ? occurrence(judged, kind, scene.context.now) : { occurredAt: null, question: null };
  const actions = [
    ...dues.map((one) => datedAction(scene, detailed(one, planOnly ? body : ""), body, place?.label ?? null)),
    ...undated
      .filter((one) => !one.suggested || !dues.some(({ kind }) => kind === one.kind))
      .map((one) => undatedAction(one, body)),
    ...(kind === "won" ? deliveries(scene, judged) : []),
  ];
  return {
    people,
    entry: {
      counterpartText: parts.counterpart,
      historyKind: kind,
      direction:
        kind === "message"
          ? "in"
          : kind
            ? directionOf(scene.line.slice(segment.start, segment.end), activity)
            : "unknown",
      result,
      occurredAt: when.occurredAt,
      body: planOnly ? "" : topicMoved(body, kind),
      flags: [...new Set([...scene.line.matchAll(FLAG)].map((match) => flagName(match[0])))],
      suggestions: suggestionsFor({
        words: scene.line.slice(segment.start, segment.end),
        body,
        clauses: scene.clauses
          .filter((clause) => contains(segment, clause))
          .map((clause) => wordsIn(scene, clause)),
        kind,
        activity,
        result,
        judged,
        today: scene.today,
      }),
    },
    when: when.question,
    actions,
  };
}

function areaOf(segment: Segment, moment: Span): Span {
  return contains(segment, moment) || !segment.shared
    ? segment
    : { start: segment.shared.start, end: segment.end };
}

// A day of the shared beginning holds unless the stretch has its own.
function ownDays(judged: Judged[], segment: Segment): Judged[] {
  const inside = judged.filter((one) => contains(segment, one.moment));
  return judged.filter((one) => inside.includes(one) || !inside.some((other) => other.role === one.role));
}

function isPlanned(activity: Activity, claimed: readonly Span[], dues: readonly Judged[]): boolean {
  return dues.length + claimed.length > 0 && claimed.some((claim) => overlaps(claim, activity));
}

function chiefActivity(done: readonly Activity[], segment: Segment): Activity | null {
  const inside = done.filter((activity) => contains(segment, activity));
  const list = inside.length > 0 ? inside : done;
  return list.find(({ kind }) => kind === "won" || kind === "lost") ?? list[0] ?? null;
}

function historyKind(
  verb: LineVerb | null,
  activity: Activity | null,
  body: string,
  actions: number,
  words: string,
): HistoryKind | null {
  if (verb?.is === "promise" || verb?.is === "follow" || verb?.is === "appointment" || verb?.is === "done")
    return null;
  if (verb?.is === "kind" && (verb.kind === "won" || verb.kind === "lost")) return verb.kind;
  if (verb?.is === "message") return activity?.kind === "call" ? "call" : "message";
  if (activity) return activity.kind;
  if (verb?.is === "kind") return verb.kind;
  if (actions > 0 && (body === "" || isOnlyTopic(body))) return null;
  if (body === "" && verb?.is !== "log") return null;
  return HEARSAY.test(words) ? "contact" : "note";
}

// アポ 12/1 現場, ベアリング 来週見積: a few words that tell nothing of what was, so they belong to what will be.
function isPlanDetail(body: string, dues: readonly Judged[], judged: readonly Judged[]): boolean {
  if (dues.length === 0 || body === "" || body.length > 20 || judged.some(({ role }) => role !== "due"))
    return false;
  return (
    !PAST_FORM.test(body) &&
    !RESULT_WORDS.test(body) &&
    !HEARSAY.test(body) &&
    !isTrouble(body) &&
    !isOnlyTopic(body)
  );
}

function detailed(one: Extract<Judged, { role: "due" }>, detail: string): typeof one {
  return detail === "" ? one : { ...one, title: `${detail} ${one.title}` };
}

function isOnlyTopic(body: string): boolean {
  return /^[^\s、。!?]{1,15}の件(?:で|について)?$/.test(body);
}

function topicMoved(body: string, kind: HistoryKind | null): string {
  return kind === null && isOnlyTopic(body) ? "" : body;
}

interface Claims {
  claims: Span[];
  counterpart: string | null;
  /** Who took part on the other side (先方：品証３名), for the end of the summary. */
  party: string | null;
}

function claimsOf(
  scene: Scene,
  segment: Segment,
  judged: readonly Judged[],
  done: readonly Activity[],
  claimed: readonly Span[],
  people: readonly PersonMention[],
): Claims {
  const { line } = scene;
  const known: Span[] = [...segment.mentions, ...people, ...scene.members];
  const party = /先方(?:[:は]\s?|\s)([^\s、。]{2,12})/.exec(line.slice(segment.start, segment.end));
  const partySpan = party
    ? { start: segment.start + party.index, end: segment.start + party.index + party[0].length }
    : null;
  const strangers = findStrangers(line, [
    ...known,
    ...scene.moments,
    ...claimed,
    ...(partySpan ? [partySpan] : []),
  ]).filter((span) => contains(segment, span));
  const apart = strangers.filter((span) =>
    /^(?:$|[\s、。,]|と|に|から|より|へ|の)/.test(line.slice(span.end)),
  );
  const times = judged
    .filter((one) => one.role !== "fact")
    .flatMap((one) => [one.moment, ...(one.moment.clockApart ? [one.moment.clockApart] : [])])
    .map((span) => withDeadline(line, span));
  const flags = [...line.matchAll(FLAG)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const names = strangers
    .map((span) => line.slice(span.start, span.end).trim())
    .filter((name) => !/^(?:様|さん|さま|氏|殿|先生|君|どの|くん)$/.test(name));
  return {
    claims: [
      ...known,
      ...done.filter(({ telling }) => !telling),
      ...claimed,
      ...scene.chatter,
      ...times,
      ...flags,
      ...apart,
      ...(partySpan ? [partySpan] : []),
    ],
    counterpart: party?.[1] ?? (names.length > 0 ? names.join("、") : null),
    party: party?.[1] ?? null,
  };
}

function withDeadline(line: string, span: Span): Span {
  const tail = /^(?:まで(?:に)?|迄に?|中に?|以内に?|いっぱい|には|にも|に|の|は|も|で)?(?:[、,])?/.exec(
    line.slice(span.end),
  );
  return { start: span.start, end: span.end + (tail?.[0].length ?? 0) };
}

function withCounterpart(body: string, party: string | null): string {
  return party ? `${body}(先方 ${party})` : body;
}

function datedAction(
  scene: Scene,
  one: Extract<Judged, { role: "due" }>,
  body: string,
  place: string | null,
): SegmentAction {
  const { now, calendar } = scene.context;
  const clock = one.moment.clock;
  const words = one.moment.day ?? ({ is: "day", date: scene.today } as const);
  const result = dueDay(one.kind, resolveDay(words, one.lean, scene.today), clock, now, calendar);
  const title = withTopic(one.title, body);
  return {
    action: {
      kind: one.kind,
      title: place && one.kind === "appointment" ? `${title}(${place})` : title,
      due: result.due,
      asTyped: one.moment.text,
      shifted: result.shifted,
      suggested: false,
    },
    question: result.question ? { ...result.question, text: one.moment.text } : null,
  };
}

function undatedAction(one: ReturnType<typeof undatedActions>[number], body: string): SegmentAction {
  return {
    action: {
      kind: one.kind,
      title: withTopic(one.title, body),
      due: null,
      asTyped: one.asTyped,
      shifted: null,
      suggested: one.suggested,
    },
    question: one.ask ? { reason: "missing", candidates: [], text: one.title } : null,
  };
}

/** An order with a day of delivery: the delivery is offered as what the customer waits for. */
function deliveries(scene: Scene, judged: readonly Judged[]): SegmentAction[] {
  return judged.flatMap((one): SegmentAction[] => {
    const day = one.role === "fact" && /納/.test(one.label) ? factDay(one, scene.today) : null;
    if (!day || one.role !== "fact") return [];
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

function withTopic(title: string, body: string): string {
  const topic = TOPIC.exec(body)?.[1];
  return topic && BARE_TITLE.test(title) ? `${topic}の${title}` : title;
}

function flagName(typed: string): string {
  if (typed === "ちょっこう") return "直行";
  if (typed === "ちょっき") return "直帰";
  return /急/.test(typed) ? "至急" : typed;
}
