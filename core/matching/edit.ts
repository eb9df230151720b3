/** Where two texts differ by one edit, in UTF-16 units of the longer one. */
export type EditKind = "swap" | "change" | "gap";

/**
 * One edit of Damerau and Levenshtein: a letter changed, missing, added, or two neighbours swapped. Gives the place of
 * the edit, −1 where the texts are equal or further apart. `editKind` tells which; nothing is allocated.
 */
export function oneEditAt(a: string, b: string): number {
  const longer = a.length >= b.length ? a : b;
  const shorter = a.length >= b.length ? b : a;
  const gap = longer.length - shorter.length;
  if (gap > 1 || a === b) return -1;
  let at = 0;
  while (at < shorter.length && longer.charCodeAt(at) === shorter.charCodeAt(at)) at++;
  if (gap === 1) return endsAlike(longer, at + 1, shorter, at) ? at : -1;
  if (endsAlike(longer, at + 1, shorter, at + 1)) return at;
  const swapped =
    longer.charCodeAt(at) === shorter.charCodeAt(at + 1) &&
    longer.charCodeAt(at + 1) === shorter.charCodeAt(at) &&
    endsAlike(longer, at + 2, shorter, at + 2);
  return swapped ? at : -1;
}

/** The kind of the edit that `oneEditAt` found at `at`. */
export function editKind(a: string, b: string, at: number): EditKind {
  if (a.length !== b.length) return "gap";
  return a.charCodeAt(at + 1) === b.charCodeAt(at + 1) || at + 1 >= a.length ? "change" : "swap";
}

/** True when at most `most` edits (neighbours swapped count as one) part the texts. */
export function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  if (a === b) return true;
  if (most === 1) return oneEditAt(a, b) >= 0;
  return distance(a, b, most) <= most;
}

const LONGEST = 256;
const rows = [new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1), new Uint16Array(LONGEST + 1)];

function distance(a: string, b: string, most: number): number {
  if (a.length > LONGEST || b.length > LONGEST) return most + 1;
  let [before, last, now] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    now[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let best = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + cost);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        best = Math.min(best, before[j - 2]! + 1);
      now[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return last[b.length]!;
}

function endsAlike(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let i = fromA, j = fromB; i < a.length; i++, j++) {
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
  }
  return true;
}
