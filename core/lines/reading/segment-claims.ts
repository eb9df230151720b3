import type { Activity } from "./activities.ts";
import { findStrangers, type PersonMention } from "./find-people.ts";
import type { Judged } from "./judge-moments.ts";
import type { Scene } from "./scene.ts";
import type { Segment } from "./segments.ts";
import { contains } from "./spans.ts";
import { changesMasterData } from "./suggestions.ts";
import { TITLE } from "./titles.ts";
import type { Span } from "./types.ts";

/** What of the stretch has a field of its own and so leaves the summary, and who else took part. */
export interface Claims {
  spans: Span[];
  /** People the book does not know, as typed. */
  counterpart: string | null;
  /** Who took part on the other side (先方：品証３名), for the end of the summary. */
  party: string | null;
}

const FLAG = /直行|直帰|大至急|至急|急ぎで?|ちょっこう|ちょっき/g;
const DEADLINE_TAIL = /^(?:まで(?:に)?|迄に?|中に?|以内に?|いっぱい|には|にも|に|の|は|も|で)?[、,]?/;
const NO_NAME = /^(?:様|さん|さま|氏|殿|先生|君|どの|くん)$/;

/** Collects the claims of names, kinds, times, flags and of the clauses that next actions were read from. */
export function claimsOf(
  scene: Scene,
  segment: Segment,
  judged: readonly Judged[],
  done: readonly Activity[],
  actions: readonly Span[],
  people: readonly PersonMention[],
): Claims {
  const { line } = scene;
  const words = line.slice(segment.start, segment.end);
  const known: Span[] = [...segment.mentions, ...scene.members, ...people];
  const party = partyIn(words, segment.start);
  const taken = [...known, ...scene.moments, ...actions, ...(party ? [party.span] : [])];
  const strangers = findStrangers(line, taken).filter((span) => contains(segment, span));
  const names = strangers
    .map((span) => line.slice(span.start, span.end).trim())
    .filter((name) => !NO_NAME.test(name));
  // 担当は山田部長から佐々木課長に変更: the names are what is told.
  const namesTell = changesMasterData(words);
  return {
    spans: [
      ...(namesTell
        ? [...segment.mentions, ...scene.members]
        : [...known, ...strangers.filter((span) => standsApart(line, span))]),
      ...done.filter(({ telling }) => !telling),
      ...actions,
      ...scene.chatter,
      ...timesOf(line, judged),
      ...flagSpans(line),
      ...(party ? [party.span] : []),
    ],
    counterpart: party?.text ?? (names.length > 0 ? names.join("、") : null),
    party: party?.text ?? null,
  };
}

/** 直行, 直帰, 至急 wherever they stand in the line. */
export function flagsOf(line: string): string[] {
  return [...new Set([...line.matchAll(FLAG)].map((match) => flagName(match[0])))];
}

function partyIn(words: string, offset: number): { text: string; span: Span } | null {
  const match = /先方(?:[:は]\s?|\s)([^\s、。]{2,12})/.exec(words);
  if (!match) return null;
  const start = offset + match.index;
  return { text: match[1]!, span: { start, end: start + match[0].length } };
}

// 社長不在 says something about the person and stays whole; 佐々木課長に is only whom they spoke to.
function standsApart(line: string, span: Span): boolean {
  if (new RegExp(`^${TITLE}$`).test(line.slice(span.start, span.end))) return false;
  return /^(?:$|[\s、。,]|と|に|から|より|へ|の)/.test(line.slice(span.end));
}

function timesOf(line: string, judged: readonly Judged[]): Span[] {
  return judged
    .filter((one) => one.role !== "fact")
    .flatMap((one) => [one.moment, ...(one.moment.clockApart ? [one.moment.clockApart] : [])])
    .map((span) => {
      const tail = DEADLINE_TAIL.exec(line.slice(span.end))![0];
      return { start: span.start, end: span.end + tail.length };
    });
}

function flagSpans(line: string): Span[] {
  return [...line.matchAll(FLAG)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function flagName(typed: string): string {
  if (typed === "ちょっこう") return "直行";
  if (typed === "ちょっき") return "直帰";
  return typed.includes("急") ? "至急" : typed;
}
