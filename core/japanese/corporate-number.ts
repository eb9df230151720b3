/**
 * The 13 digits of a 法人番号 whose check digit is right, or null. Reads full width, spaces and dashes.
 * Rule: 法人番号の指定等に関する省令 (check digit = 9 − (Σ digit × 1 or 2, from the right) mod 9).
 */
export function parseCorporateNumber(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text
    .normalize("NFKC")
    .replace(/^="?|"$|^'/g, "")
    .replace(/[\s\-‐‑–—−ー]/g, "");
  if (!/^[1-9]\d{12}$/.test(plain)) return null;
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(plain[13 - n]) * (n % 2 === 1 ? 1 : 2);
  return Number(plain[0]) === 9 - (sum % 9) ? plain : null;
}

/** A registration number of the invoice system (適格請求書発行事業者), "T" and 13 digits with a right check digit, or null. */
export function parseInvoiceNumber(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replace(/^="?|"$|^'/g, "")
    .trim();
  const number = /^[Tt](.+)$/.exec(plain);
  const digits = number ? parseCorporateNumber(number[1]!) : null;
  return digits === null ? null : `T${digits}`;
}
