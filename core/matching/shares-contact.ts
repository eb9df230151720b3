import { foldText } from "../japanese/index.ts";
import type { CompanyFeatures } from "./company-features.ts";
import { PERSON_BIT } from "./evidence-codes.ts";
import { type PersonFeatures, personFeatures } from "./person-features.ts";
import { comparePersonNames } from "./person-names.ts";
import { matchRecord } from "./record.ts";

/** True when two companies name one contact in two spellings: 山田 太郎, ヤマダ タロウ, Taro Yamada, 太郎 山田. */
export function sharesContact(a: CompanyFeatures, b: CompanyFeatures): boolean {
  const pairs = a.persons.length * b.persons.length;
  if (pairs === 0 || pairs > AT_MOST) return false;
  if (!a.persons.some((one) => b.persons.some((two) => mayBeOne(one, two)))) return false;
  const others = peopleOf(b);
  return peopleOf(a).some((one) => others.some((two) => (comparePersonNames(one, two) & ONE_NAME) !== 0));
}

/** Two names in kanji of other letters are two; anything else has to be read. */
function mayBeOne(one: string, two: string): boolean {
  if (!HAN.test(one) || !HAN.test(two)) return true;
  return one.length === two.length && [...one].sort().join("") === [...two].sort().join("");
}

const HAN = /\p{sc=Han}/u;

/** Of a company with many contacts the names as they are written are enough. */
const AT_MOST = 30;

const ONE_NAME = PERSON_BIT.person_name | PERSON_BIT.person_name_swapped | PERSON_BIT.person_name_reading;

function peopleOf(company: CompanyFeatures): PersonFeatures[] {
  const known = read.get(company);
  if (known) return known;
  const people = company.record.persons
    .filter((name) => company.persons.includes(foldText(name)))
    .map((name) => personFeatures(matchRecord({ id: "", kind: "person", name })));
  read.set(company, people);
  return people;
}

const read = new WeakMap<CompanyFeatures, PersonFeatures[]>();
