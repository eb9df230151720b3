import { guessReading } from "../japanese/index.ts";
import { consonantsOf } from "./consonants.ts";
import { tradesOf } from "./english-trades.ts";
import { hearKanji } from "./hear-kanji.ts";
import { readingKey } from "./reading-key.ts";

/**
 * Whether a folded Latin name says the parts of one in kanji and katakana, each in its own way: "owarisystems" is
 * 尾張|システムズ by reading and by sound, "crystalshokai" is クリスタル|商会, "alphaplanning" アルファ|企画 by meaning.
 */
export function saysParts(latin: string, written: string): boolean {
  const parts = written.match(/\p{sc=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (parts.length === 0 || parts.length > 3 || parts.join("") !== written || latin.length > LONGEST)
    return false;
  return mayEndIn(latin, parts.at(-1)!) && saysFrom(latin, 0, parts, 0);
}

/** Nearly every pair is told apart by what it ends in. */
function mayEndIn(latin: string, part: string): boolean {
  if (!KANA.test(part)) return true;
  const consonants = consonantsOf(part);
  return consonants === null || consonantsOf(latin)?.endsWith(consonants) === true;
}

const LONGEST = 60;

function saysFrom(latin: string, from: number, parts: readonly string[], at: number): boolean {
  const part = parts[at]!;
  if (at === parts.length - 1) return from < latin.length && says(latin.slice(from), part);
  for (let to = from + 2; to < latin.length - 1; to++)
    if (says(latin.slice(from, to), part) && saysFrom(latin, to, parts, at + 1)) return true;
  return false;
}

function says(latin: string, part: string): boolean {
  if (KANA.test(part)) {
    const consonants = consonantsOf(part);
    if (consonants !== null && consonants !== "" && consonants === consonantsOf(latin)) return true;
    return readingKey(latin)?.loose === readingKey(part)?.loose;
  }
  if (tradesOf(latin).includes(part)) return true;
  const spoken = readingKey(latin);
  if (spoken === null) return false;
  const guess = guessReading(part);
  if (guess !== null && readingKey(guess)?.loose === spoken.loose) return true;
  const unread = hearKanji(part, spoken);
  return unread !== null && unread * 2 <= part.length && (unread === 0 || part.length > 2);
}

const KANA = /^[ぁ-ゖ]+$/;
