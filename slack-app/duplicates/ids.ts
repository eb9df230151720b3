/** Ids of what can be pressed about duplicates: `noun.screen.element`. */
export const duplicateIds = {
  /** An answer to a pair; its value carries the pair. `duplicates.card.answer.<answer>` */
  answer: /^duplicates\.card\.answer\.(same|site|different|unsure)$/,
  answerWith: (answer: string) => `duplicates.card.answer.${answer}`,
  /** 同じ理由の残りN件も */
  rest: "duplicates.said.rest",
  split: "duplicates.said.split",
  next: "duplicates.said.next",
  examine: "duplicates.none.examine",
} as const;
