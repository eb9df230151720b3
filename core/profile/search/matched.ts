import { foldText } from "../../japanese/index.ts";
import type { HitRow } from "./load-hits.ts";
import type { SearchQuery, Term } from "./parse-query.ts";

export const matchedKinds = ["name", "reading", "code", "phone", "mail", "alias", "merged"] as const;
export type Matched = (typeof matchedKinds)[number];

/** Why a row was found: what of it holds the first word that was typed. */
export function matchedBy(row: HitRow, query: SearchQuery): { matched: Matched; matchedText: string } {
  const found = firstText(row, query.words[0] ?? []) ?? {
    matched: "name" as const,
    matchedText: row.foundName,
  };
  if (row.foundId === row.customerId) return found;
  return { matched: "merged", matchedText: found.matched === "name" ? row.foundName : found.matchedText };
}

function firstText(row: HitRow, terms: readonly Term[]): { matched: Matched; matchedText: string } | null {
  const texts: { matched: Matched; text: string; folded: string }[] = [
    ...row.codes.map((text) => ({ matched: "code" as const, text, folded: foldText(text) })),
    { matched: "name", text: row.foundName, folded: foldText(row.foundName) },
    { matched: "reading", text: row.foundKana ?? "", folded: foldText(row.foundKana ?? "") },
    ...row.aliases.map((text) => ({ matched: "alias" as const, text, folded: foldText(text) })),
    ...(row.points ?? []).flatMap(pointText),
  ];
  for (const term of terms) {
    const hit = texts.find(({ folded }) => holds(folded, term));
    if (hit) return { matched: hit.matched, matchedText: hit.text };
  }
  return null;
}

function pointText(
  point: NonNullable<HitRow["points"]>[number],
): { matched: Matched; text: string; folded: string }[] {
  if (point.kind === "mail") return [{ matched: "mail", text: point.value, folded: point.normalized }];
  if (!["phone", "mobile", "fax"].includes(point.kind)) return [];
  const folded = point.normalized.replace(/^\+81/, "0").replace(/\D/g, "");
  return [{ matched: "phone", text: point.value, folded }];
}

function holds(folded: string, term: Term): boolean {
  const pieces = term.pieces.length > 0 ? term.pieces : [textOf(term)];
  return pieces.every((piece) => folded.includes(piece));
}

/** The words of a term that its grams alone prove: one gram, without its mark. */
function textOf(term: Term): string {
  return (term.grams[0] ?? "").replace(/^[#@=]/, "");
}
