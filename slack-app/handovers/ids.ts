/** Ids around 引き継ぎ. */
export const handoverIds = {
  proposeView: "handovers.propose",
  /** Chosen customers change the preview. */
  customers: "handovers.propose.customers",
  successor: "handovers.propose.successor",
  accept: "handovers.brief.accept",
  ask: "handovers.brief.ask",
  decline: "handovers.brief.decline",
  read: "handovers.brief.read",
  answer: "handovers.question.answer",
  withdraw: "handovers.proposed.withdraw",
  askView: "handovers.ask",
  declineView: "handovers.decline",
  answerView: "handovers.answer",
  briefView: "handovers.brief",
  page: "handovers.brief.page",
} as const;
