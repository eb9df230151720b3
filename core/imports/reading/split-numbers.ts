import { parsePhone, parsePostal } from "../../japanese/index.ts";
import type { RecognizedColumn } from "./columns.ts";
import type { Use } from "./fields.ts";

/**
 * Makes the joiner of numbers that stand in columns of their own, part by part: 100 | 0005, 03 | 3501 | 1234. The whole number
 * comes into the cell of the first part. Parts of something that is no number stay as they are.
 */
export function createNumberJoiner(
  columns: readonly RecognizedColumn[],
): (cells: readonly string[]) => readonly string[] {
  const runs = runsOf(columns);
  if (runs.length === 0) return (cells) => cells;
  return (cells) => {
    let joined: string[] | null = null;
    for (const { use, indexes } of runs) {
      const parts = indexes.map((index) => (cells[index] ?? "").normalize("NFKC").trim());
      const whole = parts.every((part) => PART.test(part)) ? wholeOf(use, parts) : null;
      if (whole === null) continue;
      joined ??= [...cells];
      for (const index of indexes) joined[index] = "";
      joined[indexes[0]!] = whole;
    }
    return joined ?? cells;
  };
}

const PART = /^\d{1,5}$/;
const IN_PARTS = new Map<Use, readonly number[]>([
  ["postal", [2]],
  ["phone", [3]],
  ["mobile", [3]],
  ["fax", [3]],
]);

interface Run {
  use: Use;
  indexes: number[];
}

/** Columns side by side that say the same. */
function runsOf(columns: readonly RecognizedColumn[]): Run[] {
  const runs: Run[] = [];
  for (const { use, index } of columns) {
    if (!use || !IN_PARTS.has(use)) continue;
    const last = runs.at(-1);
    if (last?.use === use && last.indexes.at(-1) === index - 1) last.indexes.push(index);
    else runs.push({ use, indexes: [index] });
  }
  return runs.filter(({ use, indexes }) => IN_PARTS.get(use)!.includes(indexes.length));
}

/** Zeros that a spreadsheet ate are put back: 60 | 1 is 060-0001. */
function wholeOf(use: Use, parts: readonly string[]): string | null {
  if (use === "postal") {
    const [area, town] = parts as [string, string];
    const postal =
      area.length > 3 || town.length > 4 ? null : `${area.padStart(3, "0")}-${town.padStart(4, "0")}`;
    return postal !== null && parsePostal(postal) !== null ? postal : null;
  }
  const [area, office, line] = parts as [string, string, string];
  const phone = `${area.startsWith("0") ? area : `0${area}`}-${office}-${line.padStart(4, "0")}`;
  return parsePhone(phone) === null ? null : phone;
}
