/** What a number format of Excel makes of a number, as far as a list needs it. */
export type CellFormat =
  | { kind: "general" }
  | { kind: "date"; time: boolean }
  | { kind: "digits"; pattern: string }
  | { kind: "money"; unit: YenUnit; thousands: number };

/** The words of money a format may put behind a number, and their powers of ten. */
const YEN_UNITS = { 円: 0, 千円: 3, 万円: 4, 百万円: 6, 億円: 8, 千: 3, 百万: 6 } as const;
type YenUnit = keyof typeof YEN_UNITS;

const GENERAL: CellFormat = { kind: "general" };

/**
 * Built-in formats by id (ECMA-376 Part 1, 18.8.30): 14–22 and 45–47 are dates and times, 27–36 and 50–58 too in East
 * Asian Excel (和暦 among them). Others come with their code.
 */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code !== undefined) return formatOfCode(code);
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || (id >= 50 && id <= 58) || id === 36)
    return { kind: "date", time: false };
  if ((id >= 18 && id <= 22) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
    return { kind: "date", time: true };
  return GENERAL;
}

function formatOfCode(code: string): CellFormat {
  const first = code.split(";")[0]!;
  // Quoted text, escaped letters, colours, conditions and locales are no placeholders; [h] counts hours, it is no date.
  const bare = first
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .toLowerCase();
  if (/general|標準/.test(bare)) return GENERAL;
  if (/[ydg]|e(?![+-])|m(?!ap)|aaa/.test(bare) && !/[#0?]/.test(bare.replace(/s\.0+/, ""))) {
    return { kind: "date", time: /h|s/.test(bare) && !/[yde]/.test(bare) };
  }
  if (/[hs]/.test(bare) && !/[#0?]/.test(bare.replace(/s\.0+/, ""))) return { kind: "date", time: true };
  const digits = first
    .replace(/"([^"]*)"/g, "$1")
    .replace(/\\(.)/g, "$1")
    .replace(/\[[^\]]*\]/g, "");
  if (/^[^\d#?]*0[0()\- ]+$/.test(digits) && digits.replace(/[^0]/g, "").length > 1)
    return { kind: "digits", pattern: digits };
  return moneyFormat(digits) ?? GENERAL;
}

/** `#,##0"千円"` and `#,##0,`: each comma behind the last place hides three digits, the word counts as a unit in the cell. */
function moneyFormat(digits: string): CellFormat | null {
  const shown = /^[^0#?]*[0#?][0#?,.]*?(,*)\)?\s*([円千万百億]*)[\s_-]*$/.exec(digits);
  if (!shown) return null;
  const [, commas = "", word = ""] = shown;
  if (word === "") return commas === "" ? null : { kind: "money", unit: "円", thousands: commas.length };
  return word in YEN_UNITS ? { kind: "money", unit: word as YenUnit, thousands: commas.length } : null;
}

const DAY_MS = 86_400_000;

/** A number as a list should show it: a serial as its ISO day, leading zeros of a code put back, else all its digits. */
export function formatNumber(value: string, format: CellFormat, date1904: boolean): string {
  const number = Number(value);
  if (value === "" || Number.isNaN(number)) return value;
  if (format.kind === "date") return formatSerial(number, format.time, date1904);
  if (format.kind === "digits" && Number.isInteger(number) && number >= 0)
    return fillPattern(String(number), format.pattern);
  const digits = plainDigits(number);
  if (format.kind !== "money") return digits;
  // What the commas hide is there: 1,234 of 1234000 under #,##0, are 1234000 yen, whatever the header's unit.
  if (format.thousands > 0) return `${plainDigits(asYen(number, format))}円`;
  return `${digits}${format.unit}`;
}

function asYen(number: number, { unit, thousands }: { unit: YenUnit; thousands: number }): number {
  const power = YEN_UNITS[unit] - 3 * thousands;
  // A word alone may stand for what the commas hide, or for nothing at all: #,##0,"円".
  return unit === "円" ? number : number * 10 ** power;
}

/** All digits of a number, none of them a power. */
function plainDigits(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e21
    ? BigInt(number).toString()
    : String(Number(number.toPrecision(15)));
}

function formatSerial(serial: number, time: boolean, date1904: boolean): string {
  if (serial < 0 || serial > 2_958_465) return String(serial);
  if (time && serial < 1) return clock(serial);
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  // Excel counts a 29 February 1900 that never was; serials before it are one day off.
  const shifted = days < 60 && !date1904 ? days + 1 : days;
  const day = new Date(Date.UTC(1899, 11, 30) + shifted * DAY_MS).toISOString().slice(0, 10);
  return day;
}

function clock(part: number): string {
  const minutes = Math.round(part * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function fillPattern(digits: string, pattern: string): string {
  const places = pattern.replace(/[^0]/g, "").length;
  const padded = digits.padStart(places, "0");
  let at = padded.length - places;
  let out = padded.slice(0, at);
  for (const letter of pattern) out += letter === "0" ? padded[at++]! : letter;
  return out;
}
