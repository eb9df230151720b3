import { reasonText, type TextOf } from "./rows.ts";

interface Side {
  name: string;
  parentName: string | null;
  prefecture: string | null;
  city: string | null;
  address: string | null;
  phones: string[];
  mails: string[];
  codes: string[];
  ownerNames: string[];
}

interface Pair {
  aId: string;
  bId: string;
  reasons: { code: string; params: Record<string, string> }[];
  reasonKey: string;
  a: Side;
  b: Side;
}

/** Two customers that may be the same, as the pane asks about them. */
export interface ShownPair {
  aId: string;
  bId: string;
  reasonKey: string;
  reasons: string;
  sides: { name: string; lines: string[] }[];
}

export function shownPair(pair: Pair, text: TextOf): ShownPair {
  return {
    aId: pair.aId,
    bId: pair.bId,
    reasonKey: pair.reasonKey,
    reasons: pair.reasons.map((reason) => reasonText(reason, text)).join("・"),
    sides: [pair.a, pair.b].map((side) => ({
      name: side.parentName ? `${side.parentName} ${side.name}` : side.name,
      lines: linesOf(side, text),
    })),
  };
}

function linesOf(side: Side, text: TextOf): string[] {
  const place = side.address ?? [side.prefecture, side.city].filter(Boolean).join("");
  const owner = side.ownerNames[0];
  return [
    place,
    side.phones.join(" / "),
    side.mails.join(" / "),
    side.codes.join(" / "),
    owner ? text("playground.sheets.owner", { name: owner }) : "",
  ].filter((line) => line !== "");
}
