const ROLES = ["得意先", "仕入先", "納入先", "請求先", "見込", "取引停止"] as const;

/** The roles that a text names, in the words of the ledger. */
export function rolesIn(text: string): string[] {
  const plain = text.normalize("NFKC").replaceAll("納品先", "納入先").replaceAll("請求書送付先", "請求先");
  return ROLES.filter((role) => plain.includes(role));
}
