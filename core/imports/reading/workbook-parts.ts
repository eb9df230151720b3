import { SaxesParser } from "saxes";
import { type CellFormat, formatOf } from "./number-format.ts";

/** A text of the shared string table; `reading` is what Excel keeps of the keys pressed when it was typed. */
export interface SharedText {
  text: string;
  reading: string | null;
}

export interface WorkbookSheet {
  name: string;
  hidden: boolean;
  /** Entry of the zip that holds it. */
  path: string;
}

/** The sheets of xl/workbook.xml in the order of their tabs, and whether dates count from 1904. */
export function readWorkbook(xml: string, rels: string): { sheets: WorkbookSheet[]; date1904: boolean } {
  const targets = new Map<string, string>();
  parseXml(rels, (name, attributes) => {
    if (name === "Relationship" && attributes.Id) targets.set(attributes.Id, attributes.Target ?? "");
  });
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  parseXml(xml, (name, attributes) => {
    if (name === "workbookPr") date1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
    if (name !== "sheet") return;
    const target = targets.get(attributes["r:id"] ?? attributes.id ?? "") ?? "";
    // Chart sheets hold no cells.
    if (!/worksheets?\//.test(target) && /chart|dialog|macro/.test(target)) return;
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
    const hidden = attributes.state === "hidden" || attributes.state === "veryHidden";
    sheets.push({ name: attributes.name ?? "", hidden, path });
  });
  return { sheets, date1904 };
}

/** The number format of each cell style of xl/styles.xml. */
export function readStyles(xml: string): CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  parseXml(
    xml,
    (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
    },
    (name) => {
      if (name === "cellXfs") inCells = false;
    },
  );
  return formats;
}

/** Gathers one rich text (`si` or `is`): runs joined, phonetic runs apart. Fed with the tags and texts inside it. */
export function createTextGatherer() {
  let text = "";
  let phonetic: { from: number; to: number; text: string }[] = [];
  let run: { from: number; to: number; text: string } | null = null;
  let inText = false;
  return {
    open(name: string, attributes: Record<string, string>) {
      if (name === "rPh")
        run = { from: Number(attributes.sb ?? 0), to: Number(attributes.eb ?? 0), text: "" };
      if (name === "t") inText = true;
    },
    close(name: string) {
      if (name === "t") inText = false;
      if (name === "rPh" && run) {
        phonetic.push(run);
        run = null;
      }
    },
    add(part: string) {
      if (!inText) return;
      if (run) run.text += part;
      else text += part;
    },
    take(): SharedText {
      const plain = unescapeText(text);
      const shared = { text: plain, reading: phonetic.length === 0 ? null : readingOf(plain, phonetic) };
      text = "";
      phonetic = [];
      return shared;
    },
  };
}

/** As Excel's PHONETIC(): letters without a reading of their own stand for themselves. */
function readingOf(text: string, runs: { from: number; to: number; text: string }[]): string | null {
  let reading = "";
  let at = 0;
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    reading += text.slice(at, run.from) + run.text;
    at = Math.max(at, run.to);
  }
  reading += text.slice(at);
  return reading.trim() === "" || reading === text ? null : reading;
}

/** _x000D_ and its like are how OOXML writes letters that XML cannot (ECMA-376 Part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Walks a small XML text; names come without their namespace prefix. */
export function parseXml(
  xml: string,
  open: (name: string, attributes: Record<string, string>) => void,
  close: (name: string) => void = () => {},
): void {
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => open(localName(tag.name), tag.attributes as Record<string, string>));
  parser.on("closetag", (tag) => close(localName(tag.name)));
  parser.write(xml).close();
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
