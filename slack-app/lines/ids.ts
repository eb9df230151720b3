/** Ids around typed lines. */
export const lineIds = {
  /** Records a line that was offered. */
  record: "lines.offer.record",
  answer: /^lines\.question\.answer\.\d+$/,
  answerAt: (index: number) => `lines.question.answer.${index}`,
  /** A day that is none of the choices. The question stands in the block's id. */
  answerDay: "lines.question.day",
  /** A customer that is none of the choices: opens a modal. */
  chooseCustomer: "lines.question.choose",
  chooseView: "lines.choose",
  amend: /^lines\.echo\.amend\.\d+$/,
  amendAt: (index: number) => `lines.echo.amend.${index}`,
  amendView: "lines.amend",
  cancel: "lines.echo.cancel",
  keep: /^lines\.echo\.keep\.\d+$/,
  keepAt: (index: number) => `lines.echo.keep.${index}`,
  plan: /^lines\.echo\.plan\.\d+$/,
  planAt: (index: number) => `lines.echo.plan.${index}`,
  logView: "lines.log",
} as const;

/** A question in the id of a block: where elements carry no value of their own. */
export function questionBlock(lineId: string, questionId: string): string {
  return `lines.question|${lineId}|${questionId}`;
}

export function readQuestionBlock(blockId: string): { lineId: string; questionId: string } | null {
  const [kind, lineId, questionId] = blockId.split("|");
  return kind === "lines.question" && lineId && questionId ? { lineId, questionId } : null;
}
