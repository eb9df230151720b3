/** Duplicates: customers that may be the same, what people decided of them, merging and splitting back. */
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
