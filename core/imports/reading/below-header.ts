import type { RecognizedColumn } from "./columns.ts";
import { readLabel } from "./labels.ts";
import type { Layout } from "./layout.ts";
import { isBlank, type SourceRecord } from "./record.ts";

/** How far below the header such lines stand. */
const NEAR = 3;

/**
 * Tells lines below a header that belong to it and are no customers: the same labels in another language, how each cell is to
 * be filled in (半角, YYYY/MM/DD), and a filled-in example (例：株式会社サンプル). Null for everything else.
 */
export function kindBelowHeader(
  { row, cells }: SourceRecord,
  layout: Layout,
  columns: readonly RecognizedColumn[],
): "header" | "note" | null {
  if (layout.headerRow === null || row > layout.headerEnd + NEAR) return null;
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ cell: cell.trim(), index }]));
  if (filled.length < 2) return null;
  const examples = filled.filter(({ cell }) => EXAMPLE.test(cell)).length;
  if (examples >= Math.max(2, filled.length * 0.3) || ONLY_EXAMPLE.test(filled[0]!.cell)) return "note";
  if (filled.every(({ cell }) => HOW_TO_FILL.test(cell.normalize("NFKC")))) return "header";
  const again = filled.filter(({ cell, index }) => {
    const use = columns[index]?.use;
    return use && cell.length <= 20 && readLabel(cell)?.use === use;
  });
  return again.length >= 3 && again.length >= filled.length * 0.6 ? "header" : null;
}

const EXAMPLE = /^[(（【［[]?(?:記入|入力|記載)?例\s*[)）】］\]:：]\s*\S/;
const ONLY_EXAMPLE = /^[(（【［[]?(?:記入|入力|記載)例[)）】］\]:：]?$|^[(（【［[]例[)）】］\]]$|^例$/;
const HOW_TO_FILL =
  /^\(?(?:(?:半角|全角)(?:英数字?|数字|カナ|かな|カタカナ|文字)?|必須|任意|yyyy[-/.年]?mm[-/.月]?(?:dd日?)?|[千万百]*円|\d+(?:桁|文字)(?:以内|まで)?|数値?|数字|文字列?|日付|ハイフン(?:あり|有り?|なし|無し?)|選択|自由(?:記入|入力)?)\)?$/i;
