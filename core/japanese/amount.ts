import { parseNumeral, shift } from "./numerals.ts";

/**
 * Money in yen, integer or decimal: "¥1,200", "1億2,000万円", "△1,000", "(500)", "金壱百万円也", "１，２３４千円". `unit` is the
 * unit of the column ("千円", "単位：百万円"), used when the cell has none of its own. Null for other currencies, ranges,
 * rounded notations (3.31E+08, whose digits are lost) and anything that is no amount.
 */
export function parseAmount(text: string, options: { unit?: string | undefined } = {}): number | null {
  if (text.length > 100) return null;
  if (USUAL.test(text)) return shift(Number(text.replaceAll(",", "")), powerOf(options.unit));
  const plain = unwrap(text.normalize("NFKC").trim());
  const negative = takeSign(plain);
  const bare = negative.rest
    .replace(/^(?:jpy|yen|[¥\\￥])\s*/i, "")
    .replace(/\s*(?:jpy|yen)$/i, "")
    .replace(/(?<=[\d円])\s*[.]?[-ー―‐−]+$/, "")
    .replace(/\s+(?=[十百千万億兆円])/g, "");
  const inner = takeSign(bare);
  const unitless = /^(.*?)円?$/.exec(inner.rest)![1]!.trim();
  const ownUnit = unitless !== inner.rest.trim() || /[十拾百千万萬億兆]/.test(unitless);
  if (/^[十拾百千万萬億兆]+$/.test(unitless) && unitless === inner.rest.trim()) return null;
  const number = parseNumeral(toCount(unitless));
  if (number === null) return null;
  const scaled = ownUnit ? number : shift(number, powerOf(options.unit));
  return negative.minus !== inner.minus && scaled !== 0 ? -scaled : scaled;
}

/** Figures alone. */
const USUAL = /^[1-9]\d{0,2}(?:(?:,\d{3})*|\d{0,12})$/;

/** Words around an amount that do not change it. */
const AROUND =
  /^[(](?:税込み?|税抜き?|税別)[)]\s*|^年(?=[\d¥\\])|\s*[/／](?:年|年間)$|(?<=[\d円])\s*※.*$|(?<=\d)\s*[(]円[)]$|^(?:金|約|およそ|計|合計|総額|税込|税抜|税別|月額|年額|年間|年商|売上)\s*[:]?\s*|\s*(?:也|なり|程度|前後|ほど|余り?|[(](?:(?:消費)?税込み?|税抜き?|税別|概算)[)]|税込み?|税抜き?|税別|(?<=円|[万億])[強弱])$/g;

function unwrap(text: string): string {
  const formula = /^="?(.*?)"?$/.exec(text);
  const inner = (text.startsWith("=") ? (formula?.[1] ?? text) : text.replace(/^'/, ""))
    .replace(/^"(.*)"$/, "$1")
    .replace(/(?<=\d)、(?=\d{3}(?!\d))/g, ",");
  let bare = inner.trim();
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(AROUND, "").trim();
  }
  return bare;
}

function takeSign(text: string): { minus: boolean; rest: string } {
  const brackets = /^[(]\s*(.+?)\s*[)]\s*(円?)$/.exec(text);
  if (brackets) return { minus: true, rest: brackets[1]! + brackets[2]! };
  const mark = /^([△▲▵∆\-−–‐ー])\s*(.+)$/.exec(text);
  if (!mark) return { minus: false, rest: text.replace(/^[+]\s*/, "") };
  // "△(1,000)" says it twice and means it once.
  const rest = /^[(]\s*(.+?)\s*[)]$/.exec(mark[2]!)?.[1] ?? mark[2]!;
  return { minus: true, rest };
}

/** 百万 and 千万 behind digits are units of their own: 10百万 is ten millions, 1,200千 is 1,200 thousands. */
function toCount(text: string): string {
  const scaled = /^([\d,]+(?:\.\d+)?)(十|百|千)(万|億|)$/.exec(text);
  if (!scaled) return text;
  const count = parseNumeral(scaled[1]!);
  if (count === null) return text;
  const power = { 十: 1, 百: 2, 千: 3 }[scaled[2] as "十" | "百" | "千"];
  const value = shift(count, power + { 万: 4, 億: 8, "": 0 }[scaled[3] as "万" | "億" | ""]);
  return Number.isInteger(value) ? String(value) : text;
}

function powerOf(unit: string | undefined): number {
  if (unit === undefined) return 0;
  const word = /([十百千]?)([万億兆]?)円?/.exec(
    (unit ?? "").normalize("NFKC").replace(/^.*?(?=[十百千万億兆円])/, ""),
  );
  if (!word) return 0;
  const small = { 十: 1, 百: 2, 千: 3 }[word[1] as "十" | "百" | "千"] ?? 0;
  return small + ({ 万: 4, 億: 8, 兆: 12 }[word[2] as "万" | "億" | "兆"] ?? 0);
}
