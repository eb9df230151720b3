import type { LineEntry, LineNextAction, Question, Reading } from "../../../core/lines/reading/index.ts";

/**
 * A reading on one line, for tables: `customer kind(direction, result) when 「body」 | → kind title day time | ? question`.
 * The year is left off days of 2026.
 */
export function brief(reading: Reading): string {
  const head = reading.kind === "entry" ? [] : [reading.kind];
  const entries = reading.entries.map((entry) => entryText(entry));
  const actions = reading.nextActions.map((action) => actionText(action));
  const questions = reading.questions.map((question) => `? ${questionText(question)}`);
  return [...head, ...entries, ...actions, ...questions].join(" | ");
}

function entryText(entry: LineEntry): string {
  const who = [entry.customerId ?? "-", ...entry.personIds.map((id) => `/${id}`)].join("");
  if (!entry.historyKind) return who;
  const how = [entry.direction === "unknown" ? null : entry.direction, entry.result]
    .filter(Boolean)
    .join(",");
  const when = entry.occurredAt
    ? [entry.occurredAt.from, entry.occurredAt.to]
        .filter(Boolean)
        .map((at) => short(at!))
        .join("~")
    : "when?";
  return [who, how ? `${entry.historyKind}(${how})` : entry.historyKind, when, `「${entry.body}」`].join(" ");
}

function actionText(action: LineNextAction): string {
  const due = action.due
    ? [
        short(action.due.date),
        action.due.time,
        /week|month/.test(action.due.precision) ? action.due.precision : null,
      ]
    : ["-"];
  const mark = action.suggested ? "(→)" : "→";
  return [mark, action.kind, action.title, ...due.filter(Boolean)].join(" ");
}

function questionText(question: Question): string {
  switch (question.kind) {
    case "customer":
      return `${question.text}: ${question.customerIds.join(" ")}`;
    case "member":
      return `${question.role} ${question.memberIds.join(" ")}`;
    case "due":
    case "occurred":
      return `${question.kind} ${question.reason} ${question.candidates.map(short).join(" ")}`;
    case "unknown_customer":
      return `who is ${question.text}`;
  }
}

function short(at: string): string {
  return at
    .replace(/^2026-/, "")
    .replace("-", "/")
    .replace(/^(\d{4})\/(\d\d)-/, "$1/$2/");
}
