import { guessReading } from "../japanese/index.ts";
import type { NameFeatures } from "./company-features.ts";
import { consonantsOf, haveSameConsonants } from "./consonants.ts";
import { saysParts } from "./english-parts.ts";
import { partEnglishTrade } from "./english-trades.ts";
import { BIT } from "./evidence-codes.ts";
import { hearKanji, isHeardOtherwise } from "./hear-kanji.ts";
import { type ReadingKey, readingKey } from "./reading-key.ts";
import { readTrade } from "./trade-readings.ts";

/** A name in kana or Latin letters against one in other letters that nobody read out, as bits. */
export function compareAcross(
  one: NameFeatures,
  two: NameFeatures,
  left: ReadingKey | null,
  right: ReadingKey | null,
): number {
  if (soundLikeEnglish(one.key, two.key)) return BIT.name_partly_kana;
  const [latin, other, reading] = one.script === "latin" ? [one, two, right] : [two, one, left];
  if (latin.script === "latin") {
    const bits = compareEnglish(latin, other, reading);
    if (bits !== 0) return bits;
    if (saysParts(latin.key, other.key.replace(CORPORATION, ""))) return BIT.name_partly_kana;
    if (isShortEnglish(latin.key, other.key)) return BIT.name_part;
  }
  const [written, spoken] = left ? [two, left] : right ? [one, right] : [null, null];
  if (!written || !spoken) return left === null || right === null ? BIT.name_incomparable : 0;
  if (left && right) return 0;
  if (isSpelledOut(written.key, spoken)) return BIT.name_reading;
  return compareGuess(written, spoken);
}

/** Green Engineering and グリーンエンジニアリング; QUEST商事 and 高橋商事 have nothing of the sort. */
function soundLikeEnglish(a: string, b: string): boolean {
  return (LATIN.test(a) || LATIN.test(b)) && haveSameConsonants(a, b);
}

const LATIN = /[a-z]/;

/** Folded コーポレーション: of "Corporation" nobody can tell whether it is the name or the legal form. */
const CORPORATION = /(?<=..)こぽれしよん$/;

/** Gateway and ゲートウェイ: two consonants are little, and more than nothing. */
function isShortEnglish(latin: string, kana: string): boolean {
  const consonants = consonantsOf(latin);
  if (consonants === null || consonants.length !== 2 || !KANA.test(kana)) return false;
  return consonants === consonantsOf(kana) && VOWEL.test(latin) === KANA_VOWEL.test(kana);
}

const KANA = /^[ぁ-ゖ]+$/;
const VOWEL = /^[aeiouwy]/;
const KANA_VOWEL = /^[ぁ-おやゆよわ]/;

/** Aoki Machinery is 青木機械: the stem is read the same, or may be, and the last word says the same trade. */
function compareEnglish({ key }: NameFeatures, other: NameFeatures, reading: ReadingKey | null): number {
  const parts = partEnglishTrade(key);
  if (!parts) return 0;
  const stem = readingKey(parts.stem);
  for (const trade of parts.trades) {
    if (!other.key.endsWith(trade)) continue;
    const written = other.key.slice(0, -trade.length);
    if (written === parts.stem) return BIT.name_reading;
    if (haveSameConsonants(written, parts.stem)) return BIT.name_partly_kana;
    const guess = reading === null ? readingOf(written) : null;
    if (stem === null) continue;
    if (reading !== null ? startsAlike(reading, stem) : guess?.loose === stem.loose) return BIT.name_reading;
    if (reading === null && guess === null && canBeRead(written.length, stem.loose.length))
      return BIT.name_partly_kana;
  }
  return 0;
}

function startsAlike(reading: ReadingKey, stem: ReadingKey): boolean {
  return (
    stem.loose.length >= 2 && reading.loose.length > stem.loose.length && reading.loose.startsWith(stem.loose)
  );
}

/** カネココウギョウ is 金子工業 by all we know of its words, may well be 鐘古工業, and is not 金子商事. */
function compareGuess({ key }: NameFeatures, spoken: ReadingKey): number {
  const { exact, loose } = spoken;
  if (loose.length >= 4 && readingOf(key)?.loose === loose) return BIT.name_reading;
  if (loose.length >= 4 && hearKanji(key, spoken) === 0) return BIT.name_partly_kana;
  const trade = readTrade(key);
  if (trade === null) return BIT.name_incomparable;
  const stem = key.length - trade.length;
  // A long vowel may seem to reach across the words: たかさご|うんゆ, はくさん|いんさつ.
  const isRead = [exact, loose].some((kana) =>
    trade.readings.some((one) => kana.endsWith(one) && canBeRead(stem, kana.length - one.length)),
  );
  if (!isRead) return 0;
  // 鷹羽観光 as あべかんこう. Of a few words (大和) that says nothing.
  return isHeardOtherwise(key.slice(0, stem), spoken) ? BIT.name_part : BIT.name_partly_kana;
}

function readingOf(key: string): ReadingKey | null {
  const guess = guessReading(key);
  return guess === null ? null : readingKey(guess);
}

/** A kanji has one to four kana. */
function canBeRead(kanji: number, kana: number): boolean {
  return kana >= kanji && kana <= kanji * 4;
}

/** JTSデザイン is ジェイティーエスデザイン: letters are read by their names, えい and え alike. */
function isSpelledOut(key: string, spoken: ReadingKey): boolean {
  if (!SPELLED.test(key)) return false;
  const kana = key.replace(/[a-z]/g, (letter) => LETTERS[letter.charCodeAt(0) - 97]!);
  const reading = readingKey(kana);
  return reading !== null && withoutI(reading.loose) === withoutI(spoken.loose);
}

const SPELLED = /^(?:[a-z]{1,4}[ぁ-ゖ]+|[ぁ-ゖ]+[a-z]{1,4}|[a-z]{2,4})$/;
const LETTERS =
  "え び し で い えふ じ えち あい じえ け える えむ えぬ お ぴ きゆ ある えす て ゆ ぶい だぶりゆ えくす わい ぜつと".split(
    " ",
  );

function withoutI(kana: string): string {
  return kana.replace(/(?<=[えけせてねへめれげぜでべぺ])い/g, "");
}
