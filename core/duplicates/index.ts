/** Duplicates: which customers are the same, and why. */
export * from "./matching/index.ts";
export { strings } from "./strings.ts";
