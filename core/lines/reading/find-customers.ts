import { isSurname, startsWithTrade } from "../../japanese/index.ts";
import { type CustomerKey, customerKeys, houseOf, type KeyGrade } from "./book-keys.ts";
import { type FoldedLine, foldLine } from "./folded-line.ts";
import { likelyCustomers } from "./likely.ts";
import { chooseLongest } from "./spans.ts";
import { BEHIND_NAME } from "./titles.ts";
import type { Book, BookCustomer, Span } from "./types.ts";
import { nameMayBegin, nameMayEnd, runsOn } from "./word-edges.ts";

/** A place of the line that names a customer, and whom it may mean, in the book's order. */
export interface CustomerMention extends Span {
  /** The words as typed. */
  text: string;
  customerIds: string[];
  grade: KeyGrade;
  /** The whole word, where only its beginning is a customer's short name and the rest may be part of another name. */
  unsure?: string;
}

interface BookIndex {
  byStart: Map<string, CustomerKey[]>;
  customers: Map<string, BookCustomer>;
  order: Map<string, number>;
  houses: Map<string, string>;
}

const GRADES: KeyGrade[] = ["formal", "alias", "house", "short", "guess"];
const REGION =
  /^(?:大阪|東京|名古屋|京都|神戸|横浜|福岡|仙台|札幌|広島|日本|北陸|東海|関東|関西|中部|九州|四国|東北|近畿|北海道|中央|国際|第一)$/;
/** Whoever a short name fits beyond these is found by search, not on a card. */
const MOST = 100;
/** The index of the last line read with a book: a line is searched more than once. */
const indexes = new WeakMap<Book, { folded: string; index: BookIndex }>();

/**
 * Finds customers in running text, with or without spaces, in any width, kana or old kanji, without the legal form and
 * by their short names. The longest name at each place wins; those that share it are all returned.
 */
export function findCustomers(line: string, book: Book): CustomerMention[] {
  const folded = foldLine(line);
  const index = indexOf(book, folded.folded);
  const found: CustomerMention[] = [];
  for (let at = 0; at < folded.folded.length - 1; at++) {
    const mention = longestAt(line, folded, at, index);
    if (mention) found.push(mention);
  }
  return chooseLongest(found).map((mention) => withLegalForm(line, withWholeName(line, mention, index)));
}

/** Names at whole words that are only the beginning of a customer's name, for when nothing better was found. */
export function findBeginnings(line: string, word: Span, book: Book): CustomerMention | null {
  const typed = foldLine(line.slice(word.start, word.end)).folded;
  if (typed.length < 2) return null;
  const index = indexOf(book, foldLine(line).folded);
  const hits = (index.byStart.get(typed.slice(0, 2)) ?? []).filter((key) => key.key.startsWith(typed));
  if (hits.length === 0) return null;
  const customerIds = inOrder(
    hits.map((hit) => hit.customerId),
    index,
  ).slice(0, MOST);
  return { ...word, text: line.slice(word.start, word.end), customerIds, grade: "short" };
}

function longestAt(line: string, folded: FoldedLine, at: number, index: BookIndex): CustomerMention | null {
  const start = folded.from[at]!;
  if (at > 0 && folded.from[at - 1] === start) return null;
  const keys = index.byStart.get(folded.folded.slice(at, at + 2));
  if (!keys || !nameMayBegin(line, start)) return null;
  const matching = keys.filter((key) => folded.folded.startsWith(key.key, at));
  const lengths = [...new Set(matching.map((key) => key.key.length))].sort((a, b) => b - a);
  for (const length of lengths) {
    const end = folded.to[at + length - 1]!;
    const hits = matching.filter((key) => key.key.length === length);
    const fitting = hits.filter((hit) => endsWell(line, folded, at, length, end, hit));
    if (fitting.length === 0) continue;
    const mention = mentionOf(line, { start, end }, fitting, index);
    const word = mention.grade === "short" || mention.grade === "guess" ? goesOn(line, start, end) : null;
    return word ? { ...mention, unsure: word } : mention;
  }
  return null;
}

function endsWell(
  line: string,
  folded: FoldedLine,
  at: number,
  length: number,
  end: number,
  hit: CustomerKey,
): boolean {
  const rest = folded.folded.slice(at + length);
  const spaced = /^[\s、。]/.test(line.slice(end));
  if (!spaced && startsWithTrade(rest)) return false;
  // A gap inside a short name is a gap between two words: 丸 八 is no 丸八.
  if (length <= 4 && /\s/.test(line.slice(folded.from[at]!, end))) return false;
  const follows = nameMayEnd(line, end);
  if (hit.grade === "formal" || hit.grade === "alias" || hit.grade === "house") {
    return follows || length >= 4 || !runsOn(line, end);
  }
  if (
    isSurname(hit.key) &&
    new RegExp(`^${BEHIND_NAME}`).test(line.slice(end)) &&
    !/^(?:さん|さま)/.test(line.slice(end))
  ) {
    return false;
  }
  if (follows) return true;
  return (
    !runsOn(line, end) ||
    (!REGION.test(hit.key) &&
      !isSurname(hit.key) &&
      /[一-龠]/.test(hit.key) &&
      length >= 2 &&
      atWordStart(line, folded.from[at]!))
  );
}

/** みなと色品: a short name with a word of two to four kanji behind it that ends there, and is no word of the trade. */
function goesOn(line: string, start: number, end: number): string | null {
  if (nameMayEnd(line, end) || !/[ぁ-んァ-ヶー]$/.test(line.slice(start, end))) return null;
  const rest = /^[一-龠々]{2,4}(?=$|[\s、。,]|さん|様|に|へ|と|の)/.exec(line.slice(end))?.[0];
  return rest ? line.slice(start, end) + rest : null;
}

function atWordStart(line: string, start: number): boolean {
  return start === 0 || /[\s、。,・]/.test(line[start - 1]!);
}

function mentionOf(line: string, span: Span, hits: CustomerKey[], index: BookIndex): CustomerMention {
  const grade = GRADES.find((g) => hits.some((hit) => hit.grade === g))!;
  const best = new Set(hits.filter((hit) => hit.grade === grade).map((hit) => hit.customerId));
  const houses = new Set([...best].map((id) => houseOfId(id, index)));
  const typed = foldLine(line.slice(span.start, span.end)).folded;
  const kin = hits.filter((hit) => {
    if (best.has(hit.customerId)) return true;
    if (houses.has(houseOfId(hit.customerId, index)) || houses.has(hit.customerId))
      return hit.grade !== "guess";
    // サンワ is a company's whole name and what another is called by: a short kana name decides nothing.
    return (
      (grade === "formal" || grade === "short") &&
      /^[ぁ-ん]{2,4}$/.test(typed) &&
      (hit.grade === "short" || hit.grade === "guess")
    );
  });
  const ids = inOrder(
    kin.map((hit) => hit.customerId),
    index,
  );
  const customerIds = withoutBareHouse(ids.slice(0, MOST), index);
  return { ...span, text: line.slice(span.start, span.end), customerIds, grade };
}

// With 本社 in the book as a site of its own, the company's record is not a third place to choose.
function withoutBareHouse(ids: string[], index: BookIndex): string[] {
  const customers = ids.map((id) => index.customers.get(id)!);
  return ids.filter((id, i) => {
    const children = customers.filter((customer) => customer.parentId === id);
    const headOffice = children.some((child) => /本社|本店/.test(child.name));
    return !(children.length > 0 && headOffice && customers[i]!.kind === "company");
  });
}

function houseOfId(id: string, index: BookIndex): string {
  const known = index.houses.get(id);
  if (known) return known;
  const customer = index.customers.get(id)!;
  const parent = customer.parentId ? index.customers.get(customer.parentId) : undefined;
  const house = parent ? houseOf(parent) : houseOf(customer);
  index.houses.set(id, house);
  return house;
}

function inOrder(ids: string[], index: BookIndex): string[] {
  return [...new Set(ids)].sort((a, b) => index.order.get(a)! - index.order.get(b)!);
}

// Signs are no part of a key: in *太字*商店 and A&B <商事> they belong to the name all the same, and not to the summary.
function withWholeName(line: string, mention: CustomerMention, index: BookIndex): CustomerMention {
  for (const id of mention.customerIds) {
    const name = index.customers.get(id)!.name.normalize("NFKC");
    const start = line.lastIndexOf(name, mention.start);
    const end = start + name.length;
    if (start >= 0 && end >= mention.end) return { ...mention, start, end, text: name };
  }
  return mention;
}

function withLegalForm(line: string, mention: CustomerMention): CustomerMention {
  const after = /^\s?(?:\((?:株|有|合|同|名|資|一社|医|学)\)|株式会社|有限会社|合同会社)/.exec(
    line.slice(mention.end),
  );
  const before = /(?:\((?:株|有|合|同|名|資)\)|株式会社|有限会社|合同会社)\s?$/.exec(
    line.slice(0, mention.start),
  );
  let start = before ? before.index : mention.start;
  let end = after ? mention.end + after[0].length : mention.end;
  // The key 株サンワ is found inside (株)サンワ.
  if (line[start - 1] === "(" && line.slice(start, end).includes(")")) start--;
  if (line[end] === ")" && line.slice(start, end).includes("(")) end++;
  return { ...mention, start, end, text: line.slice(start, end) };
}

function indexOf(book: Book, folded: string): BookIndex {
  const known = indexes.get(book);
  if (known?.folded === folded) return known.index;
  const customers = new Map(book.customers.map((customer) => [customer.id, customer]));
  const byStart = new Map<string, CustomerKey[]>();
  for (const key of customerKeys(likelyCustomers(folded, book), customers)) {
    const start = key.key.slice(0, 2);
    const bucket = byStart.get(start);
    if (bucket) bucket.push(key);
    else byStart.set(start, [key]);
  }
  const order = new Map(book.customers.map((customer, i) => [customer.id, i]));
  const index = { byStart, customers, order, houses: new Map<string, string>() };
  indexes.set(book, { folded, index });
  return index;
}
