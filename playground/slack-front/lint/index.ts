export type { LintError } from "./check.ts";
export { mentionsIn } from "./mentions.ts";
export { lintBlocks, lintMessage, lintView } from "./surfaces.ts";
