import type { CompanyFeatures, NameFeatures } from "./company-features.ts";
import { editKind, isWithin, oneEditAt } from "./edit.ts";
import { BIT, WEIGHTS } from "./evidence-codes.ts";
import { areOpposites, areRivals, isArm, isTrade, tradeOf } from "./name-words.ts";
import { soundsAlike } from "./reading-key.ts";

/** What the names of two companies say, as bits: the best pair of names counts, with what contradicts in that pair. */
export function compareNames(a: CompanyFeatures, b: CompanyFeatures): number {
  let best = 0;
  let bestWeight = Number.NEGATIVE_INFINITY;
  for (const one of a.names) {
    for (const two of b.names) {
      const bits = comparePair(one, two, a, b);
      const weight = weightOf(bits);
      if (weight > bestWeight) [best, bestWeight] = [bits, weight];
    }
  }
  return best;
}

function comparePair(one: NameFeatures, two: NameFeatures, a: CompanyFeatures, b: CompanyFeatures): number {
  const alike = one.key === two.key ? BIT.name_same : compareKeys(one, two, a, b);
  return alike === 0 ? 0 : alike | compareForms(one, two);
}

function compareKeys(one: NameFeatures, two: NameFeatures, a: CompanyFeatures, b: CompanyFeatures): number {
  const [short, long] = one.key.length <= two.key.length ? [one.key, two.key] : [two.key, one.key];
  if (
    one.digits !== two.digits &&
    (one.script === two.script || long.startsWith(short) || (one.digits && two.digits))
  ) {
    return sharesBeginning(short, long) ? BIT.other_word : 0;
  }
  if (short.length >= 2 && long.startsWith(short)) return asBeginning(short, long.slice(short.length));
  if (differInTrade(one.key, two.key)) return BIT.other_word;
  const spelled = compareSpelling(short, long);
  const sounded = compareSound(one, two, a, b);
  if (sounded === BIT.other_reading) return spelled === 0 ? 0 : spelled | sounded;
  const best = weightOf(sounded) > weightOf(spelled) ? sounded : spelled;
  return best !== 0 ? best : isAbbreviated(short, long) ? BIT.name_abbreviated : 0;
}

/** What stands behind the shorter name makes it an arm, the full name, or a name cut short. */
function asBeginning(short: string, rest: string): number {
  if (isArm(short, rest)) return BIT.other_arm;
  for (let cut = 1; cut < rest.length; cut++)
    if (isArm(short, rest.slice(-cut)) && rest.length - cut < 2) return BIT.other_arm;
  if (short.length < 3) return BIT.name_part;
  return isTrade(rest) ? BIT.name_short : BIT.name_abbreviated;
}

/** 三和工業 and 三和興業, 三和商事 and 三和建設: the same stem with two trades. */
function differInTrade(a: string, b: string): boolean {
  const one = tradeOf(a);
  const two = tradeOf(b);
  if (one !== "" && two !== "" && one !== two) {
    const stem = a.slice(0, a.length - one.length);
    if (stem === b.slice(0, b.length - two.length) && areRivals(one, two)) return true;
  }
  if (a.length !== b.length) return false;
  const at = oneEditAt(a, b);
  if (at < 0) return false;
  return (
    areRivals(a.slice(at - 1, at + 1), b.slice(at - 1, at + 1)) ||
    areRivals(a.slice(at, at + 2), b.slice(at, at + 2))
  );
}

function compareSpelling(short: string, long: string): number {
  if (short.length < 3) return 0;
  const at = oneEditAt(long, short);
  if (at < 0) {
    return short.length >= 10 && isWithin(long, short, 2) ? BIT.name_typo_short : 0;
  }
  if (isTelling(long, short, at)) return BIT.other_word;
  if (long.length >= 6) return BIT.name_typo;
  return long.length >= 4 ? BIT.name_typo_short : BIT.name_part;
}

function isTelling(long: string, short: string, at: number): boolean {
  const kind = editKind(long, short, at);
  if (kind === "gap") return at === 0 && /[新旧元本]/.test(long[0]!);
  return (
    kind === "change" &&
    (areOpposites(long[at]!, short[at]!) || (isLoneLetter(long, at) && isLoneLetter(short, at)))
  );
}

/** 興産Ａ号 and 興産Ｃ号. */
function isLoneLetter(text: string, at: number): boolean {
  return LATIN.test(text[at]!) && !LATIN.test(text[at - 1] ?? "") && !LATIN.test(text[at + 1] ?? "");
}

const LATIN = /[a-z]/;

function compareSound(one: NameFeatures, two: NameFeatures, a: CompanyFeatures, b: CompanyFeatures): number {
  const left = one.reading ?? (one === a.names[0] ? a.reading : null);
  const right = two.reading ?? (two === b.names[0] ? b.reading : null);
  const across = one.script !== two.script;
  if (left && right) {
    if (!soundsAlike(left, right)) {
      if (isWithin(left.loose, right.loose, left.loose.length >= 6 ? 1 : 0))
        return across ? BIT.name_partly_kana : 0;
      return BIT.other_reading;
    }
    if (left.loose.length < 4) return BIT.name_part;
    return across || isPartlyKana(one.key, two.key) ? BIT.name_reading : BIT.name_sounds;
  }
  if (one.script === "mixed" && two.script === "mixed") {
    return isPartlyKana(one.key, two.key) ? BIT.name_partly_kana : 0;
  }
  return across ? BIT.name_incomparable : 0;
}

/** タカハシ工業 and 高橋工業: what differs is kana here and kanji there, and about as long as its reading can be. */
function isPartlyKana(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < a.length - from && to < b.length - from && a.at(-1 - to) === b.at(-1 - to)) to++;
  if (from + to < 2) return false;
  const one = a.slice(from, a.length - to);
  const two = b.slice(from, b.length - to);
  const kana = KANA.test(one) ? one : KANA.test(two) ? two : null;
  const kanji = kana === one ? two : one;
  return kana !== null && KANJI.test(kanji) && kana.length >= kanji.length && kana.length <= kanji.length * 4;
}

const KANA = /^[ぁ-ゖ]+$/;
const KANJI = /^\p{sc=Han}+$/u;

/** 東亜化工 and 東亜化学工業: the same beginning, all its letters in order, at least half of them. */
function isAbbreviated(short: string, long: string): boolean {
  if (short.length < 3 || short.length * 2 < long.length || short.slice(0, 2) !== long.slice(0, 2))
    return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

function sharesBeginning(short: string, long: string): boolean {
  return short.length >= 2 && short.slice(0, 2) === long.slice(0, 2);
}

function compareForms(one: NameFeatures, two: NameFeatures): number {
  if (one.form === null || two.form === null) return 0;
  if (one.form !== two.form) return areKin(one.form, two.form) ? 0 : BIT.other_legal_form;
  const differ = one.position !== null && two.position !== null && one.position !== two.position;
  return differ ? BIT.other_form_position : 0;
}

/** 社団法人 and 財団法人 became 一般 or 公益 by the reform of 2008. */
function areKin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return /^(?:社団|財団)法人$/.test(short) && long.endsWith(short);
}

function weightOf(bits: number): number {
  let weight = 0;
  for (const code of NAME_CODES) if ((bits & BIT[code]) !== 0) weight += WEIGHTS[code];
  return weight;
}

const NAME_CODES = [
  "name_same",
  "name_reading",
  "name_typo",
  "name_short",
  "name_partly_kana",
  "name_typo_short",
  "name_abbreviated",
  "name_sounds",
  "name_part",
  "name_incomparable",
  "other_legal_form",
  "other_form_position",
  "other_word",
  "other_arm",
  "other_reading",
] as const;
