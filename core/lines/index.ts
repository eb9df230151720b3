/** Typed lines: reads them and writes what they say to history and next actions, in one transaction. */
export { amendLine } from "./amend.ts";
export { answerLine } from "./answer.ts";
export { cancelLine } from "./cancel.ts";
export { getLine, listWaitingLines } from "./list.ts";
export { recordLine } from "./record.ts";
export { LineResult } from "./result.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
