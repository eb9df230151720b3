const ROLES = ["得意先", "仕入先", "納入先", "請求先", "見込", "取引停止"] as const;

/** The roles that a text names, in the words of the ledger. */
export function rolesIn(text: string): string[] {
  const plain = text.normalize("NFKC").replaceAll("納品先", "納入先").replaceAll("請求書送付先", "請求先");
  return ROLES.filter((role) => plain.includes(role));
}

/** True for a text that is one role and nothing else. */
export function isRole(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return ROLES.some((role) => plain === role || plain === `${role}客`) || plain === "納品先";
}

/** A tick in a column of ticks. */
export function isMark(text: string): boolean {
  return /^[○◯〇●◎✓✔☑レ*＊1１有済Yy]$/.test(text.trim());
}
