import { SaxesParser } from "saxes";
import { isEnishiError } from "../../kernel/errors.ts";
import { listFault } from "./fault.ts";
import type { SourceRecord } from "./record.ts";
import { rolesIn } from "./roles.ts";
import { addMerge, createSheetReader, type SheetContext } from "./sheet.ts";
import { type ChunkSource, readableAgain } from "./source.ts";
import { SAMPLE_RECORDS, type SheetInfo, type Table } from "./table.ts";
import {
  createTextGatherer,
  localName,
  readStyles,
  readWorkbook,
  type SharedText,
  type WorkbookSheet,
} from "./workbook-parts.ts";
import { readEntries, unzipEntries } from "./zip.ts";

/** A workbook that was looked at; each of its sheets can be opened as a table. */
export interface Workbook {
  sheets: SheetInfo[];
  /** Throws `sheet_not_found` and `sheet_is_empty`. */
  open(sheet: string): Promise<Table>;
}

/**
 * Opens a workbook. The rows of a sheet are streamed out of the zip each time they are read; texts shared by cells are
 * held, as the format demands. Throws `file_is_broken` for what only looks like a workbook.
 */
export async function openWorkbook(arriving: ChunkSource, name: string): Promise<Workbook> {
  // The parts of a workbook refer to each other, so it is read several times.
  const source = await readableAgain(arriving);
  try {
    return await openParts(source, name);
  } catch (fault) {
    throw isEnishiError(fault) ? fault : listFault("file_is_broken", { name }, fault);
  }
}

async function openParts(source: ChunkSource, name: string): Promise<Workbook> {
  const parts = await readEntries(source, (entry) =>
    /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml)$/.test(entry),
  );
  const xml = parts.get("xl/workbook.xml");
  if (xml === undefined) throw new Error("no xl/workbook.xml");
  const { sheets, date1904 } = readWorkbook(xml, parts.get("xl/_rels/workbook.xml.rels") ?? "");
  const context: Omit<SheetContext, "covered"> = {
    strings: await readStrings(source),
    formats: readStyles(parts.get("xl/styles.xml") ?? "<styleSheet/>"),
    date1904,
  };
  const infos = sheets.map((one) => ({ name: one.name, hidden: one.hidden, roles: rolesIn(one.name) }));
  return {
    sheets: infos,
    async open(wanted) {
      const sheet = sheets.find((one) => one.name === wanted);
      if (!sheet) {
        throw listFault("sheet_not_found", { sheet: wanted, known: infos.map((one) => one.name).join(", ") });
      }
      try {
        const { sample, batches } = await openSheet(source, context, sheet);
        if (sample.length === 0) throw listFault("sheet_is_empty", { sheet: sheet.name });
        return { encoding: null, delimiter: null, sheets: infos, sheet: sheet.name, sample, batches };
      } catch (fault) {
        throw isEnishiError(fault) ? fault : listFault("file_is_broken", { name }, fault);
      }
    },
  };
}

async function openSheet(
  source: ChunkSource,
  context: Omit<SheetContext, "covered">,
  sheet: WorkbookSheet,
): Promise<Pick<Table, "sample" | "batches">> {
  const covered = await readMerges(source, sheet.path);
  const batches = () => readSheet(source, sheet.path, { ...context, covered });
  const sample: SourceRecord[] = [];
  for await (const batch of batches()) {
    sample.push(...batch);
    if (sample.length >= SAMPLE_RECORDS) break;
  }
  return { sample: sample.slice(0, SAMPLE_RECORDS), batches };
}

async function* readSheet(
  source: ChunkSource,
  path: string,
  context: SheetContext,
): AsyncGenerator<SourceRecord[]> {
  const reader = createSheetReader(context);
  const decoder = new TextDecoder();
  for await (const { piece, last } of unzipEntries(source, (entry) => entry === path)) {
    yield reader.write(decoder.decode(piece, { stream: !last }));
    if (last) return;
  }
}

/** Merged cells stand behind the rows in a sheet, so they are looked for first. */
async function readMerges(source: ChunkSource, path: string): Promise<Map<number, number[]>> {
  const covered = new Map<number, number[]>();
  let rest = "";
  for await (const { piece } of unzipEntries(source, (entry) => entry === path)) {
    rest += Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
    for (const found of rest.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"/g))
      addMerge(covered, found[1]!);
    const open = rest.lastIndexOf("<");
    rest = open < 0 ? "" : rest.slice(open);
    if (rest.includes(">")) rest = "";
  }
  return covered;
}

async function readStrings(source: ChunkSource): Promise<SharedText[]> {
  const strings: SharedText[] = [];
  const gatherer = createTextGatherer();
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => gatherer.open(localName(tag.name), tag.attributes as Record<string, string>));
  parser.on("text", (text) => gatherer.add(text));
  parser.on("cdata", (text) => gatherer.add(text));
  parser.on("closetag", (tag) => {
    const name = localName(tag.name);
    gatherer.close(name);
    if (name === "si") strings.push(gatherer.take());
  });
  const decoder = new TextDecoder();
  for await (const { piece, last } of unzipEntries(source, (entry) => entry === "xl/sharedStrings.xml")) {
    parser.write(decoder.decode(piece, { stream: !last }));
  }
  return strings;
}
