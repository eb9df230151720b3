/** 対応履歴: the spine. Everything that happens to a customer is one row here. */
export { amendHistory } from "./amend.ts";
export { cancelHistory } from "./cancel.ts";
export { decodeCursor, encodeCursor, uuidPattern } from "./cursor.ts";
export { day, instant, pageLimit, requiredText, typedText, wallClock } from "./input.ts";
export {
  ContactResult,
  Direction,
  HistoryKind,
  OccurredPrecision,
  SaidHistoryKind,
  Visibility,
} from "./kinds.ts";
export { type LatestEntry, latestEntries } from "./latest.ts";
export { type HistoryItem, listHistory } from "./list.ts";
export { logHistory } from "./log.ts";
export { namedCustomer } from "./named-customer.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
