import { decodeWords } from "./encoded-words.ts";

export interface MailAddress {
  /** Display name as the mailer wrote it; empty when there is none. */
  name: string;
  /** Lower case. */
  email: string;
}

/**
 * Reads an address header (From, To, Cc; RFC 5322): `"山田, 太郎" <yamada@example.jp>, info@example.jp`. Groups are
 * read as their members; what is no address is left out. Each address once, in order.
 */
export function parseAddresses(header: string): MailAddress[] {
  const found = new Map<string, MailAddress>();
  for (const part of splitList(header.slice(0, HEADER_LIMIT))) {
    const address = parseOne(part);
    if (address && !found.has(address.email)) found.set(address.email, address);
  }
  return [...found.values()];
}

/** Longer headers are somebody's mailing list; nobody there is a customer of this mail. */
const HEADER_LIMIT = 50_000;

function parseOne(part: string): MailAddress | null {
  const angle = /<([^<>]*)>[^<>]*$/.exec(part);
  const email = (angle?.[1] ?? part)
    .replaceAll(/\([^()]*\)/g, "")
    .trim()
    .toLowerCase();
  if (!/^[^\s@<>",;:()]+@[^\s@<>",;:()]+\.[^\s@<>",;:().]+$/.test(email)) return null;
  const name = angle ? part.slice(0, angle.index) : (/\(([^()]*)\)/.exec(part)?.[1] ?? "");
  return { name: tidyName(name, email), email };
}

/** A display name that merely repeats the address says nothing. */
function tidyName(raw: string, email: string): string {
  const unquoted = raw
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .replaceAll(/\\(.)/gs, "$1");
  const name = decodeWords(unquoted)
    .replaceAll(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/^['"]+|['"]+$/g, "")
    .trim();
  return name.toLowerCase() === email ? "" : name.slice(0, 200);
}

/** Splits at commas, semicolons and group colons that stand outside quotes, comments and angle brackets. */
function splitList(header: string): string[] {
  const parts: string[] = [];
  let part = "";
  let quoted = false;
  let depth = 0;
  let angled = false;
  for (let index = 0; index < header.length; index += 1) {
    const char = header[index]!;
    if (char === "\\" && (quoted || depth > 0)) {
      part += char + (header[index + 1] ?? "");
      index += 1;
      continue;
    }
    if (char === '"' && depth === 0) quoted = !quoted;
    else if (!quoted && char === "(") depth += 1;
    else if (!quoted && char === ")") depth = Math.max(0, depth - 1);
    else if (!quoted && depth === 0 && char === "<") angled = true;
    else if (!quoted && depth === 0 && char === ">") angled = false;
    if (!quoted && depth === 0 && !angled && (char === "," || char === ";" || char === ":")) {
      if (char !== ":") parts.push(part);
      part = "";
      continue;
    }
    part += char;
  }
  return [...parts, part];
}
