/** By what pairs with the same reasons are found (同じ理由の残りN件): the codes, sorted. */
export function reasonKeyOf(reasons: readonly { code: string }[]): string {
  return reasons
    .map((reason) => reason.code)
    .sort()
    .join(" ");
}
