import { comparePlace, type Verdict } from "./company-evidence.ts";
import { isWithin } from "./edit.ts";
import { BIT, PERSON_BIT, REVIEW, SAME, weigh } from "./evidence-codes.ts";
import { meets } from "./meets.ts";
import type { PersonFeatures } from "./person-features.ts";
import { comparePersonNames } from "./person-names.ts";

/** Everything two people have in common and not, as bits. Symmetric; allocates nothing. */
export function comparePeople(a: PersonFeatures, b: PersonFeatures): number {
  let bits = comparePersonNames(a, b);
  bits |= compareReach(a, b) | compareHomes(a, b) | comparePapers(a, b);
  if (a.employer !== null && b.employer !== null) bits |= compareColleagues(a, b, bits);
  if ((bits & PERSON_BIT.person_name) !== 0 && isBare(a) && isBare(b)) bits |= PERSON_BIT.person_bare;
  return bits;
}

/**
 * The verdict on what `comparePeople` found: two given names in one house, or one name in two companies, are two people
 * unless a number of theirs says otherwise; a name needs a way to reach its bearer, a birthday, a home or a number. A
 * name alone is enough only where both sides know nothing else.
 */
export function personVerdict(bits: number): Verdict {
  const papers = bits & (PERSON_BIT.identifier | PERSON_BIT.identifier_typo);
  const score = weigh(bits, "person");
  if ((bits & (NAMED | PERSON_BIT.person_nameless)) === 0 && (papers === 0 || (bits & BORN) === 0))
    return "different";
  if ((bits & PERSON_BIT.other_employer) !== 0) {
    return (bits & (PERSON_BIT.mail | PERSON_BIT.mobile)) !== 0 && score >= REVIEW ? "review" : "different";
  }
  if ((bits & PERSON_BIT.other_given) !== 0 && papers === 0) {
    return (bits & PERSON_BIT.birth) !== 0 && score >= REVIEW ? "review" : "different";
  }
  if ((bits & WITNESS) === 0) {
    if ((bits & PERSON_BIT.person_bare) !== 0) return "same";
    if ((bits & AGAINST) !== 0) return "different";
    return score >= REVIEW ? "review" : "different";
  }
  if (score < REVIEW) return "different";
  return score < SAME ? "review" : "same";
}

/** Contradictions that hold also where two people are joined only by a third. */
export function isPersonApart(bits: number): boolean {
  if ((bits & (PERSON_BIT.identifier | PERSON_BIT.identifier_typo)) !== 0) return false;
  return (bits & (PERSON_BIT.other_given | PERSON_BIT.other_employer)) !== 0;
}

export function hasPersonWitness(bits: number): boolean {
  return (bits & WITNESS) !== 0;
}

const NAMED =
  PERSON_BIT.person_name |
  PERSON_BIT.person_name_swapped |
  PERSON_BIT.person_name_reading |
  PERSON_BIT.person_name_typo |
  PERSON_BIT.person_name_rough |
  PERSON_BIT.person_family |
  PERSON_BIT.person_given;
const BORN = PERSON_BIT.birth | PERSON_BIT.birth_typo | PERSON_BIT.block | PERSON_BIT.street_typo;
const WITNESS =
  PERSON_BIT.mail |
  PERSON_BIT.mobile |
  PERSON_BIT.phone |
  PERSON_BIT.identifier |
  PERSON_BIT.identifier_typo |
  PERSON_BIT.birth |
  PERSON_BIT.birth_typo |
  PERSON_BIT.block |
  PERSON_BIT.street_typo |
  PERSON_BIT.employer |
  PERSON_BIT.code;
const AGAINST =
  PERSON_BIT.other_mail |
  PERSON_BIT.other_phone |
  PERSON_BIT.other_birth |
  PERSON_BIT.other_identifier |
  PERSON_BIT.other_prefecture |
  PERSON_BIT.other_place;

/** A family name alone, which is what ledgers hold of most contacts, is a name inside one company. */
function compareColleagues(a: PersonFeatures, b: PersonFeatures, bits: number): number {
  if (a.employer !== b.employer) return PERSON_BIT.other_employer;
  const isNamed = (bits & PERSON_BIT.person_family) !== 0 && a.full === b.full;
  const isOther = (bits & (PERSON_BIT.other_mail | PERSON_BIT.other_phone)) !== 0;
  return PERSON_BIT.employer | (isNamed && !isOther ? PERSON_BIT.person_name : 0);
}

function compareReach(a: PersonFeatures, b: PersonFeatures): number {
  let bits = 0;
  if (meets(a.mails, b.mails)) bits |= PERSON_BIT.mail;
  else if (a.ownMails.length > 0 && b.ownMails.length > 0) bits |= PERSON_BIT.other_mail;
  if (meets(a.mobiles, b.mobiles)) bits |= PERSON_BIT.mobile;
  else if (meets(a.phones, b.phones)) bits |= PERSON_BIT.phone;
  else if (a.mobiles.length > 0 && b.mobiles.length > 0) bits |= PERSON_BIT.other_phone;
  else if (a.phones.length > 0 && b.phones.length > 0) bits |= PERSON_BIT.other_phone;
  if (meets(a.codes, b.codes)) bits |= PERSON_BIT.code;
  return bits;
}

function compareHomes(a: PersonFeatures, b: PersonFeatures): number {
  let best = 0;
  let weight = Number.NEGATIVE_INFINITY;
  for (const one of a.places) {
    for (const two of b.places) {
      const bits = homeBits(comparePlace(one, two));
      const sum = weigh(bits, "person");
      if (sum > weight || (sum === weight && bits > best)) [best, weight] = [bits, sum];
    }
  }
  if ((best & PERSON_BIT.block) === 0 && a.streets.some((one) => b.streets.some((two) => isNear(one, two)))) {
    best = (best | PERSON_BIT.street_typo) & ~PERSON_BIT.other_place;
  }
  return best;
}

function homeBits(place: number): number {
  let bits = 0;
  if ((place & BIT.block) !== 0) bits |= PERSON_BIT.block;
  if ((place & BIT.postal) !== 0) bits |= PERSON_BIT.postal;
  if ((place & BIT.city) !== 0) bits |= PERSON_BIT.city;
  if ((place & BIT.other_prefecture) !== 0) bits |= PERSON_BIT.other_prefecture;
  if ((place & (BIT.other_city | BIT.other_block)) !== 0) bits |= PERSON_BIT.other_place;
  return bits;
}

function comparePapers(a: PersonFeatures, b: PersonFeatures): number {
  let bits = 0;
  if (a.birth !== null && b.birth !== null) {
    if (a.birth === b.birth) bits |= PERSON_BIT.birth;
    else bits |= isWithin(a.birth, b.birth, 1) ? PERSON_BIT.birth_typo : PERSON_BIT.other_birth;
  }
  for (const one of a.identifiers) {
    for (const two of b.identifiers) {
      if (one.label !== two.label) continue;
      if (one.value === two.value) bits |= PERSON_BIT.identifier;
      else if (one.value.length >= 6 && isWithin(one.value, two.value, 1)) bits |= PERSON_BIT.identifier_typo;
      else bits |= PERSON_BIT.other_identifier;
    }
  }
  return (bits & PERSON_BIT.identifier) !== 0
    ? bits & ~(PERSON_BIT.identifier_typo | PERSON_BIT.other_identifier)
    : bits;
}

function isNear(a: string, b: string): boolean {
  return a === b || isWithin(a, b, Math.min(a.length, b.length) >= 10 ? 2 : 1);
}

function isBare(person: PersonFeatures): boolean {
  return (
    person.places.length + person.mails.length + person.mobiles.length + person.phones.length === 0 &&
    person.birth === null &&
    person.identifiers.length === 0 &&
    person.employer === null
  );
}
