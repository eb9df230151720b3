/**
 * Everything that two records can have, or lack, in common, with what it counts in hundredths. A score is their sum,
 * kept between 0 and 1. The weights say: one name without contradiction is enough (80); anything less needs a witness.
 * They were set on generated lists with gold and on the real lists named in the tests; change them with those at hand.
 */
export const WEIGHTS = {
  /** Names meet without the legal form, folded. */
  name_same: 80,
  /** One is written in kana or romaji, as the other is read. */
  name_reading: 70,
  /** One letter differs in six or more, or two are swapped. */
  name_typo: 60,
  /** The other lacks a word of trade: 三和電機 and 三和電機工業. */
  name_short: 50,
  /** One writes in kana, or in English, a part that the other writes in kanji. */
  name_partly_kana: 50,
  /** One letter differs in four or five, or two in eight. */
  name_typo_short: 40,
  /** One is the beginning of the other, or its letters in order. */
  name_abbreviated: 40,
  /** Other letters, the same sound. */
  name_sounds: 40,
  /** Hardly a name: the beginning in two letters, one letter of three. */
  name_part: 30,
  /** Kana or Latin letters against kanji without a reading: nobody can tell. */
  name_incomparable: 15,
  corporate_number: 100,
  code: 50,
  phone: 40,
  mail: 40,
  /** Beside `mail`: the address is one person's, at a domain of the company's own. */
  domain: 30,
  block: 30,
  postal: 15,
  city: 10,
  prefecture: 5,
  person: 20,
  other_corporate_number: -100,
  other_legal_form: -40,
  other_form_position: -10,
  /** A word or number that names another company: 工業 and 興業, 第一 and 第二. */
  other_word: -40,
  /** A company and its 販売 or 物流: two companies. */
  other_arm: -60,
  other_reading: -25,
  other_prefecture: -20,
  other_city: -20,
  other_block: -15,
  other_phone: -10,
  other_domain: -15,
  /** Not evidence but a verdict: one is a part of the company, the other another part or the whole. */
  other_site: 0,
} as const;

export type CompanyCode = keyof typeof WEIGHTS;

/** The same of people. Two people of one name are many; a way to reach them, a birthday or a number decides. */
export const PERSON_WEIGHTS = {
  person_name: 50,
  person_name_swapped: 45,
  person_name_reading: 45,
  person_name_typo: 40,
  person_name_rough: 25,
  person_family: 25,
  person_given: 20,
  /** Nothing but a mail or a number is known of one: no name that could speak against it. */
  person_nameless: 25,
  /** A name and nothing else, on both sides. */
  person_bare: 30,
  employer: 40,
  mail: 55,
  mobile: 55,
  phone: 40,
  identifier: 55,
  identifier_typo: 30,
  birth: 35,
  birth_typo: 20,
  block: 35,
  street_typo: 20,
  postal: 10,
  city: 10,
  code: 50,
  other_given: -20,
  other_family: -10,
  other_birth: -20,
  other_identifier: -15,
  other_mail: -5,
  other_phone: -5,
  other_employer: -30,
  other_prefecture: -10,
  other_place: -10,
} as const;

export type PersonCode = keyof typeof PERSON_WEIGHTS;
export type ReasonCode = CompanyCode | PersonCode;

/** From here on records join. */
export const SAME = 80;
/** From here on people are asked. */
export const REVIEW = 50;

/** Codes as bits of one number, so that millions of pairs are weighed without making an object. */
export const BIT = bitsOf(WEIGHTS);
export const PERSON_BIT = bitsOf(PERSON_WEIGHTS);

/** The sum of the weights of a set of bits. */
export function weigh(mask: number, kind: "company" | "person"): number {
  const weights = kind === "company" ? COMPANY_LIST : PERSON_LIST;
  let sum = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) sum += weights[31 - Math.clz32(rest & -rest)]!;
  return sum;
}

/** The codes of a set of bits, what counts most first. */
export function codesOf(mask: number, kind: "company" | "person"): { code: ReasonCode; weight: number }[] {
  const weights: Record<string, number> = kind === "company" ? WEIGHTS : PERSON_WEIGHTS;
  const codes = Object.entries(weights).filter((_, at) => (mask & (1 << at)) !== 0);
  return codes
    .map(([code, weight]) => ({ code: code as ReasonCode, weight }))
    .sort((a, b) => b.weight - a.weight);
}

const COMPANY_LIST: readonly number[] = Object.values(WEIGHTS);
const PERSON_LIST: readonly number[] = Object.values(PERSON_WEIGHTS);

function bitsOf<Code extends string>(weights: Record<Code, number>): Record<Code, number> {
  const entries = Object.keys(weights).map((code, at) => [code, 1 << at]);
  return Object.fromEntries(entries) as Record<Code, number>;
}
