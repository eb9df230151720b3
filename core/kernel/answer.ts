export type Tone = "normal" | "muted" | "good" | "warning";

/** One thing that a person can do from an answer: an operation with its input, by name. */
export interface AnswerAction {
  label: string;
  operation: string;
  input: Record<string, unknown>;
  /** Asked before it is done, when it is hard to take back. */
  confirm?: string;
}

/** What commands and profile sections answer with. Slack, the Gmail card and the API each render it. */
export interface Answer {
  title: string;
  rows: { label: string; value: string; tone?: Tone }[];
  actions: AnswerAction[];
}
