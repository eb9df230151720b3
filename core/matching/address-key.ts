import { foldText } from "../japanese/index.ts";

/**
 * Town and block number in one spelling (丁目, 番地, 号 and dashes alike), as "丸の内1x1x1"; null without a number, since a
 * town alone is no address.
 */
export function streetKey(street: string | null): string | null {
  if (!street) return null;
  const plain = street
    .normalize("NFKC")
    .replace(/[一二三四五六七八九十]+(?=丁目|番|号)/g, (kanji) => String(numberOf(kanji)))
    .replace(/(?<=\d)\s*(?:丁目|番地の|番地|番|号|[-‐‑‒–—―−ーのノ])\s*(?=\d)/g, "x")
    .replace(/(?<=\d)(?:丁目|番地|番|号)/g, "")
    .replace(/大字|字(?=\p{sc=Han})/gu, "");
  return /\d/.test(plain) ? foldText(plain).replace(/(?<=\p{sc=Han})[がけ](?=\p{sc=Han})/gu, "け") : null;
}

/** True when one names the other more exactly: 1-2 and 1-2-3 contradict nothing. */
export function isFiner(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && long[short.length] === "x";
}

function numberOf(kanji: string): number {
  const digit = (char: string | undefined) => (char ? "一二三四五六七八九".indexOf(char) + 1 : 0);
  const ten = kanji.indexOf("十");
  if (ten < 0) return [...kanji].reduce((sum, char) => sum * 10 + digit(char), 0);
  return (ten === 0 ? 1 : digit(kanji[ten - 1])) * 10 + digit(kanji[ten + 1]);
}
