import { isFiner } from "./address-key.ts";
import type { CompanyFeatures, PlaceFeatures } from "./company-features.ts";
import { compareNames } from "./company-names.ts";
import { BIT, REVIEW, SAME, weigh } from "./evidence-codes.ts";
import { meets } from "./meets.ts";
import { sharesContact } from "./shares-contact.ts";

export type Verdict = "same" | "site" | "review" | "different";

/** Everything two companies have in common and not, as bits. Symmetric. */
export function compareCompanies(a: CompanyFeatures, b: CompanyFeatures): number {
  const names = compareNames(a, b);
  const bits = names | compareRest(a, b);
  // How a contact is read costs more to find out than all else, so only where something hangs on it.
  const hangs = names !== 0 && (bits & BIT.person) === 0 && !isDecided(settleArm(bits));
  return settleArm(hangs && sharesContact(a, b) ? bits | BIT.person : bits);
}

function isDecided(bits: number): boolean {
  if ((bits & (BIT.other_corporate_number | BIT.other_legal_form | BIT.other_word)) !== 0) return true;
  const verdict = companyVerdict(bits);
  return verdict === "same" || verdict === "site";
}

function compareRest(a: CompanyFeatures, b: CompanyFeatures): number {
  let bits = 0;
  if (a.number !== null && b.number !== null) {
    bits |= a.number === b.number ? BIT.corporate_number : BIT.other_corporate_number;
  }
  if (meets(a.codes, b.codes)) bits |= BIT.code;
  if (meets(a.phones, b.phones)) bits |= BIT.phone;
  if (meets(a.persons, b.persons)) bits |= BIT.person;
  bits |= comparePlaces(a.places, b.places) | compareMails(a, b);
  if (a.site !== b.site) return (bits | BIT.other_site) & ~WHEREABOUTS;
  return (bits & BIT.phone) === 0 ? bits | compareAreas(a, b) : bits;
}

function compareMails(a: CompanyFeatures, b: CompanyFeatures): number {
  const isOfHouse = meets(a.domains, b.domains);
  if (meets(a.mails, b.mails)) return isOfHouse && meets(a.ownMails, b.ownMails) ? OWN_MAIL : BIT.mail;
  if (isOfHouse) return BIT.domain;
  return a.domains.length > 0 && b.domains.length > 0 ? BIT.other_domain : 0;
}

/** 富士 and 富士デザイン are one where a person says so by their mail, or the phone and its bearer do. */
function settleArm(bits: number): number {
  if ((bits & BIT.other_arm) === 0 || (bits & BIT.name_short) === 0) return bits;
  const isOne =
    ((bits & BIT.mail) !== 0 && (bits & (BIT.domain | BIT.person)) !== 0) ||
    ((bits & (BIT.phone | BIT.block)) !== 0 && (bits & BIT.person) !== 0);
  return isOne ? bits & ~BIT.other_arm : bits;
}

/** Another number speaks against one house, but not where nobody told the place and both are in one 市外局番. */
function compareAreas(a: CompanyFeatures, b: CompanyFeatures): number {
  if (a.areas.length === 0 || b.areas.length === 0) return 0;
  const isUntold = a.places.length === 0 || b.places.length === 0;
  return isUntold && a.areas.some((area) => area !== "" && b.areas.includes(area)) ? 0 : BIT.other_phone;
}

/**
 * The verdict on what `compareCompanies` found. First what no weight can outvote, then the two thresholds.
 *
 * - another 法人番号: never the same; the same one: always;
 * - a 販売 or 物流 arm: never the same; a word that may end a company's own name: people are asked where a way to reach it is shared;
 * - no name in common: people are asked where a code, or the phone or the mail and one thing more, is shared; an address alone says nothing;
 * - another legal form or another word (工業, 興業): people are asked where the phone is shared, else two companies;
 * - names that nobody can compare: the same only where the contact is the same too, by name or by their own mail, else people are asked;
 * - 前株 and 後株, or two prefectures: two companies unless there is a witness; with one contact in both, people are asked,
 *   except of one name in two prefectures where nothing else that both tell differs: that company moved.
 */
export function companyVerdict(bits: number): Verdict {
  if ((bits & BIT.other_corporate_number) !== 0) return "different";
  if ((bits & BIT.corporate_number) !== 0) return sameOrSite(bits);
  if ((bits & BIT.other_arm) !== 0) {
    const isEnding = (bits & BIT.name_short) !== 0;
    return isEnding && (bits & (BIT.phone | BIT.mail | BIT.block)) !== 0 ? "review" : "different";
  }
  if ((bits & NAMED) === 0) return isWorthAsking(bits) ? "review" : "different";
  if ((bits & (BIT.other_legal_form | BIT.other_word)) !== 0) {
    return (bits & (BIT.phone | BIT.mail)) !== 0 ? "review" : "different";
  }
  const score = weigh(bits, "company");
  if ((bits & NAMED) === BIT.name_incomparable && (bits & BIT.person) === 0 && (bits & OWN_MAIL) !== OWN_MAIL)
    return score >= REVIEW ? "review" : "different";
  if (isSoftApart(bits)) return (bits & BIT.person) !== 0 && score >= REVIEW ? "review" : "different";
  if (score < REVIEW) return "different";
  return score < SAME ? "review" : sameOrSite(bits);
}

/** Contradictions that hold also where two records are joined only by a third. */
export function isHardApart(bits: number): boolean {
  if ((bits & BIT.other_corporate_number) !== 0) return true;
  if ((bits & BIT.corporate_number) !== 0) return false;
  return (bits & (BIT.other_legal_form | BIT.other_word | BIT.other_arm)) !== 0;
}

/** Contradictions that a witness outweighs: they part what only a name without any witness would bring together. */
export function isSoftApart(bits: number): boolean {
  return (bits & DOUBTFUL) !== 0 && !hasWitness(bits);
}

function hasMoved(bits: number): boolean {
  const isOne = (bits & BIT.name_same) !== 0 && (bits & BIT.person) !== 0;
  return isOne && (bits & (BIT.other_form_position | BIT.other_phone | BIT.other_domain)) === 0;
}

/** Something beside the name speaks for it. */
export function hasWitness(bits: number): boolean {
  return (bits & WITNESS) !== 0 || hasMoved(bits);
}

const NAMED =
  BIT.name_same |
  BIT.name_reading |
  BIT.name_typo |
  BIT.name_short |
  BIT.name_partly_kana |
  BIT.name_typo_short |
  BIT.name_abbreviated |
  BIT.name_sounds |
  BIT.name_part |
  BIT.name_incomparable |
  BIT.other_word;
const WITNESS = BIT.corporate_number | BIT.code | BIT.phone | BIT.mail | BIT.domain | BIT.block;
/** A person's own address at a domain of the company: it says both who and where. */
const OWN_MAIL = BIT.mail | BIT.domain;
const DOUBTFUL = BIT.other_form_position | BIT.other_prefecture;
/**
 * A branch stands where it stands: that says nothing against its company, and nothing for another in that town. Its mail
 * is its company's.
 */
const WHEREABOUTS =
  BIT.postal |
  BIT.city |
  BIT.prefecture |
  BIT.other_prefecture |
  BIT.other_city |
  BIT.other_block |
  BIT.other_phone;

function isWorthAsking(bits: number): boolean {
  if ((bits & BIT.code) !== 0) return true;
  if ((bits & BIT.mail) !== 0 && (bits & (BIT.phone | BIT.block | BIT.person | BIT.domain)) !== 0)
    return true;
  return (bits & BIT.phone) !== 0 && (bits & (BIT.block | BIT.person | BIT.domain)) !== 0;
}

function sameOrSite(bits: number): Verdict {
  return (bits & BIT.other_site) !== 0 ? "site" : "same";
}

/** The nearest two places count; the furthest say nothing. */
function comparePlaces(a: readonly PlaceFeatures[], b: readonly PlaceFeatures[]): number {
  let best = 0;
  let weight = Number.NEGATIVE_INFINITY;
  for (const one of a) {
    for (const two of b) {
      const bits = comparePlace(one, two);
      const sum = weigh(bits, "company");
      if (sum > weight || (sum === weight && bits > best)) [best, weight] = [bits, sum];
    }
  }
  return best;
}

export function comparePlace(one: PlaceFeatures, two: PlaceFeatures): number {
  const postal = one.postal !== null && one.postal === two.postal;
  const city = one.city !== null && two.city !== null && isSameCity(one.city, two.city);
  if (one.prefecture && two.prefecture && one.prefecture !== two.prefecture) return BIT.other_prefecture;
  if (one.street !== null && two.street !== null) {
    if (one.street === two.street && (city || postal || !one.city || !two.city)) return BIT.block;
    const near = postal ? BIT.postal : city ? BIT.city : 0;
    if (near !== 0) return isFiner(one.street, two.street) ? near | BIT.prefecture : near | BIT.other_block;
  }
  if (one.city && two.city && !city) return BIT.other_city | (postal ? BIT.postal : 0);
  if (postal) return BIT.postal;
  if (city) return BIT.city;
  return one.prefecture && one.prefecture === two.prefecture ? BIT.prefecture : 0;
}

/** 横浜市 and 横浜市都筑区, 都筑区 and 横浜市都筑区: one may be told in short. */
function isSameCity(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a);
}
