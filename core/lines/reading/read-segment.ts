import { PAST_FORM, RESULT_WORDS } from "./action-words.ts";
import type { Activity } from "./activities.ts";
import { bodyOf } from "./body.ts";
import type { PersonMention } from "./find-people.ts";
import { type Judged, judge } from "./judge-moments.ts";
import { occurrence, type WhenItWas } from "./occurrence.ts";
import { directionOf, resultOf } from "./outcome.ts";
import { meetingPlace } from "./place.ts";
import { type Scene, wordsIn } from "./scene.ts";
import { deliveries, type JudgedDue, type SegmentAction, segmentActions } from "./segment-actions.ts";
import { claimsOf, flagsOf } from "./segment-claims.ts";
import type { Segment } from "./segments.ts";
import { contains, overlaps } from "./spans.ts";
import { isTrouble, suggestionsFor } from "./suggestions.ts";
import type { Direction, HistoryKind, LineEntry, Span } from "./types.ts";
import { undatedActions } from "./undated.ts";
import type { LineVerb } from "./verbs.ts";

/** One stretch of the line, read: what each of its customers takes a copy of. */
export interface SegmentReading {
  people: PersonMention[];
  entry: Omit<LineEntry, "customerId" | "personIds" | "authorId" | "recorderId" | "memberIds">;
  when: WhenItWas["question"];
  actions: SegmentAction[];
}

const HEARSAY =
  /との?(?:事|こと)|そうです|と言われ|といわれ|言ってた|言っていた|らしい|連絡(?:あり|もら|いただ)|問い?合わ?せ|依頼|要望|要求|希望|ほしい|欲しい|とのご|ということ/;
const DETAIL_LENGTH = 20;

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
  const actions = [...planned, ...undated.flatMap((one) => one.claims ?? [])];
  const done = scene.activities.filter((one) => own(one) && !actions.some((claim) => overlaps(claim, one)));
  const activity = chiefActivity(done, segment);
  const people = scene.people.filter((mention) => contains(segment, mention));
  const named = done.filter(({ kind }) => kind === activity?.kind);
  const claims = claimsOf(scene, segment, judged, named, actions, people);
  const place = meetingPlace(scene.line, segment);
  const left = bodyOf(scene.line, segment, place ? [...claims.spans, place.span] : claims.spans);
  const words = wordsIn(scene, segment);
  const typed = scene.line.slice(segment.start, segment.end);
  const detail = activity === null && verb === null && isPlanDetail(left, typed, judged) ? left : "";
  const body = claims.party ? `${left}(先方 ${claims.party})` : left;
  const plans = dues.length + undated.length;
  const kind =
    (detail === "" ? historyKind(verb, activity, body, plans, words) : null) ??
    // 直行 みなと食品 9時: said once it is past.
    (plans === 0 && verb === null && flagsOf(typed).some((flag) => /直/.test(flag)) ? "visit" : null);
  const result = kind ? resultOf(words) : null;
  const when = kind
    ? occurrence(judged, kind, activity, scene.context.now)
    : { occurredAt: null, question: null };
  return {
    people,
    entry: {
      counterpartText: claims.counterpart,
      historyKind: kind,
      direction: directionFor(kind, typed, activity),
      result,
      occurredAt: when.occurredAt,
      body: detail !== "" || (kind === null && isOnlyTopic(body)) ? "" : body,
      flags: flagsOf(scene.line),
      suggestions: suggestionsFor({
        words: typed,
        body,
        kind,
        activity,
        result,
        judged,
        today: scene.today,
        calendar: scene.context.calendar,
      }),
    },
    when: when.question,
    actions: [
      ...segmentActions(scene, detailed(dues, detail), undated, body, place?.label ?? null),
      ...(kind === "won" ? deliveries(scene, judged) : []),
    ],
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

function chiefActivity(done: readonly Activity[], segment: Segment): Activity | null {
  const inside = done.filter((activity) => contains(segment, activity));
  const list = inside.length > 0 ? inside : done;
  return list.find(({ kind }) => kind === "won" || kind === "lost") ?? list[0] ?? null;
}

function directionFor(kind: HistoryKind | null, typed: string, activity: Activity | null): Direction {
  if (kind === null) return "unknown";
  return kind === "message" ? "in" : directionOf(typed, activity);
}

function historyKind(
  verb: LineVerb | null,
  activity: Activity | null,
  body: string,
  actions: number,
  words: string,
): HistoryKind | null {
  if (verb?.is === "promise" || verb?.is === "follow" || verb?.is === "appointment") return null;
  if (verb?.is === "kind" && (verb.kind === "won" || verb.kind === "lost")) return verb.kind;
  if (verb?.is === "message") return activity?.kind === "call" ? "call" : "message";
  if (activity) return activity.kind;
  if (verb?.is === "kind") return verb.kind;
  if (actions > 0 && (body === "" || isOnlyTopic(body))) return null;
  if (body === "" && verb?.is !== "log") return null;
  return HEARSAY.test(words) ? "contact" : "note";
}

function isOnlyTopic(body: string): boolean {
  return /^[^\s、。!?]{1,15}の件(?:で|について)?$/.test(body);
}

// アポ 12/1 現場, ベアリング 来週見積: a few words that tell nothing of what was, so they belong to what will be.
function isPlanDetail(body: string, typed: string, judged: readonly Judged[]): boolean {
  if (body === "" || body.length > DETAIL_LENGTH || judged.length === 0) return false;
  if (judged.some(({ role }) => role !== "due") || isOnlyTopic(body) || isTrouble(typed)) return false;
  return !PAST_FORM.test(body) && !RESULT_WORDS.test(body) && !HEARSAY.test(body);
}

function detailed(dues: readonly JudgedDue[], detail: string): readonly JudgedDue[] {
  const plain = detail.replace(/^(?:指定|希望|厳守|必着)$/, "");
  return plain === "" ? dues : dues.map((one) => ({ ...one, title: `${plain} ${one.title}` }));
}
