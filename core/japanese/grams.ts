import { foldText } from "./fold.ts";
import { phoneDigits } from "./phone-digits.ts";

/**
 * The distinct one- and two-character grams of a folded text, for the search index (most Japanese surnames are two
 * characters long, where trigrams find nothing). Characters are code points.
 */
export function grams(text: string): string[] {
  const chars = charactersOf(foldText(text));
  const found = new Set<string>(chars);
  for (let i = 1; i < chars.length; i++) found.add(chars[i - 1]! + chars[i]!);
  return [...found];
}

/** The grams a row must have to contain the query: all its pairs, or its single character. Empty for an empty query. */
export function queryGrams(text: string): string[] {
  const chars = charactersOf(foldText(text));
  if (chars.length <= 1) return chars;
  const found = new Set<string>();
  for (let i = 1; i < chars.length; i++) found.add(chars[i - 1]! + chars[i]!);
  return [...found];
}

/**
 * The four-digit windows of a phone number as dialled in Japan, each prefixed "#" so that they never meet a word:
 * "+81312345678" → "#0312", "#3123", … Shorter than four digits gives nothing.
 */
export function digitGrams(e164OrDigits: string): string[] {
  const digits = phoneDigits(e164OrDigits);
  const found = new Set<string>();
  for (let i = 0; i + 4 <= digits.length; i++) found.add(`#${digits.slice(i, i + 4)}`);
  return [...found];
}

function charactersOf(folded: string): string[] {
  return folded === "" ? [] : [...folded];
}
