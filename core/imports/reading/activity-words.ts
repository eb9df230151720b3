import type { HistoryKind } from "../../history/index.ts";

/** How people were in touch, and from which side where the word says it. */
export interface ActivityKind {
  kind: HistoryKind;
  direction: "in" | "out" | null;
}

/** Words of a 種別 column, the particular before the general: a web会議 is a meeting, an お礼メール a mail. */
const WORDS: [RegExp, HistoryKind, ActivityKind["direction"]][] = [
  [/受注|成約|won/, "won", null],
  [/失注|lost/, "lost", null],
  [/来社|来店|来訪|来客|visitor|来所/, "visitor", "in"],
  [
    /打ち?合わ?せ|会議|面談|商談|ミーティング|mtg|meeting|zoom|teams|オンライン|web|リモート|会食|demo|デモ/,
    "meeting",
    null,
  ],
  [/訪問|往訪|外回り|巡回|飛び?込み|visit|出張|同行/, "visit", "out"],
  [/メール|mail/, "mail", null],
  [/fax|ファックス|ファクス|ファクシミリ/, "fax", null],
  [/入電|受電|着信|inbound/, "call", "in"],
  [/発信|架電|荷電|outbound/, "call", null],
  [/電話|tel|call|コール|テレアポ|phone|留守電/, "call", null],
  [/伝言/, "message", "in"],
  [/^(メモ|備考|note|memo|社内メモ|記録)$/, "note", null],
];

/** Words that say no more than the kind that they become. */
const PLAIN =
  /^(お?電話|tel|call|phone|訪問|往訪|visit|来社|来店|来訪|打ち?合わ?せ|会議|面談|商談|meeting|mtg|e?-?メール|e?-?mail|fax|ファックス|受注|失注|メモ|note|連絡|contact)$/;

/** What a word of a list means; null for a word that nobody knows. `telling`: it says more than the kind does. */
export function activityOf(typed: string): (ActivityKind & { telling: boolean }) | null {
  const word = typed.normalize("NFKC").toLowerCase().trim();
  const found = WORDS.find(([pattern]) => pattern.test(word));
  if (found) return { kind: found[1], direction: found[2], telling: !PLAIN.test(word) };
  return /^(連絡|contact)$/.test(word) ? { kind: "contact", direction: null, telling: false } : null;
}
