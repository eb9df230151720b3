/** A MIME part as Gmail's REST API gives it with format=full. */
export interface RawPart {
  mimeType?: string | null;
  filename?: string | null;
  headers?: { name?: string | null; value?: string | null }[];
  body?: { data?: string | null };
  parts?: RawPart[];
}

/** Nobody reads more of a mail in a history. */
const LIMIT = 10_000;

/** The text that the sender wrote: the first text/plain part, without the quoted mail below it. Empty if there is none. */
export function plainTextOf(payload: RawPart | undefined): string {
  const part = payload && findPlain(payload);
  if (!part?.body?.data) return "";
  // Gmail hands text parts over as UTF-8, whatever charset they were sent in.
  const text = Buffer.from(part.body.data, "base64url").toString("utf8");
  return withoutQuote(text.replaceAll("\r\n", "\n").replaceAll("\u0000", "")).trim().slice(0, LIMIT);
}

function findPlain(part: RawPart): RawPart | null {
  if (part.mimeType === "text/plain" && !part.filename && part.body?.data) return part;
  for (const child of part.parts ?? []) {
    const found = findPlain(child);
    if (found) return found;
  }
  return null;
}

/** Cuts at the line with which mailers introduce what they quote; a text that is nothing but quotes stays whole. */
function withoutQuote(text: string): string {
  const lines = text.split("\n");
  const cut = lines.findIndex(
    (line, index) =>
      /^-{2,}\s*(?:original message|元のメッセージ|forwarded message)/i.test(line.trim()) ||
      (/(?:wrote|のメール|書きました|writes)[:：]\s*$/i.test(line.trim()) &&
        (lines[index + 1] ?? "").startsWith(">")) ||
      (/^(?:>|$)/.test(line) && lines.slice(index).every((rest) => /^(?:>|\s*$)/.test(rest))),
  );
  return cut > 0 ? lines.slice(0, cut).join("\n") : text;
}
