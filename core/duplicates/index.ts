/** Duplicates: customers that may be the same, what people decided of them, merging and splitting back. */
export { mergeDuplicates } from "./merge.ts";
export { splitDuplicates } from "./split.ts";
export { strings } from "./strings.ts";
export { type Choices, survivingColumns, survivingRules } from "./surviving.ts";
export { tables } from "./tables.ts";
