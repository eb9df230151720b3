/** 名寄せ: which records are the same company, a site of it, or the same person, and why. Pure, no I/O. */
export { blockingKeys } from "./blocking-keys.ts";
export { decideRows, decidingRows, type IncomingRow, type RowDecision } from "./decide.ts";
export { type Evidence, evidenceOf, personEvidence, type Reason, type Verdict } from "./evidence.ts";
export { PERSON_WEIGHTS, REVIEW, SAME, WEIGHTS } from "./evidence-codes.ts";
export { domainsOf, type MatchPlace, type MatchRecord, matchRecord } from "./record.ts";
export { companyOfRow, papersOf, personOfRow, type RowFacts } from "./record-of-row.ts";
export { isNearName, type SearchKeys, searchKeys, storedHashes } from "./search-keys.ts";
export { isSharedSite, urlDomain } from "./url-domain.ts";
