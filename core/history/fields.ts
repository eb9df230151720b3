import { z } from "zod";
import { instant, typedText } from "./input.ts";
import { ContactResult, Direction, HistoryKind, OccurredPrecision, Visibility } from "./kinds.ts";

const ids = z.array(z.uuid()).max(50);
const flag = z.string().regex(/^[\w.:-]{1,60}$/, "letters, digits, - _ . :");

/** What an entry says, beside the customer that it stands with. */
export const EntryFields = z.object({
  kind: HistoryKind,
  direction: Direction.nullish(),
  result: ContactResult.nullish(),
  occurredAt: instant.optional(),
  occurredUntil: instant.nullish(),
  precision: OccurredPrecision.optional(),
  /** Who did it; the one who writes it down when absent. */
  authorId: z.uuid().nullish(),
  /** People of theirs, and of ours, who took part. */
  contactIds: ids.optional(),
  memberIds: ids.optional(),
  title: typedText(300).nullish(),
  body: typedText(20_000).optional(),
  flags: z.array(flag).max(20).optional(),
  visibility: Visibility.optional(),
});
export type EntryFields = z.infer<typeof EntryFields>;
