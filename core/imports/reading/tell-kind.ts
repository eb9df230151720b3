import { looksLikeDate } from "./content.ts";
import { entryLabel, entryRank } from "./entry-labels.ts";
import { PLACE, type Use } from "./fields.ts";
import { readLabel } from "./labels.ts";
import type { ListKind } from "./list-kinds.ts";
import { isBlank } from "./record.ts";

/** What a list of customers says of them and a list of entries need not. */
const REACH = new Set<Use>([
  "phone",
  "mobile",
  "fax",
  "email",
  ...PLACE,
  "url",
  "corporateNumber",
  "companyKana",
  "personKana",
]);

const WHOSE = new Set<Use>(["company", "person", "lastName", "customerCode"]);
/** Words for what was said or done: 対応内容 and its kin are in no list of customers. */
const TOLD =
  /^(対応|訪問|面談|面会|商談|活動|架電|電話|連絡|応対|接触|コンタクト|打合せ?|打ち合わせ?|折衝|日報|週報|activity|visit|call|meeting|interaction).*(内容|記録|詳細|履歴|メモ|経過|報告|結果|notes?|details?|description|summary|log)$|^(議事録|やり?とり)/;

/**
 * Tells by its headers, and by dates and figures below them, what the rows of a list are. Only what can be nothing else is
 * taken for entries: a list of customers with 備考, 取引開始日 or 最終訪問日 stays one. `rows` are sample data rows.
 */
export function tellKind(headers: readonly string[], rows: readonly (readonly string[])[]): ListKind {
  if (rows.length === 0) return "customers";
  const labels = headers.map(entryLabel);
  if (!labels.some((label) => WHOSE.has(readLabel(label)?.use as Use))) return "customers";
  const reach = new Set(labels.map((label) => readLabel(label)?.use).filter((use) => use && REACH.has(use)));
  if (arePurchases(labels, rows, reach.size)) return "purchases";
  return areActivities(labels, rows, reach.size) ? "activities" : "customers";
}

function areActivities(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  reach: number,
): boolean {
  const dated = best(labels, (label) => entryRank("activities", "date", label), rows, isDate);
  if (dated === null || dated > 2) return false;
  const told = labels.some((label) => TOLD.test(label));
  const says = labels.some(
    (label) =>
      /^(内容|件名|用件|題名|content|subject|topic)$/.test(label) ||
      entryRank("activities", "subject", label),
  );
  const how = labels.some((label) => entryRank("activities", "activity", label) !== null);
  const noted = labels.some((label) => entryRank("activities", "note", label) !== null);
  // The day of an activity (対応日, 訪問日) says half of it, the more when it leads the row; 日付 alone needs what was told.
  if (told) return true;
  const leads =
    dated === 1 && labels.findIndex((label) => entryRank("activities", "date", label) === 1) === 0;
  if (dated === 1) return reach <= 1 && (says || (noted && (how || (leads && reach === 0))));
  return reach <= 1 && says && (how || reach === 0);
}

function arePurchases(
  labels: readonly string[],
  rows: readonly (readonly string[])[],
  reach: number,
): boolean {
  const rank = (use: Use) => (label: string) => entryRank("purchases", use, label);
  const dated = best(labels, rank("date"), rows, isDate);
  const item = labels.some((label) => rank("item")(label) === 1);
  const counted = best(labels, rank("quantity"), rows, isFigure) !== null;
  const priced = best(labels, rank("unitPrice"), rows, isFigure) !== null;
  const summed = best(labels, rank("amount"), rows, isFigure) !== null;
  if (dated === null || !item) return false;
  return (counted && (priced || summed)) || (reach <= 1 && (counted || (priced && summed)));
}

/** The surest rank of a column whose cells are what they have to be. */
function best(
  labels: readonly string[],
  rankOf: (label: string) => number | null,
  rows: readonly (readonly string[])[],
  fits: (cell: string) => boolean,
): number | null {
  const ranks = labels.flatMap((label, index) => {
    const rank = rankOf(label);
    if (rank === null) return [];
    const cells = rows.map((row) => row[index] ?? "").filter((cell) => !isBlank(cell));
    const right = cells.filter(fits).length;
    return cells.length > 0 && right >= cells.length * 0.7 ? [rank] : [];
  });
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

function isDate(cell: string): boolean {
  return looksLikeDate(cell.normalize("NFKC").trim()) || /^(4\d|3\d)\d{3}$/.test(cell.trim());
}

function isFigure(cell: string): boolean {
  return /^[-△▲¥\\(]*[\d,.]+\)?\s*\D{0,4}$/.test(cell.normalize("NFKC").trim());
}
