/** Duplicates: customers that may be the same, what people decided of them, merging and splitting back. */
export { decideDuplicate, type PairAnswer } from "./decide.ts";
export type { Examination } from "./examination.ts";
export { examineDuplicates, examineNext, getExamination } from "./examine.ts";
export { orderedPair } from "./follow-pairs.ts";
export { jobs, on } from "./jobs.ts";
export { type DuplicatePair, listDuplicates } from "./list.ts";
export { mergeDuplicates } from "./merge.ts";
export { listMerges, type MergeView } from "./merges.ts";
export { reasonKeyOf } from "./reason-key.ts";
export { runExamination } from "./run-examination.ts";
export { runRest } from "./run-rest.ts";
export type { Side } from "./sides.ts";
export { splitDuplicates } from "./split.ts";
export { strings } from "./strings.ts";
export { type Choices, survivingColumns, survivingRules } from "./surviving.ts";
export { tables } from "./tables.ts";
