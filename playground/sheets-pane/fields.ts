/** What a column can be, in the order in which a person looks for it. その他 stands apart. */
export const columnFields = [
  "company",
  "companyKana",
  "customerCode",
  "person",
  "personKana",
  "lastName",
  "firstName",
  "department",
  "title",
  "owner",
  "phone",
  "mobile",
  "fax",
  "email",
  "postal",
  "address",
  "prefecture",
  "city",
  "street",
  "building",
  "url",
  "corporateNumber",
  "date",
  "amount",
  "note",
] as const;

/** What can become of a row, in the order in which it is told. */
export const rowOutcomes = [
  "ready",
  "created",
  "updated",
  "unchanged",
  "joined",
  "review",
  "rejected",
] as const;
