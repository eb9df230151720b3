import { type ContentReading, guessUse } from "./content.ts";
import type { Use } from "./fields.ts";
import { hintedUse } from "./hints.ts";
import type { LabelReading } from "./label-rules.ts";

/** What one column seems to be, seen alone. */
export interface Guess {
  use: Use | null;
  confidence: number;
  rank: number;
  ask?: boolean;
}

/** Weighs what the header says against what stands below it; `named` is false where a column has no header. */
export function guess(
  label: LabelReading | null,
  content: ContentReading,
  named: boolean,
  header = "",
): Guess {
  const seen = guessUse(content);
  const rank = label?.rank ?? 5;
  if (!label) {
    const hinted = named ? hintedUse(header, content) : null;
    if (hinted) return { use: hinted, confidence: 0.6, rank: 7 };
    // A header nobody knows outweighs all contents but those that can be nothing else.
    if (!seen || (named && (!PLAIN.has(seen.use) || isBareNumber(seen.use, content))))
      return { use: null, confidence: 0.3, rank };
    return { use: seen.use, confidence: 0.35 + 0.4 * seen.share * Math.min(1, content.filled / 5), rank: 8 };
  }
  if (content.filled === 0) return { use: label.use, confidence: label.weight * 0.9, rank };
  if (label.use === "role" && content.shares.role === 0) return { use: null, confidence: 0.7, rank };
  // カイシャメイ of a system that writes all its headers in kana, over the names themselves.
  if (label.use === "companyKana" && content.filled >= 3 && isName(content))
    return { use: "company", confidence: 0.7, rank };
  const agreement = agrees(label.use, content);
  if (agreement === "yes") return { use: label.use, confidence: Math.min(0.99, label.weight + 0.08), rank };
  if (agreement === "no" && seen && seen.share >= 0.8 && STRONG.has(seen.use)) {
    return { use: seen.use, confidence: 0.6, rank: 7 };
  }
  // 郵便物の宛先 and 〒・所在地 over whole addresses.
  if (agreement === "no" && label.use === "postal" && content.shares.address >= 0.5)
    return { use: "address", confidence: 0.7, rank };
  // サイト is a home page or a term of payment, 登録番号 an invoice number or a number plate, Accepts Email a yes or a no.
  if (agreement === "no" && ELSE_NOTHING.has(label.use!)) return { use: null, confidence: 0.6, rank };
  if (agreement === "no" && label.use === "date" && seen === null)
    return { use: label.use, confidence: 0.5, rank };
  return { use: label.use, confidence: agreement === "no" ? label.weight * 0.6 : label.weight, rank };
}

function isName({ shares }: ContentReading): boolean {
  return shares.kana < 0.2 && shares.company >= 0.5;
}

/** Seven figures under 労働保険番号 are that number; a postal code whose header says nothing of it has its dash. */
function isBareNumber(use: Use, { shares }: ContentReading): boolean {
  return use === "postal" && shares.number >= 0.5;
}

// What contents prove whatever the header says.
const STRONG = new Set<Use>([
  "email",
  "url",
  "phone",
  "mobile",
  "postal",
  "corporateNumber",
  "invoiceNumber",
]);

/** What a header promises that has another meaning too, where nothing below is of that kind. */
const ELSE_NOTHING = new Set<Use>(["url", "invoiceNumber", "email"]);

const PLAIN = new Set<Use>([...STRONG, "company", "prefecture", "address", "title"]);

function agrees(use: Use | null, { shares, filled }: ContentReading): "yes" | "no" | "open" {
  const share = (value: number, enough = 0.5) =>
    value >= enough ? "yes" : value < 0.1 && filled >= 3 ? "no" : "open";
  switch (use) {
    case "email":
      return share(shares.email);
    case "url":
      return share(shares.url);
    case "phone":
    case "fax":
    case "mobile":
      return share(Math.max(shares.phone, shares.number * 0.5));
    case "postal":
      return share(Math.max(shares.postal, shares.number * 0.5));
    case "corporateNumber":
    case "invoiceNumber":
      return share(Math.max(shares.corporateNumber, shares.invoiceNumber));
    case "prefecture":
      return share(shares.prefecture);
    case "address":
      return share(Math.max(shares.address, shares.city));
    case "date":
      return share(Math.max(shares.date, shares.serial * 0.5));
    case "amount":
      return share(Math.max(shares.amount, shares.number));
    case "company":
      return share(shares.company, 0.3) === "yes" ? "yes" : strongest({ shares, filled });
    case "person":
    case "owner":
      return share(shares.person, 0.4) === "yes" ? "yes" : strongest({ shares, filled });
    case null:
      return "open";
    default:
      return strongest({ shares, filled });
  }
}

function strongest({ shares }: { shares: ContentReading["shares"]; filled: number }): "no" | "open" {
  return Math.max(shares.email, shares.url, shares.phone, shares.corporateNumber) >= 0.8 ? "no" : "open";
}
