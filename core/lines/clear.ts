import type { Reading } from "./reading/index.ts";

/** Kinds that stand for want of a better word: nothing in the line said how the contact was made. */
const vague = new Set<string | null>(["contact", "note"]);

/**
 * Whether a line that came without a verb says by itself what is to be written: a known customer (or a choice of known
 * ones), and a call, visit, meeting … or a plan with its day, also a day that does not exist: that is asked, and nothing
 * of the line is lost meanwhile. Chat about a customer is no log.
 */
export function isClear(reading: Reading): boolean {
  if (reading.kind === "done") return true;
  if (reading.kind !== "entry" && reading.kind !== "draft") return false;
  if (reading.questions.some((question) => question.kind === "unknown_customer")) return false;
  return reading.entries.every(
    (entry, at) =>
      (entry.historyKind !== null && !vague.has(entry.historyKind)) ||
      reading.nextActions.some((action, index) => action.entry === at && namesDay(reading, index)),
  );
}

function namesDay(reading: Reading, index: number): boolean {
  if (reading.nextActions[index]?.due) return true;
  return reading.questions.some(
    (question) =>
      question.kind === "due" && question.reason !== "missing" && question.nextActions.includes(index),
  );
}
