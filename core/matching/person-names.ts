import { guessReading } from "../japanese/index.ts";
import { editKind, isWithin, oneEditAt } from "./edit.ts";
import { PERSON_BIT } from "./evidence-codes.ts";
import { areMistakable, hearKanji } from "./hear-kanji.ts";
import { meets } from "./meets.ts";
import type { PersonFeatures } from "./person-features.ts";
import { type ReadingKey, readingKey, soundsAlike } from "./reading-key.ts";

/** What the names of two people say, as bits. */
export function comparePersonNames(a: PersonFeatures, b: PersonFeatures): number {
  if (a.full === "" || b.full === "") return PERSON_BIT.person_nameless;
  // 堀悟, which nobody can part, is 堀 悟.
  if (a.full === b.full && (isFullName(a) || isFullName(b))) return PERSON_BIT.person_name;
  if (isFullName(a) && isFullName(b) && isAlias(a, b)) return PERSON_BIT.person_name;
  const written = compareParts(a, b);
  if ((written & (PERSON_BIT.person_name | PERSON_BIT.person_name_typo)) !== 0) return written;
  const isOwn = sharesOwnReach(a, b);
  if (isOwn && isOneName(a, b)) return PERSON_BIT.person_name_typo;
  if (a.reading && b.reading) {
    if (a.reading.loose.length >= 4 && soundsAlike(a.reading, b.reading)) return readAlike(a, b);
    return isHeardTurned(a, b) || isHeardTurned(b, a) ? PERSON_BIT.person_name_reading : written;
  }
  if (a.hasKanji === b.hasKanji) return written;
  return isHeard(a, b) ? PERSON_BIT.person_name_reading : isOwn ? compareUnread(a, b) : written;
}

/** 良太 and 良大, 裕子 and 祐子, of one mail or mobile: a slip of the pen or of the conversion. */
function isOneName(a: PersonFeatures, b: PersonFeatures): boolean {
  if (!a.hasKanji || !b.hasKanji || !a.family || !b.family || !a.given || !b.given) return false;
  if (a.family === b.family) return isMistaken(a.given, b.given);
  return a.given === b.given && isMistaken(a.family, b.family);
}

function isMistaken(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 2) return false;
  const at = oneEditAt(one, other);
  return at >= 0 && editKind(one, other, at) === "change" && areMistakable(one[at]!, other[at]!);
}

/** ゴトウ ヨウコ or Yoko Goto and 後藤 陽子: both halves can be read so, in either order. */
function isHeard(a: PersonFeatures, b: PersonFeatures): boolean {
  const [written, spoken] = a.hasKanji ? [a, b] : [b, a];
  const { family, given } = spoken;
  if (written.family === null || written.given === null || family === null || given === null) {
    return spoken.reading !== null && spoken.reading.loose.length >= 4 && hears(written.full, spoken.reading);
  }
  const [one, two] = [readingKey(family), readingKey(given)];
  if (one === null || two === null) return false;
  return (
    (hears(written.family, one) && hears(written.given, two)) ||
    (hears(written.family, two) && hears(written.given, one))
  );
}

function hears(written: string, spoken: ReadingKey): boolean {
  const guess = guessReading(written);
  if (guess !== null && readingKey(guess)?.loose === spoken.loose) return true;
  return hearKanji(written, spoken) === 0;
}

/** ヨウコ ゴトウ, where the other is read ごとうようこ. */
function isHeardTurned(spoken: PersonFeatures, other: PersonFeatures): boolean {
  if (spoken.hasKanji || spoken.family === null || spoken.given === null || other.reading === null)
    return false;
  return readingKey(spoken.given + spoken.family)?.loose === other.reading.loose;
}

/** スガワラ マサオ or Masao Sugawara and 菅原 正男: one mail of their own, and no family name that is read otherwise. */
function compareUnread(a: PersonFeatures, b: PersonFeatures): number {
  const [written, spoken] = a.hasKanji ? [a, b] : [b, a];
  const guess = written.family === null ? null : guessReading(written.family);
  if (guess === null) return PERSON_BIT.person_nameless;
  const family = readingKey(guess)?.loose;
  const isRead = [spoken.family, spoken.given, spoken.full].some((part) => {
    const loose = part === null ? undefined : readingKey(part)?.loose;
    return family !== undefined && loose?.startsWith(family);
  });
  return isRead ? PERSON_BIT.person_family : PERSON_BIT.other_given | PERSON_BIT.other_family;
}

function sharesOwnReach(a: PersonFeatures, b: PersonFeatures): boolean {
  return meets(a.ownMails, b.ownMails) || meets(a.mobiles, b.mobiles);
}

/** Kana or romaji for the other's kanji, or for each other; two kanji names that sound alike are seldom one person's. */
function readAlike(a: PersonFeatures, b: PersonFeatures): number {
  if (!a.hasKanji || !b.hasKanji) return PERSON_BIT.person_name_reading;
  return a.family !== null && a.family === b.family
    ? PERSON_BIT.person_name_rough
    : PERSON_BIT.person_name_rough | PERSON_BIT.other_family;
}

function compareParts(a: PersonFeatures, b: PersonFeatures): number {
  const family = compareName(a.family, b.family);
  const given = compareName(a.given, b.given);
  if (family === SAME && given === SAME) return PERSON_BIT.person_name;
  if (isAt(family, NEAR) && isAt(given, NEAR)) {
    return family + given > NEAR * 2 ? PERSON_BIT.person_name_typo : PERSON_BIT.person_name_rough;
  }
  if (isSwapped(a, b)) return PERSON_BIT.person_name_swapped;
  if (family === UNKNOWN && given === UNKNOWN)
    return isSwappedHalf(a, b) ? PERSON_BIT.person_given : compareFull(a, b);
  if (given === UNKNOWN) {
    return family === SAME
      ? PERSON_BIT.person_family
      : family === NEAR
        ? PERSON_BIT.person_given
        : PERSON_BIT.other_family;
  }
  if (family === UNKNOWN) {
    return given === OTHER ? PERSON_BIT.other_given : PERSON_BIT.person_given;
  }
  if (isAt(family, NEAR)) return PERSON_BIT.person_family | PERSON_BIT.other_given;
  if (isAt(given, NEAR)) return PERSON_BIT.person_given | PERSON_BIT.other_family;
  return PERSON_BIT.other_given | PERSON_BIT.other_family;
}

/** Names that nobody could part: as a whole. */
function compareFull(a: PersonFeatures, b: PersonFeatures): number {
  if (a.full === b.full) return PERSON_BIT.person_family;
  if (a.full.length >= 4 && isWithin(a.full, b.full, 1)) return PERSON_BIT.person_name_rough;
  return PERSON_BIT.other_family;
}

const UNKNOWN = 0;
const OTHER = 1;
const NEAR = 2;
const SAME = 4;

function compareName(a: string | null, b: string | null): number {
  if (a === null || b === null) return UNKNOWN;
  if (a === b) return SAME;
  return isNear(a, b) ? NEAR : OTHER;
}

function isAt(relation: number, least: number): boolean {
  return relation >= least;
}

/** One letter in four, two in seven; in kanji a letter is a name, so one in three at the least. */
function isNear(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (/\p{sc=Han}/u.test(a)) return length >= 3 && isWithin(a, b, 1);
  if (length >= 3 && (a.startsWith(b) || b.startsWith(a))) return true;
  return length >= 7 ? isWithin(a, b, 2) : length >= 3 && isWithin(a, b, 1);
}

function isSwapped(a: PersonFeatures, b: PersonFeatures): boolean {
  return (
    isAt(compareName(a.family, b.given), NEAR) &&
    isAt(compareName(a.given, b.family), NEAR) &&
    (a.family === b.given || a.given === b.family)
  );
}

function isSwappedHalf(a: PersonFeatures, b: PersonFeatures): boolean {
  return (a.family !== null && a.family === b.given) || (a.given !== null && a.given === b.family);
}

function isFullName(person: PersonFeatures): boolean {
  return (person.family !== null && person.given !== null) || person.full.length >= 4;
}

function isAlias(a: PersonFeatures, b: PersonFeatures): boolean {
  return a.aliases.includes(b.full) || b.aliases.includes(a.full);
}
