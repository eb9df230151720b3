import { parsePhone } from "../../japanese/index.ts";
import type { ContentReading } from "./content.ts";
import type { Guess } from "./guess.ts";
import { textsOf } from "./record.ts";
import { isSerial } from "./serials.ts";

/** Without a header few names that repeat are ours, and short unique codes are the customers'. */
export function settleHeadless(
  guesses: Guess[],
  headers: readonly string[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (headers.some((header) => header.trim() !== "")) return;
  restorePhones(guesses, contents, rows);
  settleRoundMoney(guesses, contents, rows);
  const coded = guesses.findIndex((_, index) => {
    const { shares, distinct, filled } = contents[index]!;
    return (
      guesses[index]!.use === null &&
      filled >= 3 &&
      shares.code >= 0.9 &&
      distinct >= 0.95 &&
      !isSerial(rows, index)
    );
  });
  if (coded >= 0) guesses[coded] = { use: "customerCode", confidence: 0.5, rank: 8 };
  settleParts(guesses, contents);
  settleFirms(guesses, contents);
  // Beside a prefecture and a city the rest of the address is what is left.
  const uses = new Set(guesses.map((one) => one.use));
  if (uses.has("prefecture") && uses.has("city")) {
    const next = guesses.findIndex((one) => one.use === "city") + 1;
    if (guesses[next]?.use === null && !uses.has("address") && hasBlocks(rows, next))
      guesses[next] = { use: "street", confidence: 0.6, rank: 8 };
    guesses.forEach((one, index) => {
      if (one.use === "address") guesses[index] = { ...one, use: "street" };
    });
  }
  guesses.forEach((one, index) => {
    const { distinct, filled } = contents[index]!;
    if (one.use === "person" && filled >= 3 && distinct <= (filled < 5 ? 0.7 : 0.5))
      guesses[index] = { ...one, use: "owner", ask: true };
  });
}

/** Where no column is plainly firms, the one of texts that hardly repeat and have firms among them is. */
function settleFirms(guesses: Guess[], contents: ContentReading[]): void {
  if (guesses.some((one) => one.use === "company")) return;
  const firms = guesses.findIndex((one, index) => {
    const { filled, distinct, shares } = contents[index]!;
    const texts = one.use === null && filled >= 3 && distinct >= 0.7 && shares.sentence < 0.5;
    return texts && shares.company >= 0.25 && shares.code + shares.number < 0.1;
  });
  if (firms >= 0) guesses[firms] = { use: "company", confidence: 0.5, rank: 8 };
}

/** 三納7-5-19: words with the number of a house behind them, in most cells. */
function hasBlocks(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = textsOf(rows, index);
  const blocks = cells.filter((cell) => /^[^\d０-９]{1,12}[\d０-９]/.test(cell));
  return blocks.length >= Math.max(3, cells.length * 0.6);
}

/** Thousands that are round and of many sizes are money, where no other column is; codes and counts are not round. */
function settleRoundMoney(
  guesses: Guess[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (guesses.some((one) => one.use === "amount")) return;
  const money = guesses.flatMap((one, index) => {
    if (one.use !== null || contents[index]!.shares.number < 0.8) return [];
    const cells = textsOf(rows, index);
    const round = cells.filter((cell) => /^[△▲-]?(?:[1-9]\d*000|0)$/.test(cell));
    const sizes = new Set(round.map((cell) => cell.length));
    return round.length >= Math.max(3, cells.length * 0.8) && sizes.size >= 2 ? [index] : [];
  });
  if (money.length === 1) guesses[money[0]!] = { use: "amount", confidence: 0.5, rank: 8 };
}

/** Nine figures in a column without a header are phones whose zero was eaten, if they ring in several places. */
function restorePhones(
  guesses: Guess[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (guesses.some((one) => one.use === "phone" || one.use === "mobile")) return;
  const found = guesses.findIndex((one, index) => {
    if (one.use !== null || contents[index]!.shares.number < 0.9) return false;
    const cells = textsOf(rows, index);
    const rings = cells.filter((cell) => /^[1-9]\d{8,9}$/.test(cell) && parsePhone(`0${cell}`) !== null);
    return rings.length >= cells.length * 0.9 && new Set(rings.map((cell) => cell.slice(0, 2))).size >= 3;
  });
  if (found >= 0) guesses[found] = { use: "phone", confidence: 0.5, rank: 8 };
}

/** Surnames alone, and short names of many kinds right behind them, are 姓 and 名. */
function settleParts(guesses: Guess[], contents: ContentReading[]): void {
  guesses.forEach((one, index) => {
    const behind = contents[index + 1];
    if (one.use !== "person" || !behind || guesses[index + 1]!.use !== null) return;
    const parted = contents[index]!.shares.surname >= 0.7 && behind.shares.given >= 0.95;
    if (!parted || behind.distinct * behind.filled < Math.min(6, behind.filled)) return;
    guesses[index] = { use: "lastName", confidence: 0.6, rank: 8 };
    guesses[index + 1] = { use: "firstName", confidence: 0.6, rank: 8 };
  });
}
