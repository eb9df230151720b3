import { foldText, looseReading } from "../../japanese/index.ts";
import type { Book, BookCustomer, BookPerson } from "./types.ts";

const FORM_IN_FRONT =
  /^(?:株式会社|有限会社|合同会社|合名会社|合資会社|株|有|合|同|(?:一般|公益|特定非営利活動|医療|学校|社会福祉|宗教|独立行政|地方独立行政|税理士|弁護士|司法書士)?(?:社団|財団)?法人(?:社団|財団)?)/;

/**
 * The customers whose name, alias or reading begins somewhere in the folded line, with their sites; the others cannot be
 * meant. Working out every name of a whole ledger for every line would take seconds, this takes microseconds each.
 */
export function likelyCustomers(folded: string, book: Book): BookCustomer[] {
  const pairs = pairsOf(folded);
  const own = new Set<string>();
  for (const customer of book.customers) {
    if (beginningsOf(customer).some((beginning) => pairs.has(beginning))) own.add(customer.id);
  }
  return book.customers.filter(({ id, parentId }) => own.has(id) || (parentId !== null && own.has(parentId)));
}

/** The people whose family name, or its reading, begins somewhere in the folded line. */
export function likelyPeople(folded: string, book: Book): BookPerson[] {
  const pairs = pairsOf(folded);
  const letters = new Set(folded);
  return book.people.filter((person) =>
    beginningsOfName(person).some((beginning) => (beginning.length === 1 ? letters : pairs).has(beginning)),
  );
}

const nameBeginnings = new WeakMap<BookPerson, string[]>();

// A family name of one kanji (森社長) is told by that alone.
function beginningsOfName(person: BookPerson): string[] {
  const known = nameBeginnings.get(person);
  if (known) return known;
  const words = person.name.split(/[\s・]+/).slice(1);
  const found = [person.name, ...words, ...person.names].flatMap((name) => {
    const key = foldText(name);
    const reading = looseReading(key).slice(0, 2);
    return [/^[一-龠]/.test(key) ? key.slice(0, 1) : key.slice(0, 2), ...(reading === "" ? [] : [reading])];
  });
  nameBeginnings.set(person, found);
  return found;
}

const beginnings = new WeakMap<BookCustomer, string[]>();

/** The first two characters of every name: with and without the legal form, and as it is probably read. */
function beginningsOf(customer: BookCustomer): string[] {
  const known = beginnings.get(customer);
  if (known) return known;
  const found = new Set<string>();
  for (const name of [customer.name, ...customer.names]) {
    const key = foldText(name);
    const core = key.replace(FORM_IN_FRONT, "");
    for (const text of [key, core, looseReading(core.slice(0, 8))])
      if (text.length >= 2) found.add(text.slice(0, 2));
  }
  const all = [...found];
  beginnings.set(customer, all);
  return all;
}

function pairsOf(folded: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < folded.length; i++) pairs.add(folded.slice(i, i + 2));
  return pairs;
}
