import { type Activity, findActivities } from "./activities.ts";
import { findChatter } from "./chatter.ts";
import { findClauses } from "./clauses.ts";
import { type CustomerMention, findCustomers } from "./find-customers.ts";
import { findMembers, type MemberMention } from "./find-members.ts";
import { findPeople, type PersonMention } from "./find-people.ts";
import { findMoments, type Moment } from "./moments.ts";
import { overlaps } from "./spans.ts";
import { titleIn } from "./titles.ts";
import type { Book, Day, LineContext, Span } from "./types.ts";

/** Everything recognised in the line, before anything is decided. */
export interface Scene {
  line: string;
  book: Book;
  context: LineContext;
  today: Day;
  customers: CustomerMention[];
  people: PersonMention[];
  members: MemberMention[];
  moments: Moment[];
  activities: Activity[];
  clauses: Span[];
  chatter: Span[];
  /** The line with every name blanked out by U+0000, for patterns about the words between. */
  masked: string;
}

/** Recognises names first, so that no date or word of contact is read inside one. */
export function gather(line: string, book: Book, context: LineContext, isMessage = false): Scene {
  const today = context.now.slice(0, 10);
  const chatter = findChatter(line);
  const named = byNameFirst(findCustomers(line, book));
  const theirs = findPeople(line, book, named);
  // @田中商事 is the customer, not the colleague 田中.
  const members = findMembers(line, book, isMessage).filter(
    (member) =>
      !(member.unsure && theirs.some((person) => overlaps(person, member))) &&
      !named.some((customer) => customer.start <= member.start + 1 && customer.end > member.end),
  );
  const { customers, people } = parted(
    named.filter((span) => !members.some((other) => overlaps(other, span))),
    theirs.filter((span) => !members.some((other) => overlaps(other, span))),
  );
  const names: Span[] = [...customers, ...people, ...members];
  const moments = joinApart(line, names, findMoments(line, today, names, context.calendar));
  const masked = blank(line, [...names, ...chatter]);
  const activities = findActivities(masked, moments);
  return {
    line,
    book,
    context,
    today,
    customers,
    people,
    members,
    moments,
    activities,
    clauses: findClauses(line, [...names, ...moments]),
    chatter,
    masked,
  };
}

/** The words of a stretch of the line, names left out. */
export function wordsIn(scene: Scene, span: Span): string {
  return unmasked(scene.masked.slice(span.start, span.end));
}

/** The words of a stretch with names, days and times left out. */
export function proseIn(scene: Scene, span: Span): string {
  const times = scene.moments.flatMap((moment) => [
    moment,
    ...(moment.clockApart ? [moment.clockApart] : []),
  ]);
  return unmasked(blank(scene.masked, times).slice(span.start, span.end)).trim();
}

// With a name goes the particle that tied it to the words: 丸八へ回答 says 回答.
function unmasked(text: string): string {
  return text.replace(
    /\u0000+(?:さん|さま|様|御中)?(?:への?|には|にて|に|との?|の|は|が|で(?!す)|からの?|より)?/g,
    "",
  );
}

// 丸八 型番 20014: beside a name, digits that are also somebody's code are only digits.
function byNameFirst(mentions: CustomerMention[]): CustomerMention[] {
  const byName = mentions.filter(({ text }) => !/^[A-Za-z]{0,8}[\d()+-]+$/.test(text));
  return byName.length > 0 ? byName : mentions;
}

export function blank(line: string, spans: readonly Span[]): string {
  let blanked = line;
  for (const { start, end } of spans) {
    blanked = blanked.slice(0, start) + "\u0000".repeat(end - start) + blanked.slice(end);
  }
  return blanked;
}

// 山田部長 is a person before it is the beginning of 山田金属; 小林食品 is a customer before it is a person.
function parted(
  customers: CustomerMention[],
  people: PersonMention[],
): { customers: CustomerMention[]; people: PersonMention[] } {
  const weak = (mention: CustomerMention) => mention.grade === "short" || mention.grade === "guess";
  const keptCustomers = customers.filter(
    (customer) =>
      !(weak(customer) && people.some((person) => person.addressed && overlaps(person, customer))),
  );
  return {
    customers: keptCustomers,
    people: people
      .filter((person) => !keptCustomers.some((customer) => overlaps(customer, person)))
      .map((person) => ({ ...person, alike: alikeOf(person, customers) })),
  };
}

// 高橋さん without a title may be of 髙橋工務店, whose name begins so.
function alikeOf(person: PersonMention, customers: readonly CustomerMention[]): string[] {
  if (!/(?:さん|様|さま)$/.test(person.text) || titleIn(person.text)) return [];
  return customers.filter((customer) => overlaps(customer, person)).flatMap(({ customerIds }) => customerIds);
}

const BETWEEN =
  /直行|直帰|同行|アポ(?:取れた)?|訪問(?:予定)?|打ち?合わ?せ|うちあわせ|来社|商談|面談|mtg|会議|[\u0000\s、,のにで]/gi;

// 月曜 直行 10時田中商事: between the day and its time stand only names and flags.
function joinApart(line: string, names: readonly Span[], moments: Moment[]): Moment[] {
  const masked = blank(line, names);
  const joined: Moment[] = [];
  for (const moment of moments) {
    const before = joined.at(-1);
    const gap = before ? masked.slice(before.end, moment.start) : "";
    const empty = gap.replace(BETWEEN, "") === "";
    const timed = /(?:時間|開始|集合)は?[:\s]*$/.exec(masked.slice(before?.end ?? 0, moment.start));
    const deadline = /^(?:まで|迄)/.test(line.slice(moment.end));
    if (
      before &&
      (empty || timed) &&
      before.day &&
      !before.clock &&
      moment.clock &&
      !moment.day &&
      !deadline
    ) {
      before.clock = moment.clock;
      const tail = timed
        ? /^(?:から|開始|スタート|集合)?(?:です)?/.exec(line.slice(moment.end))![0].length
        : 0;
      before.clockApart = { start: moment.start - (timed?.[0].length ?? 0), end: moment.end + tail };
    } else if (
      before?.clock &&
      !before.day &&
      moment.day &&
      !moment.clock &&
      /^[\s、に]*$/.test(line.slice(before.end, moment.start))
    ) {
      // 10時 明後日.
      joined[joined.length - 1] = {
        ...moment,
        start: before.start,
        text: line.slice(before.start, moment.end),
        clock: before.clock,
      };
    } else joined.push({ ...moment });
  }
  return joined;
}
