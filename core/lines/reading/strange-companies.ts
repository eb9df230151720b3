import { foldText, shortKeys } from "../../japanese/index.ts";
import { overlaps } from "./spans.ts";
import type { Span } from "./types.ts";

const WORD =
  /(?:\((?:株|有|合)\)|株式会社|有限会社|合同会社)?[一-龠々ァ-ヶー\w]{2,20}?(?:\((?:株|有|合)\)|株式会社|有限会社|合同会社|(?=でんわ|電話|tel|訪問|来社|打合|[\s、。,!?さ様の]|$))/giu;

/** Words that look like a company the book does not know: a legal form or a word of trade at the end. */
export function findStrangeCompanies(line: string, taken: readonly Span[]): Span[] {
  return [...line.matchAll(WORD)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
    .filter(
      ({ text }) =>
        /\((?:株|有|合)\)|(?:株式|有限|合同)会社/.test(text) || shortKeys(foldText(text)).length > 0,
    )
    .filter((span) => !taken.some((other) => overlaps(other, span)))
    .map(({ start, end }) => ({ start, end }));
}
