import type { PersonMention } from "./find-people.ts";
import type { Scene } from "./scene.ts";
import type { Segment } from "./segments.ts";
import { overlaps } from "./spans.ts";
import { findStrangeCompanies } from "./strange-companies.ts";
import { decideSubject, type Subject } from "./subjects.ts";
import type { Span } from "./types.ts";

/**
 * Whom a stretch of the line is about: its customers, those in the same list that the book does not know, else the customers
 * of the people it names. With none of them, one nameless subject, so that nothing typed is lost.
 */
export function subjectsOf(scene: Scene, segment: Segment, people: readonly PersonMention[]): Subject[] {
  const { line, book } = scene;
  const { authorId } = scene.context;
  const words = line.slice(segment.start, segment.end);
  const subjects = segment.mentions.map((mention) => ({
    at: mention.start,
    subject: decideSubject(mention.text, mention.customerIds, people, authorId, book, words),
  }));
  const strangers = strangersOf(scene, segment);
  if (subjects.length > 0) {
    const listed = strangers.filter((span) => isListed(line, span));
    subjects.push(
      ...listed.map((span) => ({ at: span.start, subject: unknown(line.slice(span.start, span.end)) })),
    );
    return subjects.sort((a, b) => a.at - b.at).map(({ subject }) => subject);
  }
  const named = people.filter(({ addressed }) => addressed);
  if (strangers.length === 0 && named.length > 0) return [byPeople(named, scene, words)];
  const text = strangers[0] ? line.slice(strangers[0].start, strangers[0].end) : firstWord(scene);
  return [unknown(text)];
}

function strangersOf(scene: Scene, segment: Segment): Span[] {
  const known: Span[] = [
    ...segment.mentions,
    ...scene.people,
    ...scene.members,
    ...scene.moments,
    ...scene.activities,
  ];
  return findStrangeCompanies(scene.line, known).filter((span) => overlaps(span, segment));
}

function isListed(line: string, span: Span): boolean {
  return /[、,・&＆+]\s?$/.test(line.slice(0, span.start)) || /^\s?[、,・&＆+]/.test(line.slice(span.end));
}

function byPeople(people: readonly PersonMention[], scene: Scene, words: string): Subject {
  const ids = people.flatMap((mention) => mention.people.map(({ customerId }) => customerId));
  const order = scene.book.customers.map(({ id }) => id).filter((id) => ids.includes(id));
  if (order.length === 0) return unknown(people[0]!.text);
  const { authorId } = scene.context;
  const owned = order.filter((id) =>
    scene.book.customers.some((c) => c.id === id && c.ownerIds.includes(authorId)),
  );
  // Whoever says 山田部長 and nothing more means their own one.
  const candidates = owned.length === 1 ? owned : order;
  return decideSubject(people[0]!.text.trim(), candidates, people, authorId, scene.book, words);
}

function firstWord(scene: Scene): string {
  const taken: Span[] = [...scene.activities, ...scene.moments, ...scene.members, ...scene.chatter];
  for (const clause of scene.clauses) {
    let word = "";
    for (let i = clause.start; i < clause.end; i++) {
      if (!taken.some((span) => span.start <= i && i < span.end)) word += scene.line[i]!;
      else if (word !== "") break;
    }
    const bare = word.replace(/(?:さん|様|さま)?[にとへのはがを、]?$/, "");
    if (bare !== "") return bare;
  }
  return "";
}

function unknown(text: string): Subject {
  return { text: text.trim(), customerId: null, candidates: [], personIds: [] };
}
