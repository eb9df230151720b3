import { lastAction } from "./action-words.ts";
import { bodyOf } from "./body.ts";
import { entryReading } from "./compose.ts";
import { findBeginnings } from "./find-customers.ts";
import { gather, type Scene } from "./scene.ts";
import { subjectsOf } from "./segment-subjects.ts";
import { segmentsOf } from "./segments.ts";
import { overlaps } from "./spans.ts";
import { findStrangeCompanies } from "./strange-companies.ts";
import { tidy } from "./tidy.ts";
import type { Book, LineContext, LineEntry, Question, Reading, Span } from "./types.ts";
import { type LineVerb, verbOf } from "./verbs.ts";

type WithoutText = Omit<Reading, "text">;

/**
 * Reads one typed or dictated line: whom it is about, what happened and when, what is to be done by when, and what has to be
 * asked. Pure; never throws; the line itself always comes back in `text`. Times are local to the workspace.
 * `verb` is what stood behind `/crm` (記録, 約束, 済 …) when the surface has taken it off the line already.
 */
export function readLine(text: string, book: Book, context: LineContext, verb?: string): Reading {
  const line = tidy(text)
    .replace(/^\/crm(?:\s|$)/i, "")
    .trim();
  const head = takeVerb(line, verb);
  const scene = withBeginnings(gather(head.rest, book, context, head.verb?.is === "message"));
  return { ...dispatch(scene, head.verb), text };
}

function dispatch(scene: Scene, verb: LineVerb | null): WithoutText {
  if (verb?.is === "find" || looksLikeCode(scene.line)) return nothing("lookup");
  if (verb?.is === "done" || endsDone(scene)) return onlySubjects(scene, "done");
  if (verb === null && (isAsking(scene) || isOnlyName(scene))) return onlySubjects(scene, "lookup");
  return isAboutWork(scene, verb) ? entryReading(scene, verb) : unknown(scene.line);
}

// A verb that is itself a word of action (アポ, フォロー, 回答) stays in the line: it is the title.
function takeVerb(line: string, given: string | undefined): { verb: LineVerb | null; rest: string } {
  if (given !== undefined) return { verb: verbOf(given), rest: line };
  if (/^\?./.test(line)) return { verb: { is: "find" }, rest: line.slice(1).trim() };
  const word = /^(\S+?)(?:\s+|$)/.exec(line);
  const verb = word ? verbOf(word[1]!) : null;
  if (!word || !verb || verb.is === "kind") return { verb: null, rest: line };
  const rest = line.slice(word[0].length);
  if (rest === "" && verb.is !== "done") return { verb: null, rest: line };
  return { verb, rest: lastAction(word[1]!) ? line : rest };
}

// ト would find every トヨタ: a word that only begins a name counts when no whole name was found.
function withBeginnings(scene: Scene): Scene {
  if (scene.customers.length > 0 || scene.people.some(({ addressed }) => addressed)) return scene;
  const taken: Span[] = [...scene.activities, ...scene.moments, ...scene.members, ...scene.chatter];
  const words = [...scene.line.matchAll(/[^\s、。,!?]+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  for (const word of words.slice(0, 3)) {
    if (taken.some((span) => overlaps(span, word))) continue;
    const mention = findBeginnings(scene.line, trimmed(scene.line, word), scene.book);
    if (mention) return { ...scene, customers: [mention], masked: maskOver(scene.masked, mention) };
  }
  return scene;
}

function trimmed(line: string, word: Span): Span {
  const text = line.slice(word.start, word.end);
  return { start: word.start, end: word.start + text.replace(/(?:さん|様|さま|御中)$/, "").length };
}

function maskOver(masked: string, span: Span): string {
  return masked.slice(0, span.start) + "\u0000".repeat(span.end - span.start) + masked.slice(span.end);
}

// A telephone number, a code or an address alone is looked up, never logged.
function looksLikeCode(line: string): boolean {
  return /^[+\d\s().-]{4,20}$/.test(line) || /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(line);
}

function endsDone(scene: Scene): boolean {
  const last = /(?:^|\s)(済み?|完了|終わり|✅|done)$/i.exec(scene.line);
  if (!last || scene.activities.length > 0 || scene.moments.length > 0) return false;
  return scene.customers.length === 1 && scene.clauses.length <= 3;
}

function isAsking(scene: Scene): boolean {
  if (scene.activities.length > 0 || scene.moments.length > 0) return false;
  return /\?$|だっけ|教えて|知って(?:る|ます)|(?:誰|だれ|どこ)(?:が|の|に)?(?:担当|です|だ|$)/.test(
    scene.line,
  );
}

function isOnlyName(scene: Scene): boolean {
  if (scene.customers.length === 0 && scene.people.length === 0) return false;
  if (scene.activities.length > 0 || scene.moments.length > 0 || scene.members.length > 0) return false;
  const names: Span[] = [...scene.customers, ...scene.people, ...scene.chatter];
  return bodyOf(scene.line, { start: 0, end: scene.line.length }, names) === "";
}

// Chat is no log: without a customer, a person, a word of contact or a verb, nothing here is work.
function isAboutWork(scene: Scene, verb: LineVerb | null): boolean {
  if (scene.line === "") return false;
  if (scene.customers.length > 0 || verb !== null) return true;
  if (scene.people.some(({ addressed }) => addressed) || scene.activities.length > 0) return true;
  return findStrangeCompanies(scene.line, scene.moments).length > 0 && scene.moments.length > 0;
}

function onlySubjects(scene: Scene, kind: "done" | "lookup"): WithoutText {
  const [segment] = segmentsOf(scene);
  const people = scene.people;
  const named = scene.customers.length > 0 || people.length > 0;
  const all = { ...segment!, end: scene.line.length };
  const subjects = named
    ? subjectsOf(
        scene,
        all,
        people.map((mention) => ({ ...mention, addressed: true })),
      )
    : [];
  const names: Span[] = [...scene.customers, ...people, ...scene.members, ...scene.chatter];
  const body = bodyOf(scene.line, { start: 0, end: scene.line.length }, names).replace(
    /\s*(?:済み?|完了|終わり|✅|done)$/i,
    "",
  );
  const entries = subjects.map(
    (subject): LineEntry => ({
      customerId: subject.customerId,
      personIds: subject.personIds,
      counterpartText: null,
      historyKind: null,
      direction: "unknown",
      result: null,
      occurredAt: null,
      authorId: scene.context.authorId,
      recorderId: scene.context.authorId,
      memberIds: [],
      body,
      flags: [],
      suggestions: [],
    }),
  );
  const questions = subjects.flatMap((subject, entry): Question[] => {
    if (subject.customerId !== null) return [];
    const id = `q${entry + 1}`;
    return subject.candidates.length > 0
      ? [{ id, kind: "customer", text: subject.text, customerIds: subject.candidates, entry }]
      : [{ id, kind: "unknown_customer", text: subject.text, entry }];
  });
  return { kind, entries, nextActions: [], questions };
}

function unknown(line: string): WithoutText {
  const word = /^[^\s、。]+/.exec(line)?.[0] ?? "";
  return {
    ...nothing("unknown"),
    questions: [{ id: "q1", kind: "unknown_customer", text: word, entry: null }],
  };
}

function nothing(kind: "lookup" | "unknown"): WithoutText {
  return { kind, entries: [], nextActions: [], questions: [] };
}
