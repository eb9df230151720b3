import { foldText, guessReading, parsePersonName, surnameAtStart } from "../../japanese/index.ts";
import { foldLine } from "./folded-line.ts";
import { likelyPeople } from "./likely.ts";
import { chooseLongest } from "./spans.ts";
import { BEHIND_NAME, titleIn } from "./titles.ts";
import type { Book, BookPerson, Span } from "./types.ts";
import { nameMayBegin, nameMayEnd } from "./word-edges.ts";

/** A place of the line that names somebody on the customer's side; `people` are all whom the name fits. */
export interface PersonMention extends Span {
  text: string;
  people: BookPerson[];
  /** A title or honorific stands behind the name, so it is a person beyond doubt. */
  addressed: boolean;
  /** Customers that go by the same name: 高橋さん is somebody called so, or 髙橋工務店. */
  alike?: readonly string[];
}

interface NameKey {
  key: string;
  person: BookPerson;
}

/**
 * Finds known people by family or full name, in kanji or kana, together with the title or honorific behind it. A name may
 * stand right `behind` another (みなと食品小林さん).
 */
export function findPeople(line: string, book: Book, behind: readonly Span[] = []): PersonMention[] {
  const folded = foldLine(line);
  const index = indexOf(folded.folded, book);
  const found: PersonMention[] = [];
  for (let at = 0; at < folded.folded.length; at++) {
    const keys = (index.get(folded.folded[at]!) ?? []).filter(({ key }) => folded.folded.startsWith(key, at));
    const start = folded.from[at]!;
    if (keys.length === 0) continue;
    if (!nameMayBegin(line, start) && !behind.some(({ end }) => end === start)) continue;
    const longest = Math.max(...keys.map(({ key }) => key.length));
    const end = folded.to[at + longest - 1]!;
    const mention = mentionOf(
      line,
      { start, end },
      keys.filter(({ key }) => key.length === longest),
    );
    if (mention) found.push(mention);
  }
  return chooseLongest(found);
}

/** Names the book does not know but that are people all the same: 佐々木課長, 社長, ご担当者様. */
export function findStrangers(line: string, taken: readonly Span[]): Span[] {
  const pattern = new RegExp(
    `(?:先方[:は]?\\s*)?(?:[一-龠々]{1,4}|[ァ-ヶー]{2,6}|(?<![ぁ-ん])[ぁ-ん]{2,5})?${BEHIND_NAME}`,
    "gu",
  );
  const spans = [...line.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return spans.filter((span) => !taken.some((other) => span.start < other.end && other.start < span.end));
}

function mentionOf(line: string, name: Span, keys: NameKey[]): PersonMention | null {
  const behind = new RegExp(`^\\s?${BEHIND_NAME}`).exec(line.slice(name.end));
  if (!behind && (!nameMayEnd(line, name.end) || name.end - name.start < 2)) return null;
  const end = name.end + (behind?.[0].length ?? 0);
  const title = behind ? titleIn(behind[0]) : null;
  const all = [...new Set(keys.map(({ person }) => person))];
  const titled = title ? all.filter((person) => person.title?.includes(title)) : [];
  return {
    start: name.start,
    end,
    text: line.slice(name.start, end),
    people: titled.length > 0 ? titled : all,
    addressed: behind !== null,
  };
}

function indexOf(folded: string, book: Book): Map<string, NameKey[]> {
  const index = new Map<string, NameKey[]>();
  for (const person of likelyPeople(folded, book)) {
    for (const key of nameKeys(person)) {
      const bucket = index.get(key[0]!);
      if (bucket) bucket.push({ key, person });
      else index.set(key[0]!, [{ key, person }]);
    }
  }
  return index;
}

function nameKeys(person: BookPerson): Set<string> {
  const keys = new Set<string>();
  for (const name of [person.name, ...person.names]) {
    for (const key of keysOfName(name)) {
      keys.add(key);
      const reading = guessReading(key);
      if (reading) keys.add(reading);
    }
  }
  return keys;
}

/** Full name and family name, folded; a name without a gap is cut behind a common family name. */
export function keysOfName(name: string): string[] {
  const parsed = parsePersonName(name);
  const full = foldText(parsed?.full ?? name);
  const family = foldText(parsed?.family ?? "") || surnameAtStart(full) || "";
  // ジョン スミス is スミスさん; who writes their name in letters or katakana puts the family name last as often as first.
  const words = /^[A-Za-zァ-ヶー.・\s]+$/.test(name.normalize("NFKC")) ? name.trim().split(/[\s・]+/) : [];
  const last = words.length > 1 ? foldText(words.at(-1)!) : "";
  return [...new Set([full, family, last.length > 1 ? last : ""])].filter((key) => key.length > 0);
}
