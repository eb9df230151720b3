import { once } from "node:events";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { looksLikeFormula } from "./formula.ts";
import { writeWhole } from "./whole-file.ts";

/** What Excel holds at most in one sheet. */
const MOST_ROWS = 1_048_576;
const MOST_LETTERS = 32_767;

/**
 * Writes rows of texts as a workbook while they arrive; memory does not grow with them. Every cell is a text, so that zeros
 * stay and nothing is worked out: what looks like a formula is marked as text (quotePrefix), also for whoever edits it. More
 * rows than a sheet holds go on in a next one. The file appears when it is whole.
 */
export async function writeSheet(
  path: string,
  name: string,
  pages: AsyncIterable<readonly (readonly string[])[]>,
): Promise<void> {
  await writeWhole(path, async (file) => {
    const zip = new Zip((fault, piece) => {
      if (fault) file.destroy(fault);
      else file.write(piece);
    });
    const sheets = await writeSheets(zip, pages, async () => {
      if (file.writableNeedDrain) await once(file, "drain");
    });
    for (const [entry, text] of frame(name, sheets)) {
      const part = new ZipDeflate(entry);
      zip.add(part);
      part.push(strToU8(`${HEAD}${text}`), true);
    }
    zip.end();
  });
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Writes the sheets and says how many they are. */
async function writeSheets(
  zip: Zip,
  pages: AsyncIterable<readonly (readonly string[])[]>,
  drained: () => Promise<void>,
): Promise<number> {
  let sheets = 0;
  let row = MOST_ROWS;
  let part: ZipDeflate | null = null;
  const begin = () => {
    part?.push(strToU8("</sheetData></worksheet>"), true);
    part = new ZipDeflate(`xl/worksheets/sheet${++sheets}.xml`, { level: 4 });
    zip.add(part);
    part.push(strToU8(`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`));
    row = 0;
    return part;
  };
  let open: ZipDeflate = begin();
  for await (const rows of pages) {
    let xml = "";
    for (const cells of rows) {
      if (row === MOST_ROWS) {
        open.push(strToU8(xml));
        xml = "";
        open = begin();
      }
      xml += rowXml(cells, ++row);
    }
    open.push(strToU8(xml));
    await drained();
  }
  open.push(strToU8("</sheetData></worksheet>"), true);
  return sheets;
}

function rowXml(cells: readonly string[], row: number): string {
  let xml = `<row r="${row}">`;
  cells.forEach((text, column) => {
    if (text === "") return;
    // The second style is quotePrefix.
    const style = looksLikeFormula(text) ? ' s="1"' : "";
    xml += `<c r="${lettersOf(column)}${row}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeText(text.slice(0, MOST_LETTERS))}</t></is></c>`;
  });
  return `${xml}</row>`;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** XML has no words for control letters; OOXML writes them as _x000B_ (ECMA-376 Part 1, 22.9.2.19). */
function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(CONTROL, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

const SPECIAL = /[&<>\p{Cc}\p{Cs}\ufffe\uffff]|_x/u;
const CONTROL = /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu;

/** The small parts around the sheets, by their names in the zip. */
function frame(name: string, sheets: number): [string, string][] {
  const all = Array.from({ length: sheets }, (_, at) => at + 1);
  const plain = name.replace(/[[\]:*?/\\]/g, " ").slice(0, 28);
  const tabs = all.map(
    (n) => `<sheet name="${escapeText(n === 1 ? plain : `${plain} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`,
  );
  const links = all.map(
    (n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const types = all.map(
    (n) =>
      `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const packages = "http://schemas.openxmlformats.org/package/2006";
  return [
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${tabs.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${packages}/relationships">${links.join("")}<Relationship Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="book" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "[Content_Types].xml",
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types.join("")}</Types>`,
    ],
  ];
}
