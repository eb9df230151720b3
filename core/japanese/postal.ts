/**
 * A Japanese postal code as "123-4567", or null. Reads 〒, full width, any dash or none, ="…", and restores zeros that a
 * spreadsheet ate: six digits always (60-0001 → 060-0001); five only where such a code exists (Sapporo, 001 to 007), since
 * five digits are also how other countries write theirs.
 */
export function parsePostal(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text
    .normalize("NFKC")
    .replace(/\s*\([^()\d]*\)\s*$/, "")
    .replace(/^[\s='"([〒T郵便番号:]+|["'\s)\]]+$/g, "")
    .replace(/\.0$/, "");
  const parts = /^(\d{1,3})\s*[-‐‑–—−ーｰ―]\s*(\d{4})$/.exec(plain);
  if (parts) return real(parts[1]!.padStart(3, "0"), parts[2]!);
  const spaced = /^(\d{3})\s+(\d{4})$/.exec(plain);
  if (spaced) return real(spaced[1]!, spaced[2]!);
  if (!/^(?:\d{6,7}|[1-7][089]\d{3})$/.test(plain)) return null;
  const digits = plain.padStart(7, "0");
  return real(digits.slice(0, 3), digits.slice(3));
}

function real(area: string, town: string): string | null {
  return area === "000" ? null : `${area}-${town}`;
}
