/** A customer's own row as SQL calls its columns: days and amounts as text. */
export type CustomerRow = Record<string, unknown> & {
  id: string;
  kind: "company" | "site" | "person";
  parent_id: string | null;
  name: string;
  name_kana: string | null;
  state: "active" | "merged" | "erased";
  merged_into_id: string | null;
  version: number;
};

/**
 * How the value of a field is chosen when two records become one; what a person chose goes before all of it.
 * - `filled`: what is filled beats what is blank; where both are, the survivor's stays. `unless`: left as it is when
 *   the two contradict each other there (no town of one beside the prefecture of the other).
 * - `union`: what either of them is.
 * - `lines`: the survivor's lines, then those of the other that it does not have.
 * - `earliest`: the earlier day.
 * - `columns` (その他): every column of both; of one that both have, the longer text.
 */
export interface SurvivingRule {
  column: string;
  rule: "filled" | "union" | "lines" | "earliest" | "columns";
  unless?: string;
}

/** The rule of every field, by the name that the API gives it. `docs/operations.ja.md` shows this table to people. */
export const survivingRules = {
  name: { column: "name", rule: "filled" },
  nameKana: { column: "name_kana", rule: "filled" },
  honorific: { column: "honorific", rule: "filled" },
  parentId: { column: "parent_id", rule: "filled" },
  department: { column: "department", rule: "filled", unless: "parent_id" },
  title: { column: "title", rule: "filled", unless: "parent_id" },
  roles: { column: "roles", rule: "union" },
  corporateNumber: { column: "corporate_number", rule: "filled" },
  invoiceNumber: { column: "invoice_number", rule: "filled" },
  prefecture: { column: "prefecture", rule: "filled", unless: "city" },
  city: { column: "city", rule: "filled", unless: "prefecture" },
  url: { column: "url", rule: "filled" },
  note: { column: "note", rule: "lines" },
  relationSince: { column: "relation_since", rule: "earliest" },
  amount: { column: "amount", rule: "filled" },
  extra: { column: "extra", rule: "columns" },
  purpose: { column: "purpose", rule: "filled" },
  source: { column: "source", rule: "filled" },
} as const satisfies Record<string, SurvivingRule>;

export type MergedField = keyof typeof survivingRules;
export const mergedFields = Object.keys(survivingRules) as [MergedField, ...MergedField[]];

/** Which side a field is taken from, where a person says so. A reading goes with the name that was chosen. */
export type Choices = Partial<Record<MergedField, "keep" | "merge">>;

/** The columns of the survivor that become others, with their new values. Neither row is touched. */
export function survivingColumns(
  keep: CustomerRow,
  merge: CustomerRow,
  choices: Choices = {},
): Record<string, unknown> {
  const after: Record<string, unknown> = {};
  for (const field of mergedFields) {
    const rule: SurvivingRule = survivingRules[field];
    const value = survivorOf(field, rule, keep, merge, choices);
    if (!isSame(value, keep[rule.column])) after[rule.column] = value;
  }
  // The name is what a record is known by: nobody can choose to have none.
  if (isBlank(after.name)) delete after.name;
  return "amount" in after ? { ...after, currency: merge.currency } : after;
}

function survivorOf(
  field: MergedField,
  rule: SurvivingRule,
  keep: CustomerRow,
  merge: CustomerRow,
  choices: Choices,
): unknown {
  const mine = keep[rule.column];
  const theirs = merge[rule.column];
  const chosen = choices[field];
  if (chosen) return chosen === "keep" ? mine : theirs;
  if (field === "nameKana" && choices.name === "merge") return isBlank(theirs) ? null : theirs;
  switch (rule.rule) {
    case "union":
      return [...new Set([...(mine as string[]), ...(theirs as string[])])];
    case "lines":
      return joinLines(mine as string | null, theirs as string | null);
    case "earliest":
      return earlier(mine as string | null, theirs as string | null);
    case "columns":
      return allColumns(mine as Record<string, string>, theirs as Record<string, string>);
    case "filled": {
      const apart = rule.unless !== undefined && contradict(keep[rule.unless], merge[rule.unless]);
      return isBlank(mine) && !isBlank(theirs) && !apart ? theirs : mine;
    }
  }
}

function joinLines(mine: string | null, theirs: string | null): string | null {
  if (isBlank(theirs)) return mine;
  if (isBlank(mine)) return theirs;
  const there = new Set(mine!.split("\n").map((line) => line.trim()));
  const added = theirs!.split("\n").filter((line) => line.trim() !== "" && !there.has(line.trim()));
  return added.length > 0 ? [mine, ...added].join("\n") : mine;
}

function earlier(mine: string | null, theirs: string | null): string | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  return theirs < mine ? theirs : mine;
}

function allColumns(mine: Record<string, string>, theirs: Record<string, string>): Record<string, string> {
  const all = { ...mine };
  for (const [header, text] of Object.entries(theirs)) {
    if ((all[header] ?? "").length < text.length) all[header] = text;
  }
  return all;
}

function contradict(mine: unknown, theirs: unknown): boolean {
  return !isBlank(mine) && !isBlank(theirs) && mine !== theirs;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
