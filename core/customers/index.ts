/** Companies, their sites and people, and the ways to name and reach them. */
export { addAlias } from "./add-alias.ts";
export { addCode } from "./add-code.ts";
export { addContactPoint } from "./add-contact-point.ts";
export { findAlike } from "./alike.ts";
export { type ContactPointColumns, companyDomain, readContactPoint } from "./contact-point.ts";
export { createCustomer } from "./create.ts";
export { type DomainRow, domainsFor } from "./domains.ts";
export { loadMatchRecords } from "./load-match-records.ts";
export { type House, type KnownCustomer, matchRecordOf } from "./match-record.ts";
export { reindex, reindexSites } from "./reindex.ts";
export {
  codeGrams,
  dialledDigits,
  keysOf,
  mailGrams,
  type SearchDocument,
  type SearchNames,
  searchDocument,
  startGrams,
} from "./search-document.ts";
export { writeSearchRows } from "./search-rows.ts";
export {
  type AliasKind,
  aliasKinds,
  type ContactKind,
  type CustomerKind,
  contactKinds,
  customerKinds,
  customerRoles,
} from "./shapes.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
export { updateCustomer } from "./update.ts";
