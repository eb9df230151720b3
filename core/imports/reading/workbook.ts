import { SaxesParser } from "saxes";
import { isEnishiError } from "../../kernel/errors.ts";
import { listFault } from "./fault.ts";
import { findLayout } from "./layout.ts";
import type { SourceRecord } from "./record.ts";
import { rolesIn } from "./roles.ts";
import { addMerge, createSheetReader, type SheetContext } from "./sheet.ts";
import { type ChunkSource, readableAgain } from "./source.ts";
import { SAMPLE_RECORDS, type Table } from "./table.ts";
import {
  createTextGatherer,
  localName,
  readStyles,
  readWorkbook,
  type SharedText,
  type WorkbookSheet,
} from "./workbook-parts.ts";
import { readEntries, unzipEntries } from "./zip.ts";

/**
 * Opens one sheet of a workbook: the one named, else the first visible one that holds a list. Its rows are streamed
 * out of the zip each time they are read; texts shared by cells are held, as the format demands. Throws
 * `sheet_not_found`, `sheet_is_empty`, and `file_is_broken` for what only looks like a workbook.
 */
export async function openWorkbook(arriving: ChunkSource, name: string, wanted?: string): Promise<Table> {
  // The parts of a workbook refer to each other, so it is read several times.
  const source = await readableAgain(arriving);
  try {
    return await openSheets(source, wanted);
  } catch (fault) {
    if (isEnishiError(fault)) throw fault;
    throw listFault("file_is_broken", { name }, fault);
  }
}

async function openSheets(source: ChunkSource, wanted: string | undefined): Promise<Table> {
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
  const candidates =
    wanted === undefined ? sheets.filter((one) => !one.hidden) : sheets.filter((one) => one.name === wanted);
  if (candidates.length === 0) {
    throw listFault("sheet_not_found", {
      sheet: wanted ?? "",
      known: sheets.map((one) => one.name).join(", "),
    });
  }
  const { sheet, sample, batches } = await chooseSheet(source, context, candidates);
  if (sample.length === 0) throw listFault("sheet_is_empty", { sheet: sheet.name });
  return {
    encoding: null,
    delimiter: null,
    sheets: sheets.map((one) => ({ name: one.name, hidden: one.hidden, roles: rolesIn(one.name) })),
    sheet: sheet.name,
    sample,
    batches,
  };
}

interface OpenSheet {
  sheet: WorkbookSheet;
  sample: SourceRecord[];
  batches(): AsyncIterable<SourceRecord[]>;
}

/** The first sheet with a header wins, else the first with anything on it. */
async function chooseSheet(
  source: ChunkSource,
  context: Omit<SheetContext, "covered">,
  candidates: readonly WorkbookSheet[],
): Promise<OpenSheet> {
  let fallback: OpenSheet | null = null;
  for (const sheet of candidates) {
    const covered = await readMerges(source, sheet.path);
    const batches = () => readSheet(source, sheet.path, { ...context, covered });
    const sample: SourceRecord[] = [];
    for await (const batch of batches()) {
      sample.push(...batch);
      if (sample.length >= SAMPLE_RECORDS) break;
    }
    const open = { sheet, sample: sample.slice(0, SAMPLE_RECORDS), batches };
    if (sample.length > 0 && findLayout(sample).headerRow !== null) return open;
    if (!fallback || (fallback.sample.length === 0 && sample.length > 0)) fallback = open;
  }
  return fallback!;
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
