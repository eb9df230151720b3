import { foldText, guessReading, shortKeys, splitLegalForm, splitSite } from "../../japanese/index.ts";
import { remembered } from "../../kernel/remembered.ts";
import { lastAction } from "./action-words.ts";
import type { BookCustomer } from "./types.ts";
import { verbOf } from "./verbs.ts";

/**
 * How well a key names a customer. formal: its own name · alias: a name somebody gave it · house: the company a site
 * belongs to · short: its last words left off (丸八) · guess: by a reading nobody wrote down.
 */
export type KeyGrade = "formal" | "alias" | "house" | "short" | "guess";

export interface CustomerKey {
  key: string;
  customerId: string;
  grade: KeyGrade;
}

const SITE_WORD = /(?:支店|支社|営業所|出張所|事業所|事務所|工場|本店|本社|センター|店)$/;

/** Every folded key under which a line may name the customers; parents are looked up among all of the book. */
export function customerKeys(
  customers: readonly BookCustomer[],
  byId: ReadonlyMap<string, BookCustomer>,
): CustomerKey[] {
  return customers.flatMap((customer) => keysOf(customer, byId));
}

/** The company a customer belongs to: its parent, else the name in front of its site, else itself. */
export function houseOf(customer: BookCustomer): string {
  return customer.parentId ?? `name:${houseKey(customer.name)}`;
}

export function houseKey(name: string): string {
  return foldText(siteParts(name).company);
}

type Named = Pick<BookCustomer, "kind" | "name" | "names">;
type NameKey = Pick<CustomerKey, "key" | "grade">;

/** By all that the keys depend on: the same customers are in one book after another. */
const keysOfNames = remembered((asked): readonly NameKey[] => {
  const [customer, parent] = JSON.parse(asked) as [Named, Named | null];
  return workedOut(customer, parent);
});

function keysOf(customer: BookCustomer, byId: ReadonlyMap<string, BookCustomer>): CustomerKey[] {
  const parent = customer.parentId ? byId.get(customer.parentId) : undefined;
  const asked = JSON.stringify([namedOf(customer), parent ? namedOf(parent) : null]);
  return keysOfNames(asked).map(({ key, grade }) => ({ key, customerId: customer.id, grade }));
}

function namedOf({ kind, name, names }: BookCustomer): Named {
  return { kind, name, names };
}

function workedOut(customer: Named, parent: Named | null): NameKey[] {
  const keys = new Map<string, KeyGrade>();
  const add = (text: string, grade: KeyGrade) => {
    const key = foldText(text);
    if (key.length >= 2 && !keys.has(key)) keys.set(key, grade);
  };
  [customer.name, ...customer.names].forEach((name, index) => {
    addNames(name, index === 0 ? "formal" : "alias", customer, parent, add);
  });
  for (const [key, grade] of [...keys]) {
    if (customer.kind !== "person")
      for (const short of shortKeys(key)) {
        if (!saysSomethingElse(short)) add(short, grade === "guess" ? "guess" : "short");
      }
  }
  for (const key of [...keys.keys()]) {
    const reading = guessReading(key);
    if (reading) add(reading, "guess");
  }
  // ワタナベ製作所: the name in kana, the trade in kanji.
  const core = houseKey(customer.name);
  const stem = shortKeys(core).at(-1);
  const trade = stem ? core.slice(stem.length) : "";
  for (const key of trade ? [...keys.keys()] : []) if (/^[ぁ-ん]{2,}$/.test(key)) add(key + trade, "guess");
  return [...keys].map(([key, grade]) => ({ key, grade }));
}

function addNames(
  name: string,
  grade: KeyGrade,
  customer: Named,
  parent: Named | null,
  add: (text: string, grade: KeyGrade) => void,
): void {
  const { core, form } = splitLegalForm(name);
  const { company, site } = siteParts(name);
  if (parent) {
    for (const parentName of [parent.name, ...parent.names]) {
      const house = siteParts(parentName).company;
      addSite(house, site ?? core, splitLegalForm(parentName).form, add);
      add(house, "house");
    }
    // 大阪支店 alone may be anybody's.
    if (!site && SITE_WORD.test(core)) return;
  }
  add(name, grade);
  add(core, grade);
  if (form)
    for (const written of [form, form.slice(0, 1)])
      for (const text of [core + written, written + core]) add(text, grade);
  if (customer.kind === "person") {
    addFamilyName(name, add);
    return;
  }
  if (site) {
    addSite(company, site, form, add);
    add(company, "house");
  }
  const byScript = scriptStem(company);
  if (byScript && !saysSomethingElse(byScript)) add(byScript, "short");
}

/** メール便センター is never called メール: in a line that is how people were in touch. */
function saysSomethingElse(stem: string): boolean {
  const action = lastAction(stem)?.span;
  return verbOf(stem) !== null || (action?.start === 0 && action.end === stem.length);
}

function addSite(
  company: string,
  site: string,
  form: string | null,
  add: (text: string, grade: KeyGrade) => void,
): void {
  const short = site.replace(SITE_WORD, "");
  for (const joint of ["", "の", ...(form ? [form, form.slice(0, 1)] : [])]) {
    add(company + joint + site, "formal");
    if (short !== "" && short !== site) add(company + joint + short, "formal");
    for (const stem of shortKeys(foldText(company))) {
      add(stem + joint + site, "short");
      if (short !== "" && short !== site) add(stem + joint + short, "short");
    }
  }
}

function addFamilyName(name: string, add: (text: string, grade: KeyGrade) => void): void {
  const family = name.trim().split(/[\s\u3000]+/)[0]!;
  if (family !== name.trim()) add(family, "short");
}

/** Company and site of a customer's name, both without the legal form; the site null when none is named. */
function siteParts(name: string): { company: string; site: string | null } {
  const { company, site } = splitSite(name);
  const words = splitLegalForm(site ? company : name).core.trim();
  if (site) return { company: words, site };
  const spaced = /^(\S.*?)[\s\u3000]+(\S+)$/.exec(words);
  return spaced && SITE_WORD.test(spaced[2]!)
    ? { company: spaced[1]!, site: spaced[2]! }
    : { company: words, site: null };
}

// 日本ベアリング goes by 日本, アサヒ産業 by アサヒ: the name breaks where the script changes.
function scriptStem(company: string): string | null {
  const text = company.normalize("NFKC");
  const match =
    /^([一-龠々]{2,})(?![一-龠々])\S{2,}$|^([ァ-ヶー]{2,})(?![ァ-ヶー])\S{2,}$|^([A-Za-z]{2,})(?![A-Za-z])\S{2,}$/u.exec(
      text,
    );
  return match ? (match[1] ?? match[2] ?? match[3]!) : null;
}
