import { strToU8, zipSync } from "fflate";

/** A cell to write: a text, a number, or one with what Excel keeps beside its value. */
export type CellToWrite =
  | string
  | number
  | null
  | { text: string; reading?: [from: number, to: number, kana: string][]; inline?: boolean }
  | { number: number; format?: string; formatId?: number }
  | { formula: string; value?: string };

export interface SheetToWrite {
  name: string;
  rows: CellToWrite[][];
  merges?: string[];
  hidden?: boolean;
}

/** Writes a small workbook by ECMA-376, independent of the reader. Blank rows are left out, as Excel does. */
export function writeWorkbook(sheets: SheetToWrite[]): Uint8Array {
  const strings: string[] = [];
  const formats: { id: number; code: string | null }[] = [];
  const files: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, index) => {
    const rows = sheet.rows.map((cells, row) => rowXml(cells, row + 1, strings, formats)).join("");
    const merges = sheet.merges?.map((ref) => `<mergeCell ref="${ref}"/>`).join("") ?? "";
    files[`xl/worksheets/sheet${index + 1}.xml`] = xml(
      `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`,
    );
  });
  const tabs = sheets
    .map(
      ({ name, hidden }, index) =>
        `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
    )
    .join("");
  const links = sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join("");
  const codes = formats
    .filter(({ code }) => code !== null)
    .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code!)}"/>`);
  const styles = [`<xf numFmtId="0"/>`, ...formats.map(({ id }) => `<xf numFmtId="${id}"/>`)].join("");
  return zipSync({
    "[Content_Types].xml": xml("<Types/>"),
    "xl/workbook.xml": xml(`<workbook ${MAIN} xmlns:r="r"><workbookPr/><sheets>${tabs}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": xml(`<Relationships>${links}</Relationships>`),
    ...files,
    "xl/styles.xml": xml(
      `<styleSheet ${MAIN}><numFmts>${codes.join("")}</numFmts><cellXfs>${styles}</cellXfs></styleSheet>`,
    ),
    "xl/sharedStrings.xml": xml(`<sst ${MAIN}>${strings.map((one) => `<si>${one}</si>`).join("")}</sst>`),
  });
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function rowXml(
  cells: CellToWrite[],
  row: number,
  strings: string[],
  formats: { id: number; code: string | null }[],
): string {
  const written = cells
    .map((cell, column) => cellXml(cell, `${letters(column)}${row}`, strings, formats))
    .join("");
  return written === "" ? "" : `<row r="${row}">${written}</row>`;
}

function cellXml(
  cell: CellToWrite,
  ref: string,
  strings: string[],
  formats: { id: number; code: string | null }[],
): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return shared(ref, `<t>${escapeXml(cell)}</t>`, strings);
  if ("formula" in cell)
    return `<c r="${ref}" t="str"><f>${escapeXml(cell.formula)}</f><v>${escapeXml(cell.value ?? "")}</v></c>`;
  if ("number" in cell) {
    formats.push({ id: cell.formatId ?? 164 + formats.length, code: cell.format ?? null });
    return `<c r="${ref}" s="${formats.length}"><v>${cell.number}</v></c>`;
  }
  if (cell.inline) return `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(cell.text)}</t></is></c>`;
  const half = Math.ceil(cell.text.length / 2);
  const runs = [cell.text.slice(0, half), cell.text.slice(half)]
    .map((part) => `<r><t xml:space="preserve">${escapeXml(part)}</t></r>`)
    .join("");
  const readings = (cell.reading ?? [])
    .map(([from, to, kana]) => `<rPh sb="${from}" eb="${to}"><t>${kana}</t></rPh>`)
    .join("");
  return shared(ref, `${runs}${readings}<phoneticPr fontId="1"/>`, strings);
}

function shared(ref: string, content: string, strings: string[]): string {
  strings.push(content);
  return `<c r="${ref}" t="s"><v>${strings.length - 1}</v></c>`;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "_x000D_");
}

function xml(body: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
}
