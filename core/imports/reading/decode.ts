import { listFault } from "./fault.ts";

export const ENCODINGS = ["utf-8", "cp932", "euc-jp", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const ALIASES: Record<string, Encoding> = {
  utf8: "utf-8",
  utf8bom: "utf-8",
  utf8sig: "utf-8",
  cp932: "cp932",
  ms932: "cp932",
  windows31j: "cp932",
  shiftjis: "cp932",
  sjis: "cp932",
  eucjp: "euc-jp",
  ujis: "euc-jp",
  utf16: "utf-16le",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
};

// The WHATWG decoder named shift_jis is Microsoft's code page 932, with the NEC and IBM letters.
const LABELS: Record<Encoding, string> = {
  "utf-8": "utf-8",
  cp932: "shift_jis",
  "euc-jp": "euc-jp",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
};

/** Reads a name of an encoding in any usual spelling. Throws `unknown_encoding`. */
export function parseEncoding(name: string): Encoding {
  const encoding = ALIASES[name.toLowerCase().replace(/[^a-z0-9]/g, "")];
  if (!encoding) throw listFault("unknown_encoding", { encoding: name, known: ENCODINGS.join(", ") });
  return encoding;
}

/**
 * Finds the encoding of a list by looking at its first bytes: byte order mark, zero bytes, then which of the
 * Japanese encodings reads them with the fewest broken letters. Null while everything is plain ASCII.
 */
export function sniffEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const wide = sniffUtf16(head);
  if (wide) return wide;
  const from = head.findIndex((byte) => byte >= 0x80);
  if (from < 0) return null;
  // Some hundred letters decide as well as a megabyte, but a stray broken letter early on must not.
  const sample = head.subarray(from, from + 128 * 1024);
  const utf8 = scoreUtf8(sample);
  if (utf8.good > 0 && utf8.bad <= utf8.good / 5) return "utf-8";
  const cp932 = scoreCp932(sample);
  const euc = scoreEuc(sample);
  if (utf8.bad === 0 || (utf8.bad < cp932.bad && utf8.bad < euc.bad)) return "utf-8";
  if (euc.bad < cp932.bad) return "euc-jp";
  return euc.bad === cp932.bad && euc.good > cp932.good ? "euc-jp" : "cp932";
}

/**
 * Decodes chunks as they come; broken bytes become U+FFFD and are judged row by row later. With `encoding` null
 * the bytes are taken as ASCII until the first that is not, and the encoding is found there.
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding | null,
): AsyncGenerator<string> {
  let decoder = encoding ? new TextDecoder(LABELS[encoding]) : null;
  for await (const chunk of chunks) {
    if (!decoder) {
      const found = sniffEncoding(chunk);
      if (!found) {
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString("latin1");
        continue;
      }
      decoder = new TextDecoder(LABELS[found]);
    }
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** Decodes one piece of a file; with `cut` the piece may end inside a letter, which is then left off. */
export function decodeHead(head: Uint8Array, encoding: Encoding | null, cut: boolean): string {
  return new TextDecoder(LABELS[encoding ?? "utf-8"]).decode(head, { stream: cut });
}

interface Score {
  good: number;
  bad: number;
}

function sniffUtf16(head: Uint8Array): Encoding | null {
  // Comma, tab, digits and line ends have a zero byte on one side; Japanese text has none, so their share is small.
  let evenZero = 0;
  let oddZero = 0;
  const end = Math.min(head.length & ~1, 65536);
  for (let at = 0; at < end; at += 2) {
    if (head[at] === 0 && isPlain(head[at + 1]!)) evenZero++;
    if (head[at + 1] === 0 && isPlain(head[at]!)) oddZero++;
  }
  const least = Math.max(1, end / 100);
  if (oddZero >= least && oddZero > evenZero * 4) return "utf-16le";
  if (evenZero >= least && evenZero > oddZero * 4) return "utf-16be";
  return null;
}

function isPlain(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x7f);
}

function scoreUtf8(bytes: Uint8Array): Score {
  const score = { good: 0, bad: 0 };
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : 4;
    if (length === 1) {
      at++;
      continue;
    }
    if (at + length > bytes.length) break;
    let ok = lead >= 0xc2 && lead <= 0xf4;
    for (let more = 1; ok && more < length; more++) ok = (bytes[at + more]! & 0xc0) === 0x80;
    if (ok) score.good++;
    else score.bad++;
    at += ok ? length : 1;
  }
  return score;
}

function scoreCp932(bytes: Uint8Array): Score {
  const score = { good: 0, bad: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && lead <= 0xdf) continue; // half-width kana: good in CP932, but EUC looks just the same
    if (at + 1 >= bytes.length) break;
    const trail = bytes[at + 1]!;
    const ok =
      lead !== 0x80 && lead !== 0xa0 && lead <= 0xfc && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc;
    // Kana, and the kanji of everyday use; rows 85h-86h and the far end hardly occur in text.
    if (ok && ((lead >= 0x81 && lead <= 0x84) || (lead >= 0x87 && lead <= 0x98))) score.good++;
    if (!ok || lead === 0x85 || lead === 0x86 || (lead >= 0xeb && lead <= 0xec)) score.bad++;
    if (ok) at++;
  }
  return score;
}

function scoreEuc(bytes: Uint8Array): Score {
  const score = { good: 0, bad: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    if (at + 1 >= bytes.length) break;
    const trail = bytes[at + 1]!;
    const pair =
      (lead >= 0xa1 && lead <= 0xfe && trail >= 0xa1 && trail <= 0xfe) ||
      (lead === 0x8e && trail >= 0xa1 && trail <= 0xdf);
    const triple = lead === 0x8f && trail >= 0xa1 && at + 2 < bytes.length && bytes[at + 2]! >= 0xa1;
    if (!pair && !triple) {
      score.bad++;
      continue;
    }
    if ((lead >= 0xa1 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf)) score.good++;
    if (lead >= 0xa9 && lead <= 0xac) score.bad++;
    at += triple ? 2 : 1;
  }
  return score;
}
