/**
 * The digits of a phone number as dialled inside Japan, of any notation and also of a fragment: "+81 (0)3-1234" → "031234",
 * "１２３４" → "1234". An extension is left out. Foreign numbers keep their country code.
 */
export function phoneDigits(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize("NFKC");
  const main = plain.replace(EXTENSION, "");
  const digits = main.replace(/\D/g, "");
  if (/^\s*\+\s*81/.test(main)) return `0${digits.slice(2).replace(/^0/, "")}`;
  // Written out without the plus, and long enough that it cannot be a number at home.
  if (/^81[1-9]\d{8,9}$/.test(digits)) return `0${digits.slice(2)}`;
  return digits;
}

const EXTENSION = /(?:内線|内|extension|ext\.?|x|#)\s*[:.]?\s*\d{1,6}\D*$/i;
