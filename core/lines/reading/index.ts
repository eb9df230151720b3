export { readLine } from "./read-line.ts";
export type * from "./types.ts";
export { type LineVerb, verbOf } from "./verbs.ts";
