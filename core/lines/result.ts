import { z } from "zod";

const Person = z.object({ id: z.uuid(), name: z.string() });

const EntryResult = z.object({
  /** Place in the reading: names the entry in `lines.amend`. */
  index: z.number(),
  /** Null: not on the history (yet): a question is open, or the line is only a plan. */
  historyId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  /** The company, also of a site. */
  customerName: z.string().nullable(),
  siteName: z.string().nullable(),
  kind: z.string().nullable(),
  direction: z.string(),
  result: z.string().nullable(),
  /** Local day "YYYY-MM-DD" (precision day) or wall time "YYYY-MM-DDTHH:mm". */
  occurredFrom: z.string().nullable(),
  occurredTo: z.string().nullable(),
  occurredPrecision: z.string().nullable(),
  /** The words for it, e.g. 朝. */
  occurredLabel: z.string().nullable(),
  authorId: z.uuid(),
  authorName: z.string().nullable(),
  recorderId: z.uuid(),
  recorderName: z.string().nullable(),
  people: z.array(Person),
  counterpartText: z.string().nullable(),
  members: z.array(Person),
  body: z.string(),
  flags: z.array(z.string()),
  suggestions: z.array(
    z.object({
      kind: z.string(),
      text: z.string(),
      due: z.object({ date: z.string(), time: z.string().nullable(), precision: z.string() }).optional(),
    }),
  ),
});

const NextActionResult = z.object({
  index: z.number(),
  /** Null: only suggested, or kept with the line until a question is answered. */
  nextActionId: z.uuid().nullable(),
  entry: z.number().nullable(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  siteName: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  dueTime: z.string().nullable(),
  duePrecision: z.string(),
  asTyped: z.string(),
  shifted: z.object({ from: z.string(), because: z.string() }).nullable(),
  ownerId: z.uuid(),
  ownerName: z.string().nullable(),
  /** Kept only when a person says so: `lines.answer` with `keep:<index>`. */
  suggested: z.boolean(),
  needsReview: z.boolean(),
});

const DoneResult = z.object({
  nextActionId: z.uuid(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  siteName: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
});

/** Facts of a choice, from which a surface makes its label. */
const Option = z.object({
  value: z.string(),
  facts: z.object({
    name: z.string().optional(),
    siteName: z.string().nullable().optional(),
    prefecture: z.string().nullable().optional(),
    ownerNames: z.array(z.string()).optional(),
    /** Of a day: what closes it (a holiday's name), if anything. */
    holiday: z.string().nullable().optional(),
    kind: z.string().optional(),
    title: z.string().optional(),
    dueOn: z.string().nullable().optional(),
  }),
});

const QuestionResult = z.object({
  id: z.string(),
  kind: z.enum(["customer", "unknown_customer", "member", "due", "occurred", "next_action"]),
  /** What was typed. */
  text: z.string(),
  reason: z.enum(["holiday", "no_such_date", "missing", "ambiguous"]).nullable(),
  role: z.enum(["companion", "owner"]).nullable(),
  entries: z.array(z.number()),
  nextActions: z.array(z.number()),
  options: z.array(Option),
});

/**
 * How a line was read and what stands in the record because of it. `kind` lookup: only a name was typed, nothing is
 * kept and `lineId` is null. `state` open: something is asked; draft: and nothing could be written before it is answered.
 */
export const LineResult = z.object({
  lineId: z.uuid().nullable(),
  state: z.enum(["recorded", "open", "draft", "cancelled"]),
  kind: z.enum(["entry", "done", "lookup", "draft", "unknown"]),
  text: z.string(),
  entries: z.array(EntryResult),
  nextActions: z.array(NextActionResult),
  /** What a 済 line marked done. */
  completed: z.array(DoneResult),
  questions: z.array(QuestionResult),
  reading: z.unknown(),
});
export type LineResult = z.infer<typeof LineResult>;
