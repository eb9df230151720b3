import { guessReading } from "../japanese/index.ts";
import { compareAcross } from "./across-scripts.ts";
import type { CompanyFeatures, NameFeatures } from "./company-features.ts";
import { isWithin } from "./edit.ts";
import { BIT } from "./evidence-codes.ts";
import { hearKanji, isHeardOtherwise } from "./hear-kanji.ts";
import { readingKey, soundsAlike } from "./reading-key.ts";
import { readTrade } from "./trade-readings.ts";

/** What two names of other letters have in common by their sound, as bits. `other_reading`: both are known and differ. */
export function compareSounds(
  one: NameFeatures,
  two: NameFeatures,
  a: CompanyFeatures,
  b: CompanyFeatures,
): number {
  const left = one.key === a.names[0]!.key ? a.reading : one.reading;
  const right = two.key === b.names[0]!.key ? b.reading : two.reading;
  const across = one.script !== two.script;
  if (left && right) {
    if (!soundsAlike(left, right)) {
      if (isWithin(left.loose, right.loose, left.loose.length >= 6 ? 1 : 0))
        return across ? BIT.name_partly_kana : 0;
      return (across ? compareAcross(one, two, left, right) : 0) || BIT.other_reading;
    }
    if (left.loose.length < 4) return BIT.name_part;
    return across || partlyKana(one.key, two.key) !== 0 ? BIT.name_reading : BIT.name_sounds;
  }
  if (one.script === "mixed" && two.script === "mixed") {
    return partlyKana(one.key, two.key);
  }
  if (!across) return 0;
  const bits = compareAcross(one, two, left, right);
  return (bits === BIT.name_incomparable && partlyKana(one.key, two.key)) || bits;
}

/** タカハシ工業 and 高橋工業: what differs is kana here and kanji there, and about as long as its reading can be. */
function partlyKana(a: string, b: string): number {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let to = 0;
  while (to < a.length - from && to < b.length - from && a.at(-1 - to) === b.at(-1 - to)) to++;
  if (from + to < 2) return 0;
  const one = a.slice(from, a.length - to);
  const two = b.slice(from, b.length - to);
  const kana = KANA.test(one) ? one : KANA.test(two) ? two : null;
  const kanji = kana === one ? two : one;
  if (kana === null || saysAnother(kanji, kana)) return 0;
  // At the end stands what it does: 窯業 is not ロジスティクス. Before it stands a name, which may be read as nobody knows.
  if (to === 0 && hearKanji(kanji, readingKey(kana)!) === null) return 0;
  if (!KANJI.test(kanji) || kana.length < kanji.length || kana.length > kanji.length * 4) return 0;
  // クローバー産業 is hardly 信濃産業; of a few words (大和) that says nothing.
  return isHeardOtherwise(kanji, readingKey(kana)!) ? BIT.name_part : BIT.name_partly_kana;
}

const KANA = /^[ぁ-ゖ]+$/;
const KANJI = /^\p{sc=Han}+$/u;

/** 商事 is not めんてなんす, and 福島 not いーぐる. */
function saysAnother(kanji: string, kana: string): boolean {
  const guess = guessReading(kanji);
  if (guess !== null && !isWithin(guess, kana, 1)) return true;
  const trade = readTrade(`〇${kanji}`);
  return trade !== null && !trade.readings.some((reading) => kana.endsWith(reading));
}
