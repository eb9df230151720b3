import { KANJI } from "./kanji-readings.ts";
import type { ReadingKey } from "./reading-key.ts";

/**
 * Whether a folded name in kanji can be what is heard: 霧島光学 as きりしまこうがく, by the readings of its single kanji,
 * with voiced beginnings (がわ) and doubled consonants (がっこう). Gives how many of its kanji nobody could read and that
 * were let pass as one to four kana; null where it cannot be.
 */
export function hearKanji(written: string, spoken: ReadingKey): number | null {
  const exact = spoken.vague ? null : follow(written, spoken.exact, "exact");
  return exact ?? follow(written, spoken.loose, "loose");
}

/**
 * True where the readings of all kanji of a stem are known and what is heard begins with none of the first's and has
 * none of the last's in it: 鷹羽 is not あべ. 高砂 begins as たかさご does.
 */
export function isHeardOtherwise(stem: string, { loose }: ReadingKey): boolean {
  const letters = [...stem];
  if (!letters.every((letter) => KANJI.has(letter))) return false;
  const readingsOf = (letter: string) => KANJI.get(letter)!.loose;
  const isBeginning = readingsOf(letters[0]!).some((kana) => loose.startsWith(kana));
  return !isBeginning && !readingsOf(letters.at(-1)!).some((kana) => loose.includes(kana, 1));
}

/** Kanji that two spellings of one name may be confused by: read alike (裕子, 祐子) or drawn alike (太, 大). */
export function areMistakable(one: string, other: string): boolean {
  if (DRAWN_ALIKE.some((family) => family.includes(one) && family.includes(other))) return true;
  const readings = KANJI.get(other)?.exact;
  return readings !== undefined && (KANJI.get(one)?.exact ?? []).some((kana) => readings.includes(kana));
}

const DRAWN_ALIKE =
  "太大犬 子了 未末 土士 千干 人入 目日 己已巳 水永 木本 美実 田由 井丼 治冶 広応 幸辛".split(" ");

/** Where in the spoken name one can be, and at the cost of how many unread kanji; see `SOFT` for the second number. */
type Places = Map<number, number>;

/** A place behind an ん that was heard together with the vowel after it: しんいち is しにち without lengths. */
const SOFT = 1000;

function follow(written: string, spoken: string, kind: "exact" | "loose"): number | null {
  let places: Places = new Map([[0, 0]]);
  let before = "";
  for (const letter of written) {
    const kanji = letter === "々" ? before : letter;
    places = step(places, kanji, spoken, kind);
    if (places.size === 0) return null;
    before = kanji;
  }
  return places.get(spoken.length) ?? null;
}

function step(places: Places, letter: string, spoken: string, kind: "exact" | "loose"): Places {
  const next: Places = new Map();
  const reach = (place: number, cost: number) => {
    const known = next.get(place);
    if (known === undefined || cost < known) next.set(place, cost);
  };
  const readings = HAN.test(letter) ? KANJI.get(letter)?.[kind] : [letter];
  for (const [place, cost] of places) {
    const isSoft = place >= SOFT;
    const at = isSoft ? place - SOFT : place;
    if (!readings) {
      for (let length = 1; length <= 4 && !isSoft; length++)
        if (at + length <= spoken.length) reach(at + length, cost + 1);
      continue;
    }
    for (const reading of readings) {
      for (const heard of isSoft ? softened(reading) : heardAs(reading, at, kind)) {
        if (spoken.startsWith(heard, at)) reach(at + heard.length, cost);
        if (kind === "loose" && heard.endsWith("ん") && spoken.startsWith(heard.slice(0, -1), at))
          reach(SOFT + at + heard.length - 1, cost);
      }
    }
  }
  return next;
}

/** What a reading may sound like behind another one. */
function heardAs(reading: string, at: number, kind: "exact" | "loose"): string[] {
  const beginnings = [reading];
  if (at > 0) {
    for (const voiced of VOICED.get(reading[0]!) ?? "") beginnings.push(voiced + reading.slice(1));
    if (kind === "loose" && /^[あいうお]/.test(reading)) beginnings.push(reading.slice(1));
  }
  if (!DOUBLED.test(reading)) return beginnings;
  return [...beginnings, ...beginnings.map((one) => `${one.slice(0, -1)}つ`)];
}

function softened(reading: string): string[] {
  const vowel = "あいうえお".indexOf(reading[0]!);
  if (vowel >= 0) return ["なにぬねの"[vowel]! + reading.slice(1)];
  return /^[やゆよ]/.test(reading) ? [`に${reading}`] : [];
}

const HAN = /\p{sc=Han}/u;
const DOUBLED = /.[きくち]$/;
const VOICED: ReadonlyMap<string, string> = new Map(
  "かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちじ つず てで とど はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ"
    .split(" ")
    .map((row) => [row[0]!, row.slice(1)]),
);
