const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  壹: 1,
  二: 2,
  弐: 2,
  貳: 2,
  三: 3,
  参: 3,
  參: 3,
  四: 4,
  五: 5,
  伍: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000, 阡: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 億: 8, 兆: 12 };

/**
 * A number written the Japanese way, kanji, digits or both: "三百五十", "二〇二六", "1億2,000万", "3千5百万", "1.5億".
 * Answers null for anything else, also for units out of order ("万億"). Commas must stand at thousands.
 */
export function parseNumeral(text: string): number | null {
  const parts = text.match(/[^万萬億兆]+|[万萬億兆]/g);
  if (parts === null) return null;
  let total = 0;
  let pending: number | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const power = LARGE[part];
    if (power === undefined) {
      pending = parseBelowMan(part);
      if (pending === null) return null;
      continue;
    }
    if (pending === null || power >= lowest) return null;
    total += shift(pending, power);
    lowest = power;
    pending = null;
  }
  return tidy(total + (pending ?? 0));
}

function parseBelowMan(part: string): number | null {
  if (/^[\d,.]+$/.test(part)) return parseDigits(part);
  if (/^[〇零一二三四五六七八九]{2,}$/.test(part)) return Number([...part].map((d) => DIGITS[d]).join(""));
  let total = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let rest = part;
  while (rest !== "") {
    const step = /^([\d,.]+|[〇零一壱壹二弐貳三参參四五伍六七八九])?([十拾百千阡])?/.exec(rest);
    if (!step?.[0]) return null;
    const count = step[1] === undefined ? 1 : (DIGITS[step[1]] ?? parseDigits(step[1]));
    const unit = step[2] === undefined ? 1 : SMALL[step[2]]!;
    if (count === null || unit >= lowest) return null;
    total += count * unit;
    lowest = unit;
    rest = rest.slice(step[0].length);
  }
  return tidy(total);
}

/** Plain digits, or groups of three, with an optional decimal part. "1,2345" and "1.234.567" are not numbers here. */
export function parseDigits(text: string): number | null {
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$|^\.\d+$/.test(text)) return null;
  return Number(text.replaceAll(",", ""));
}

/** Moves the decimal point in the digits themselves: 1.005 億 is 100500000, not 100499999.99. */
export function shift(value: number, power: number): number {
  return Number(`${value}e${power}`);
}

/** Sums of shifted decimals carry binary dust (0.1 + 0.2): nobody writes more than six decimals of a yen. */
function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(6));
}
