import type { ContentReading } from "./content.ts";
import type { Use } from "./fields.ts";
import { isGrouped } from "./grouping.ts";
import type { ColumnsToSettle } from "./settle.ts";

/**
 * Tells whose 担当 a column holds: few values that repeat are ours, nearly unique ones are theirs. How often the customers
 * themselves repeat is taken into account, and what other columns already are. Changes `guesses`; unsure ones are marked
 * to be asked.
 */
export function settleCharge({ rows, labels, contents, guesses }: ColumnsToSettle): void {
  const open = labels.flatMap((label, index) =>
    label?.open === "charge" && guesses[index]!.use === "person" ? [index] : [],
  );
  const isSure = (use: Use) =>
    guesses.some((one, index) => one.use === use && !open.includes(index) && one.confidence > 0.7);
  const hasTheirs = isSure("person") || isSure("lastName");
  const hasOurs = isSure("owner");
  const company = guesses.findIndex((one) => one.use === "company");
  const customers = Math.max(0.3, contents[company]?.distinct ?? 1);
  const variety = (index: number) => Math.min(1, contents[index]!.distinct / customers);
  const sorted = [...open].sort((a, b) => variety(a) - variety(b));
  sorted.forEach((index, place) => {
    const content = contents[index]!;
    const own = judge(content, variety(index), isGrouped(rows, index));
    let { use, confidence } = own;
    if (!own.proven && hasTheirs !== hasOurs) {
      use = hasTheirs && variety(index) <= 0.85 ? "owner" : "person";
      confidence = Math.max(confidence, 0.8);
    }
    // Of two such columns the one with more variety is theirs.
    if (use === "owner" && place > 0 && variety(index) > 0.3) use = "person";
    guesses[index] = { use, confidence, rank: 5, ask: confidence < 0.9 };
  });
}

interface Judgement {
  use: "owner" | "person";
  confidence: number;
  proven: boolean;
}

function judge(content: ContentReading, variety: number, isBlock: boolean): Judgement {
  // Nobody writes 様 behind a colleague.
  if (content.shares.honorific > 0.3 || content.shares.email > 0.3)
    return { use: "person", confidence: 0.85, proven: true };
  // Written once over a block of rows: whose customers they are.
  if (isBlock) return { use: "owner", confidence: 0.8, proven: true };
  const few = content.filled < 4;
  const repeats = few ? content.filled > 1 && variety < 0.7 && content.longest <= 5 : variety <= 0.5;
  const confidence = few ? 0.55 : 0.6 + 0.35 * Math.min(1, Math.abs(variety - 0.5) * 2);
  return { use: repeats ? "owner" : "person", confidence, proven: false };
}
