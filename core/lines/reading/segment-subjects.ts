import type { CustomerMention } from "./find-customers.ts";
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
    subject: unlessUnsure(
      scene,
      mention,
      decideSubject(mention.text, mention.customerIds, people, authorId, book, words),
    ),
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

// みなと整形 may be みなと食品 mistyped, or nobody in the book.
function unlessUnsure(scene: Scene, mention: CustomerMention, subject: Subject): Subject {
  if (scene.customers.some((other) => other.start === mention.end)) return subject;
  if (!mention.unsure || subject.customerId === null || subject.personIds.length > 0) return subject;
  return { ...subject, text: mention.unsure, customerId: null, candidates: [subject.customerId] };
}

function strangersOf(scene: Scene, segment: Segment): Span[] {
  const known: Span[] = [
    ...segment.mentions,
    ...scene.customers,
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
  const ids = people.flatMap((mention) => [
    ...mention.people.map(({ customerId }) => customerId),
    ...(mention.alike ?? []),
  ]);
  const order = scene.book.customers.map(({ id }) => id).filter((id) => ids.includes(id));
  if (order.length === 0) return unknown(people[0]!.text);
  const { authorId } = scene.context;
  const owned = order.filter((id) =>
    scene.book.customers.some((c) => c.id === id && c.ownerIds.includes(authorId)),
  );
  // Whoever says 山田部長 and nothing more means their own one.
  const candidates = owned.length === 1 ? owned : order;
  const alike = new Set(people.flatMap((mention) => mention.alike ?? []));
  const asked = people.map((mention) =>
    // Whoever works at one of them decides nothing against those that are only called so.
    alike.size > 0 ? { ...mention, people: mention.people.filter(() => candidates.length === 1) } : mention,
  );
  return decideSubject(people[0]!.text.trim(), candidates, asked, authorId, scene.book, words);
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
