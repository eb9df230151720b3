/** True when the two lists share a value; no list is made. */
export function meets(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  for (const one of a) if (b.includes(one)) return true;
  return false;
}
