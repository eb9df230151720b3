/** 次の予定: promises, follow-ups and appointments. */
export { addNextAction } from "./add.ts";
export { amendNextAction } from "./amend.ts";
export { cancelNextAction, completeNextAction, reopenNextAction } from "./close.ts";
export { DuePrecision, NextActionKind } from "./fields.ts";
export { getNextAction } from "./get.ts";
export type { NextActionItem } from "./item.ts";
export { listMyNextActions, listNextActions } from "./list.ts";
export { type OpenAction, openActions } from "./open.ts";
export { calendarOf, settleDue } from "./rules.ts";
export { snoozeNextAction } from "./snooze.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
