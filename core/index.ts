// Core's door: what surfaces, the command line and the API use. Nothing else of core is theirs.
export { listAudit } from "./audit/index.ts";
export { type Core, type CoreParts, createCore } from "./core.ts";
export { addAlias, addCode, addContactPoint, createCustomer, updateCustomer } from "./customers/index.ts";
export {
  type DuplicatePair,
  decideDuplicate,
  examineDuplicates,
  getExamination,
  listDuplicates,
  listMerges,
  mergeDuplicates,
  type PairAnswer,
  type Side,
  splitDuplicates,
} from "./duplicates/index.ts";
export { amendHistory, cancelHistory, listHistory, logHistory, SaidHistoryKind } from "./history/index.ts";
export {
  addImportRows,
  beginImport,
  checkImport,
  commitImport,
  defineImportPreset,
  getImport,
  type ImportView,
  listImportRows,
  listImports,
  type RowView,
  undoImport,
} from "./imports/index.ts";
export type { Answer, AnswerAction, Tone } from "./kernel/answer.ts";
export { type Clock, instantOf, localDay, systemClock, wallTime } from "./kernel/clock.ts";
export type {
  Actor,
  ActorRef,
  CallContext,
  Locale,
  OperationContext,
  QueryContext,
  Surface,
} from "./kernel/context.ts";
export type { Database, Statements, Transaction } from "./kernel/database.ts";
export { EnishiError, type ErrorParams, isEnishiError } from "./kernel/errors.ts";
export { newId, newSecret, sha256 } from "./kernel/ids.ts";
export type { ImportPreset } from "./kernel/import-preset.ts";
export type { Log } from "./kernel/log.ts";
export { type AnyOperation, type AnyQuery, defineOperation, defineQuery } from "./kernel/operation.ts";
export type { Role } from "./kernel/permissions.ts";
export {
  type Command,
  type Delivery,
  definePlugin,
  type Job,
  type Plugin,
  type ProfileSection,
} from "./kernel/plugin.ts";
export type { PluginHost, WorkspaceSummary } from "./kernel/plugin-host.ts";
export type { Records } from "./kernel/records.ts";
export type { Compose, Settings } from "./kernel/settings.ts";
export { DeliveryPostponed, DeliveryRefused } from "./kernel/undelivered.ts";
export {
  amendLine,
  answerLine,
  cancelLine,
  getLine,
  LineResult,
  listWaitingLines,
  recordLine,
} from "./lines/index.ts";
export {
  addMember,
  claimIdentity,
  createLink,
  createToken,
  decideSeat,
  findByToken,
  findMember,
  listMembers,
  mayJoinByMail,
  parseMembersRule,
  seatMember,
  updateMember,
  useLink,
} from "./members/index.ts";
export {
  addNextAction,
  amendNextAction,
  cancelNextAction,
  completeNextAction,
  getNextAction,
  listMyNextActions,
  listNextActions,
  reopenNextAction,
  snoozeNextAction,
} from "./next-actions/index.ts";
export {
  acceptHandover,
  answerHandover,
  askBackHandover,
  assignOwner,
  type Brief,
  type BriefRow,
  type BriefSection,
  type CustomerBrief,
  declineHandover,
  getHandover,
  type HandoverView,
  listHandovers,
  listOwners,
  proposeHandover,
  releaseOwner,
  withdrawHandover,
} from "./ownership/index.ts";
export { findByMail, getProfile, type Profile, type SearchHit, searchCustomers } from "./profile/index.ts";
export { addPurchase, listPurchases, type Purchase } from "./purchases/index.ts";
export { openJournal } from "./storage/journal.ts";
export { bindSlackTeam, ensureWorkspace, openWorkspace } from "./workspaces/index.ts";
