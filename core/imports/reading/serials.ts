import type { ContentReading } from "./content.ts";
import type { Guess } from "./guess.ts";
import type { LabelReading } from "./label-rules.ts";
import { normalizeLabel } from "./labels.ts";
import { textsOf } from "./record.ts";

/** Running numbers, and codes that few values share, say nothing of who a customer is. */
export function dropSerials(
  guesses: Guess[],
  headers: readonly string[],
  labels: (LabelReading | null)[],
  contents: readonly ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  labels.forEach((label, index) => {
    // 0001 under コード was given by a system; 1 counts the rows.
    const given = label?.open === "code" && CODE.test(normalizeLabel(headers[index]!));
    if (given && isPadded(rows, index)) return;
    const from = labels.some((other) => other?.use === "customerCode" && !other.open) ? Number.MAX_VALUE : 5;
    const serial =
      (label === null || label.open === "code") &&
      guesses[index]!.use === "customerCode" &&
      isSerial(rows, index, from);
    // メーター番号 beside the customers' own numbers counts something else.
    const other =
      label === null &&
      guesses[index]!.use === "customerCode" &&
      labels.some((one, at) => one?.use === "customerCode" && guesses[at]!.use === "customerCode");
    const few = label?.open === "code" && contents[index]!.filled >= 8 && contents[index]!.distinct <= 0.3;
    if (serial || few || other) guesses[index] = { use: null, confidence: 0.7, rank: 9 };
  });
}

const CODE = /(コード|コードno|コード番号|cd|code|.番号)$/;

function isPadded(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = textsOf(rows, index);
  const lengths = new Set(cells.map((cell) => cell.length));
  return cells.length > 0 && lengths.size === 1 && cells[0]!.length >= 3 && cells[0]!.startsWith("0");
}

/** 1, 2, 3 … count the rows of the list and mean nothing outside it; beside the customers' codes from wherever they begin. */
export function isSerial(rows: readonly (readonly string[])[], index: number, from = 5): boolean {
  const numbers = textsOf(rows, index).map(Number);
  if (numbers.length === 0 || !(numbers[0]! >= 0 && numbers[0]! <= from)) return false;
  const steps = numbers.filter((number, at) => at > 0 && number === numbers[at - 1]! + 1).length;
  return steps >= (numbers.length - 1) * 0.8;
}
