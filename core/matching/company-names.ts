import type { CompanyFeatures, NameFeatures } from "./company-features.ts";
import { compareSounds } from "./company-sounds.ts";
import { editKind, isWithin, oneEditAt } from "./edit.ts";
import { BIT, weigh } from "./evidence-codes.ts";
import {
  areOpposites,
  areRivals,
  areTwoArms,
  isArm,
  isArmOrEnding,
  isTrade,
  lastWordOf,
} from "./name-words.ts";

/** What the names of two companies say, as bits: the best pair of names counts, with what contradicts in that pair. */
export function compareNames(a: CompanyFeatures, b: CompanyFeatures): number {
  let best = 0;
  let bestWeight = Number.NEGATIVE_INFINITY;
  for (const one of a.names) {
    for (const two of b.names) {
      const bits = comparePair(one, two, a, b);
      const weight = weigh(bits, "company");
      if (weight > bestWeight || (weight === bestWeight && bits > best)) [best, bestWeight] = [bits, weight];
    }
  }
  return best;
}

function comparePair(one: NameFeatures, two: NameFeatures, a: CompanyFeatures, b: CompanyFeatures): number {
  const alike = one.key === two.key ? BIT.name_same : compareKeys(one, two, a, b);
  return alike === 0 ? 0 : alike | compareForms(one, two);
}

function compareKeys(one: NameFeatures, two: NameFeatures, a: CompanyFeatures, b: CompanyFeatures): number {
  const bits = compareLetters(one, two, a, b);
  // Both lists tell how it is read, and read it alike: what the other lacks was left off.
  const isLeftOff = bits === AS_ENDING || (bits & (BIT.name_part | BIT.name_abbreviated)) !== 0;
  return isLeftOff && areToldAlike(one, two, a, b) ? BIT.name_short : bits;
}

function areToldAlike(one: NameFeatures, two: NameFeatures, a: CompanyFeatures, b: CompanyFeatures): boolean {
  if (one.key !== a.names[0]!.key || two.key !== b.names[0]!.key) return false;
  if (!a.record.nameKana || !b.record.nameKana) return false;
  return a.reading !== null && a.reading.loose.length >= 4 && a.reading.loose === b.reading?.loose;
}

function compareLetters(
  one: NameFeatures,
  two: NameFeatures,
  a: CompanyFeatures,
  b: CompanyFeatures,
): number {
  const [short, long] = one.key.length <= two.key.length ? [one.key, two.key] : [two.key, one.key];
  if (
    one.digits !== two.digits &&
    (one.script === two.script || long.startsWith(short) || (one.digits && two.digits))
  ) {
    return sharesBeginning(short, long) ? BIT.other_word : 0;
  }
  if (short.length >= 2 && long.startsWith(short)) return asBeginning(short, long);
  if (areTwoArms(one.key, two.key, sharedBeginning(short, long))) return BIT.other_arm;
  if (differInTrade(one, two)) return BIT.other_word;
  const spelled = compareSpelling(short, long);
  const sounded = compareSounds(one, two, a, b);
  if (sounded === BIT.other_reading) {
    // Of kana the reading says nothing but the spelling once more.
    const areKana = one.script === "kana" && two.script === "kana";
    if (areKana && (oneEditAt(long, short) >= 0 || isTwiceMistyped(short, long)))
      return spelled || asTwiceMistyped(short);
    return spelled === 0 ? 0 : spelled | sounded;
  }
  // One letter off and read the same: a slip of the conversion.
  if (sounded === BIT.name_sounds && (spelled & TYPOS) !== 0) return BIT.name_reading;
  const best = weigh(sounded, "company") > weigh(spelled, "company") ? sounded : spelled;
  if (best !== 0) return best;
  if (isAbbreviated(short, long)) return BIT.name_abbreviated;
  if (isTwiceMistyped(short, long)) return asTwiceMistyped(short);
  return isInitials(short, long) ? BIT.name_part : 0;
}

function asTwiceMistyped(short: string): number {
  return short.length >= 6 ? BIT.name_typo_short : BIT.name_part;
}

/** What stands behind the shorter name makes it an arm, the full name, or a name cut short. */
function asBeginning(short: string, long: string): number {
  const rest = long.slice(short.length);
  if (isArm(short, rest)) return asArm(rest);
  for (let cut = 1; cut < rest.length; cut++)
    if (isArm(short, rest.slice(-cut)) && rest.length - cut < 2) return asArm(rest.slice(-cut));
  if (isTrade(rest) || SITE.test(rest)) return BIT.name_short;
  // デザイン and デザインン, 商事 and 商事事: a letter too many rather than a name cut short.
  if (rest.length === 1 && !/\d/.test(rest) && (short.length >= 5 || isDoubled(short, rest)))
    return BIT.name_typo;
  // 日本備前印 for 日本備前印刷: cut inside a word, as a narrow field does it.
  if (short.length >= 4 && endsInside(short, long)) return BIT.name_typo;
  return short.length < 3 ? BIT.name_part : BIT.name_abbreviated;
}

/** A word that may as well end the name of one company is told apart by what else is shared (`settleArm`). */
function asArm(word: string): number {
  return isArmOrEnding(word) ? AS_ENDING : BIT.other_arm;
}

const AS_ENDING = BIT.other_arm | BIT.name_short;

/** A site that was written onto the name without a space. */
const SITE = /(?:本社|本店|支店|支社|営業所|出張所|工場)$/;

function isDoubled(short: string, rest: string): boolean {
  return short.length >= 3 && short.endsWith(rest);
}

function endsInside(short: string, long: string): boolean {
  const last = lastWordOf(long).length;
  return last > 0 && long.length - last < short.length;
}

/** 三和工業 and 三和興業, 三和商事 and 三和建設: the same stem with two trades. */
function differInTrade({ key: a, trade: one }: NameFeatures, { key: b, trade: two }: NameFeatures): boolean {
  if (one !== "" && two !== "" && one !== two && a.length - one.length === b.length - two.length) {
    if (a.startsWith(b.slice(0, b.length - two.length)) && areRivals(one, two)) return true;
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
    return short.length >= 8 && isWithin(long, short, 2) ? BIT.name_typo_short : 0;
  }
  if (isTelling(long, short, at)) return BIT.other_word;
  if (long.length >= 6 || (long.length >= 4 && isSlip(long, short, at))) return BIT.name_typo;
  return long.length >= 4 ? BIT.name_typo_short : BIT.name_part;
}

/** Letters swapped, typed twice or left out: no other letter came in. */
function isSlip(long: string, short: string, at: number): boolean {
  const kind = editKind(long, short, at);
  return kind === "swap" || (kind === "gap" && at > 0);
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

const TYPOS = BIT.name_typo | BIT.name_typo_short;

/** 東亜化工 and 東亜化学工業: the same beginning, all its letters in order, at least half of them. */
function isAbbreviated(short: string, long: string): boolean {
  if (short.length < 3 || short.length * 2 < long.length || short.slice(0, 2) !== long.slice(0, 2))
    return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

/** 真物 for 真田物産: letters of the name in order, the first one first. */
function isInitials(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 4 || short.length >= long.length || short[0] !== long[0])
    return false;
  if (!HAN.test(short) || !HAN.test(long)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

const HAN = /^\p{sc=Han}+$/u;

/**
 * 安藤健築説計 for 安藤建築設計: two slips in five letters or more. Two neighbours that both differ are another word
 * (東海印刷工業, 東海製版工業), two that are missing a word left off.
 */
function isTwiceMistyped(short: string, long: string): boolean {
  if (short.length < 5) return isTwiceSlipped(short, long);
  if (!isWithin(long, short, 2)) return false;
  const from = sharedBeginning(short, long);
  let to = 0;
  while (to < short.length - from && short.at(-1 - to) === long.at(-1 - to)) to++;
  const [one, two] = [short.slice(from, short.length - to), long.slice(from, long.length - to)];
  if (from + to === 0 || one === "" || two.length <= 1) return false;
  return one.length !== two.length || one.length > 2 || [...one].some((letter) => two.includes(letter));
}

/** 太陽陽醸 for 太陽醸造: of three or four letters all but one are still there. */
function isTwiceSlipped(short: string, long: string): boolean {
  if (short.length < 3 || long.length < 4 || short[0] !== long[0] || !isWithin(long, short, 2)) return false;
  let rest = long;
  for (const letter of short) rest = rest.replace(letter, "");
  return long.length - rest.length >= short.length - 1 && long.length - rest.length >= 3;
}

function sharesBeginning(short: string, long: string): boolean {
  return short.length >= 2 && short.slice(0, 2) === long.slice(0, 2);
}

function sharedBeginning(short: string, long: string): number {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at;
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
