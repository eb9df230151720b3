import { foldText } from "../../japanese/index.ts";
import type { HitRow, HitsRow } from "./hit-row.ts";
import type { SearchQuery, Term } from "./parse-query.ts";

export const matchedKinds = ["name", "reading", "code", "phone", "mail", "alias", "merged"] as const;
export type Matched = (typeof matchedKinds)[number];

/** Why a row was found: what of it holds the first word that was typed. */
export function matchedBy(
  row: HitRow,
  found: HitsRow,
  query: SearchQuery,
): { matched: Matched; matchedText: string } {
  const text = firstText(textsOf(row, found), query.words[0] ?? []);
  const matched = text?.matched ?? "name";
  const matchedText = text?.text ?? row.foundName;
  if (row.foundId === row.customerId) return { matched, matchedText };
  return { matched: "merged", matchedText };
}

interface Text {
  matched: Matched;
  text: string;
  /** How it is folded; of numbers, the digits as dialled. */
  fold?: (text: string) => string;
}

function firstText(texts: readonly Text[], terms: readonly Term[]): Text | null {
  for (const term of terms) {
    const hit = texts.find((text) => holds(text, term));
    if (hit) return hit;
  }
  return null;
}

function textsOf(row: HitRow, found: HitsRow): Text[] {
  const own = ({ customerId }: { customerId: string }) => customerId === row.foundId;
  return [
    ...(found.codes ?? [])
      .filter(own)
      .map(({ text, isFromMerged }): Text => ({ matched: isFromMerged ? "merged" : "code", text })),
    { matched: "name", text: row.foundName },
    ...(row.foundKana ? [{ matched: "reading" as const, text: row.foundKana }] : []),
    ...(found.aliases ?? []).filter(own).map(({ text }): Text => ({ matched: "alias", text })),
    ...(found.points ?? [])
      .filter(own)
      .map(
        ({ kind, value, normalized }): Text =>
          kind === "mail"
            ? { matched: "mail", text: value, fold: () => normalized }
            : { matched: "phone", text: value, fold: () => asDialled(normalized) },
      ),
  ];
}

function holds({ text, fold }: Text, term: Term): boolean {
  const pieces = term.pieces.length > 0 ? term.pieces : [textOf(term)];
  // Mostly the piece stands there as it was typed; folding is the dear part.
  if (!fold && pieces.every((piece) => text.includes(piece))) return true;
  const folded = (fold ?? foldText)(text);
  return pieces.every((piece) => folded.includes(piece));
}

function asDialled(normalized: string): string {
  return normalized.replace(/^\+81/, "0").replace(/\D/g, "");
}

/** The words of a term that its grams alone prove: one gram, without its mark. */
function textOf(term: Term): string {
  return (term.grams[0] ?? "").replace(/^[#@=]/, "");
}
