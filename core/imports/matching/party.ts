import { companyDomain, keysOf } from "../../customers/index.ts";
import { foldText, splitLegalForm } from "../../japanese/index.ts";

/** What tells one company (or one person on their own) from another; the same shape for a row and for a customer. */
export interface Party {
  /** Id of the customer; of a row, the id that it would be made with. */
  id: string;
  kind: "company" | "person";
  names: PartyName[];
  corporateNumber: string | null;
  codes: { system: string; code: string }[];
  /** Where it stands is where its branch stands: another place and number says nothing against it. */
  branch: boolean;
  prefecture: string | null;
  city: string | null;
  /** Folded addresses down to the block. */
  blocks: Set<string>;
  /** E.164, fax included. */
  phones: Set<string>;
  mails: Set<string>;
  /** Domains of a company's own, never those of free mail. */
  domains: Set<string>;
}

export interface PartyName {
  typed: string;
  /** Folded, without the legal form. */
  key: string;
  form: string | null;
  position: "front" | "back" | null;
}

export function partyName(typed: string): PartyName {
  const known = names.get(typed);
  if (known) return known;
  const { form, position } = splitLegalForm(typed);
  const name = { typed, key: keysOf(typed)[0] ?? foldText(typed), form, position };
  // A name is looked at some ten times on its way in, and then never again.
  if (names.size >= 5_000) names.clear();
  names.set(typed, name);
  return name;
}

const names = new Map<string, PartyName>();

/** The key of `customer.match_key`: folded, without the legal form unless the name is nothing else. */
export function nameKeyOf(name: string): string {
  return partyName(name).key;
}

export function domainsOf(mails: Iterable<string>, urls: Iterable<string>): Set<string> {
  const points = [
    ...[...mails].map((normalized) => ({ kind: "mail" as const, normalized })),
    ...[...urls].map((normalized) => ({ kind: "url" as const, normalized: normalized.toLowerCase() })),
  ];
  return new Set(points.map(companyDomain).filter((domain) => domain !== null));
}

/** City, town and block number in one spelling (丁目, 番地, 号 and dashes alike); null without a number. */
export function blockOf(city: string | null, street: string | null): string | null {
  if (!street) return null;
  const plain = `${city ?? ""}${street}`
    .normalize("NFKC")
    .replace(/[一二三四五六七八九十]+(?=丁目|番|号)/g, (kanji) => String(numberOf(kanji)))
    .replace(/(?<=\d)\s*(?:丁目|番地の|番地|番|号|[-‐‑–—−ーのノ])\s*(?=\d)/g, "x")
    .replace(/(?<=\d)(?:丁目|番地|番|号)/g, "")
    .replace(/大字|字(?=\p{sc=Han})/gu, "");
  return /\d/.test(plain) ? foldText(plain) : null;
}

function numberOf(kanji: string): number {
  const digit = (char: string | undefined) => (char ? "一二三四五六七八九".indexOf(char) + 1 : 0);
  const ten = kanji.indexOf("十");
  if (ten < 0) return [...kanji].reduce((sum, char) => sum * 10 + digit(char), 0);
  return (ten === 0 ? 1 : digit(kanji[ten - 1])) * 10 + digit(kanji[ten + 1]);
}
