import { prefectureOf } from "../../japanese/index.ts";
import { houseOf } from "./book-keys.ts";
import type { PersonMention } from "./find-people.ts";
import type { Book, BookCustomer } from "./types.ts";

/** Whom a mention means: one customer, or the ones a person has to choose from. */
export interface Subject {
  text: string;
  customerId: string | null;
  candidates: string[];
  personIds: string[];
}

/**
 * Narrows a mention by what else the line says: a person who works there, a prefecture. Between the sites of one house the
 * only one the author owns is meant; between two companies of one name nobody guesses.
 */
export function decideSubject(
  text: string,
  customerIds: readonly string[],
  people: readonly PersonMention[],
  authorId: string,
  book: Book,
  words: string,
): Subject {
  let candidates = customerIds.map((id) => book.customers.find((customer) => customer.id === id)!);
  candidates = narrowed(candidates, (customer) => people.some((mention) => worksAt(mention, customer)));
  candidates = narrowed(candidates, (customer) => namesPrefecture(words, customer));
  if (isOneHouse(candidates, book)) {
    candidates = narrowed(candidates, (customer) => namesSite(words, customer));
    const owned = candidates.filter((customer) => customer.ownerIds.includes(authorId));
    if (owned.length === 1) candidates = owned;
  }
  const customer = candidates.length === 1 ? candidates[0]! : null;
  return {
    text,
    customerId: customer?.id ?? null,
    candidates: candidates.map(({ id }) => id),
    personIds: customer ? peopleOf(customer, people, book) : [],
  };
}

/** The people of the mentions who work at the customer or elsewhere in its house, one per mention. */
export function peopleOf(customer: BookCustomer, people: readonly PersonMention[], book: Book): string[] {
  const house = houseIn(customer, book);
  const ids = people.flatMap((mention) => {
    const here = mention.people.filter((person) => person.customerId === customer.id);
    const inHouse = mention.people.filter((person) => {
      const own = book.customers.find(({ id }) => id === person.customerId);
      return own !== undefined && houseIn(own, book) === house;
    });
    const fitting = here.length > 0 ? here : inHouse;
    return fitting.length === 1 ? [fitting[0]!.id] : [];
  });
  return [...new Set(ids)];
}

function narrowed(candidates: BookCustomer[], test: (customer: BookCustomer) => boolean): BookCustomer[] {
  if (candidates.length < 2) return candidates;
  const fitting = candidates.filter(test);
  return fitting.length > 0 ? fitting : candidates;
}

function worksAt(mention: PersonMention, customer: BookCustomer): boolean {
  return mention.people.some((person) => person.customerId === customer.id);
}

function namesPrefecture(words: string, customer: BookCustomer): boolean {
  if (!customer.prefecture) return false;
  const short = customer.prefecture.replace(/[都府県]$/, "");
  return words
    .split(/[\s、。()]+/)
    .some(
      (word) =>
        word === short ||
        word === customer.prefecture ||
        (word !== "" && prefectureOf(word) === customer.prefecture && word.length <= 6),
    );
}

// たなか商事の大阪: once the house is known, the short name of a site tells which.
function namesSite(words: string, customer: BookCustomer): boolean {
  const site = /[\s\u3000](\S{2,}?)(?:支店|支社|営業所|出張所|事業所|事務所|工場|センター|店)$/.exec(
    customer.name,
  )?.[1];
  return site !== undefined && words.includes(site);
}

function isOneHouse(candidates: readonly BookCustomer[], book: Book): boolean {
  return new Set(candidates.map((customer) => houseIn(customer, book))).size === 1;
}

function houseIn(customer: BookCustomer, book: Book): string {
  const parent = book.customers.find(({ id }) => id === customer.parentId);
  return houseOf({ ...(parent ?? customer), parentId: null });
}
