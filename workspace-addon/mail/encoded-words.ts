/**
 * Decodes the encoded words of a header (=?ISO-2022-JP?B?…?=, RFC 2047). Gmail decodes most headers itself; what
 * other mailers wrote oddly comes through. A word that cannot be decoded stays as it is.
 */
export function decodeWords(header: string): string {
  // White space between two encoded words belongs to neither.
  const joined = header.replaceAll(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, "$1");
  return joined.replaceAll(/=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?\s]*)\?=/gi, decodeWord);
}

function decodeWord(whole: string, charset: string, encoding: string, text: string): string {
  const bytes = encoding.toLowerCase() === "b" ? Buffer.from(text, "base64") : quotedBytes(text);
  try {
    return new TextDecoder(charset.toLowerCase()).decode(bytes);
  } catch {
    return whole;
  }
}

function quotedBytes(text: string): Buffer {
  const latin = text
    .replaceAll("_", " ")
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, "latin1");
}
