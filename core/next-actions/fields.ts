import { z } from "zod";
import { day, requiredText, typedText, wallClock } from "../history/index.ts";

/** 約束 (the customer waits for it), フォロー (for our own sake), アポ (never moves by itself). */
export const NextActionKind = z.enum(["promise", "follow", "appointment"]);
export type NextActionKind = z.infer<typeof NextActionKind>;

export const DuePrecision = z.enum(["time", "day", "week", "month", "none"]);
export type DuePrecision = z.infer<typeof DuePrecision>;

export const NextActionFields = z.object({
  customerId: z.uuid().nullish(),
  kind: NextActionKind,
  title: requiredText(300),
  dueOn: day.nullish(),
  /** Local wall time of the workspace. */
  dueTime: wallClock.nullish(),
  duePrecision: DuePrecision.optional(),
  ownerId: z.uuid().optional(),
  /** The words that the due was read from. */
  asTyped: typedText(500).nullish(),
  /** 要確認: a question about it is not answered yet. */
  needsReview: z.boolean().optional(),
  /** The day is meant, even when we are closed: it is not moved. */
  keepDay: z.boolean().optional(),
});
export type NextActionFields = z.infer<typeof NextActionFields>;

/** Why a due was moved: the day that was asked for and what is there (a holiday's name, 土曜, 日曜, 休業日). */
export const Shift = z.object({ from: z.string(), because: z.string() }).nullable();
