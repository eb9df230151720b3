import { isFreeMailDomain, parseEmail } from "../../japanese/index.ts";
import { isBlank } from "./record.ts";

type Cells = readonly string[];

/** Columns by what they say; indexes. */
export interface FamilyColumns {
  names: readonly number[];
  people: readonly number[];
  sites: readonly number[];
  emails: readonly number[];
  /** Other columns that speak of the company: code, address, 法人番号 … */
  rest: readonly number[];
}

/** Judges whether a row without a company belongs to the company above it. */
export interface Family {
  names: readonly number[];
  /** Another person of the company above. */
  isBelow(cells: Cells, above: Cells): boolean;
  /** Another site of the company above, with an address of its own. */
  isSiteBelow(cells: Cells, above: Cells): boolean;
}

/**
 * Looks in the sample for companies that are written once for several rows, as merged cells leave them in a CSV. A list in
 * which private customers stand between companies has people without a company too, but with addresses of their own;
 * there nothing is carried down.
 */
export function familyOf(rows: readonly Cells[], columns: FamilyColumns): Family {
  const { names, people, sites, emails, rest } = columns;
  const alone = rows.filter((cells) => names.length > 0 && lacks(cells, names) && has(cells, people));
  const bare = alone.filter((cells) => lacks(cells, rest));
  const usual =
    rest.length > 0
      ? bare.length > 0 && bare.length >= alone.length * 0.8
      : alone.length >= rows.length * 0.25;
  // A 営業所 that few values fill in every row is ours, unless companies are written once for many of their rows.
  const sited = rows.filter((cells) => has(cells, sites));
  const values = new Set(sited.map((cells) => sites.map((index) => cells[index]?.trim()).join("\n")));
  const below = sited.filter((cells) => lacks(cells, names)).length;
  const theirs = sited.length < 10 || values.size > sited.length * 0.2 || below >= rows.length * 0.15;
  return {
    names,
    isBelow: (cells, above) =>
      usual &&
      alone.length > 0 &&
      lacks(cells, names) &&
      has(above, names) &&
      has(cells, people) &&
      lacks(cells, rest) &&
      !isElsewhere(mailDomain(cells, emails), mailDomain(above, emails)),
    isSiteBelow: (cells, above) =>
      theirs &&
      lacks(cells, names) &&
      has(above, names) &&
      sites.some((index) => isOther(cells[index], above[index])),
  };
}

/** The same 営業所 again is ours and not another site of theirs. */
function isOther(cell: string | undefined, above: string | undefined): boolean {
  return !isBlank(cell ?? "") && cell!.trim() !== above?.trim();
}

function has(cells: Cells, indexes: readonly number[]): boolean {
  return indexes.some((index) => !isBlank(cells[index] ?? ""));
}

function lacks(cells: Cells, indexes: readonly number[]): boolean {
  return !has(cells, indexes);
}

function mailDomain(cells: Cells, emails: readonly number[]): string | null {
  const email = emails.map((index) => parseEmail(cells[index] ?? "")).find((one) => one !== null);
  return email?.split("@")[1] ?? null;
}

/** Two domains of firms that differ; web mail says nothing. */
function isElsewhere(domain: string | null, other: string | null): boolean {
  return (
    domain !== null &&
    other !== null &&
    domain !== other &&
    !isFreeMailDomain(domain) &&
    !isFreeMailDomain(other)
  );
}
