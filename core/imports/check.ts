import type { CallContext } from "../kernel/context.ts";
import { isEnishiError } from "../kernel/errors.ts";
import { sha256 } from "../kernel/ids.ts";
import type { ImportPreset } from "../kernel/import-preset.ts";
import type { Kernel } from "../kernel/kernel.ts";
import { addImportRows } from "./add-rows.ts";
import { beginImport } from "./begin.ts";
import { findColumnMapping, getImport } from "./get.ts";
import { keepRows } from "./keep-rows.ts";
import { beginReading, markChecked } from "./mark-checked.ts";
import { openParts, type Part } from "./reading/book.ts";
import {
  type ImportedRow,
  type ListBytes,
  type ListKind,
  type OpenedList,
  type OpenOptions,
  openWhole,
} from "./reading/index.ts";
import type { SourceRecord } from "./reading/record.ts";
import { SAMPLE_RECORDS, type Table } from "./reading/table.ts";
import { listRawRows } from "./rows.ts";
import type { Corrections, ImportView } from "./shapes.ts";

/** What a driver of an import needs of the house: a kernel or a plugin's host, which knows the presets of plugins too. */
export type Door = Pick<Kernel, "perform" | "ask"> & { importPresets?(): readonly ImportPreset[] };

export interface CheckOptions extends Omit<OpenOptions, "columns" | "presets"> {
  columns?: Corrections | undefined;
  purpose?: string | undefined;
  source?: string | undefined;
  /** SHA-256 of the bytes: the same list is known again by it. */
  fileHash?: string | undefined;
  /** Goes on with an import whose reading was cut off. */
  importId?: string | undefined;
  /** Told of the shape of the list before its rows are read. */
  onOpened?: ((list: OpenedList) => void) | undefined;
  onRow?: ((row: number) => void) | undefined;
}

const BATCH = 500;

/**
 * 取り込み前チェック of a file: reads it once and keeps every record with what was understood, or why it was not. Nothing
 * reaches the customers. `bytes` that arrive once are read once; what is said of the list, now or before, needs bytes that
 * can be read again.
 * Errors: those of the reader (`file_is_empty`, …); the import that was begun is marked as failed.
 */
export async function checkFile(
  door: Door,
  source: { name: string; bytes: ListBytes },
  options: CheckOptions,
  call: CallContext,
): Promise<ImportView> {
  const { purpose, source: origin, fileHash = "" } = options;
  const presets = door.importPresets?.();
  const open = (known: Known) =>
    openWhole(source, { ...options, kind: undefined, columns: undefined, presets, ...known });
  const { list, saidKind } = await openKnown(door, open, options, call);
  options.onOpened?.(list);
  const importId =
    options.importId ??
    (await door.perform(beginImport, { name: source.name, fileHash, purpose, source: origin }, call))
      .importId;
  return read(door, importId, list, { ...options, saidKind }, call);
}

const sent = 1_000;

/** The same for rows that a surface read itself, such as the cells of a spreadsheet. */
export async function checkRows(
  door: Door,
  list: { name: string; rows: readonly (readonly string[])[] },
  options: {
    kind?: ListKind | undefined;
    columns?: Corrections | undefined;
    purpose?: string | undefined;
    source?: string | undefined;
  },
  call: CallContext,
): Promise<ImportView> {
  const { kind, columns, purpose, source } = options;
  const begun = { name: list.name, fileHash: sha256(JSON.stringify(list.rows)), purpose, source };
  const { importId } = await door.perform(beginImport, begun, call);
  for (let offset = 0; offset < list.rows.length; offset += sent) {
    const rows = list.rows.slice(offset, offset + sent).map((row) => [...row]);
    await door.perform(addImportRows, { importId, offset, rows }, call, { givesWay: true });
  }
  return checkImport(door, importId, { kind, columns }, call);
}

/**
 * Reads the rows that were sent with `imports.addRows`, or reads a checked list again with corrected columns or as a list of
 * another kind. Errors: `import_not_open`, and those of the reader.
 */
export async function checkImport(
  door: Door,
  importId: string,
  options: { kind?: ListKind | undefined; columns?: Corrections | undefined },
  call: CallContext,
): Promise<ImportView> {
  const stored = await door.ask(getImport, { importId }, call);
  const parts = await storedParts(door, stored, call);
  const presets = door.importPresets?.() ?? [];
  const open = async (known: Known) => openParts(parts, { presets, ...known }, stored.fileName);
  // Whoever began the import may have said it, or who had it read before.
  const said = { ...options, kind: options.kind ?? stored.kind ?? undefined };
  const { list } = await openKnown(door, open, said, call);
  return read(door, importId, list, { ...options, saidKind: options.kind }, call);
}

/** What people say of a list that it does not show by itself. */
interface Known {
  kind?: ListKind;
  columns?: Corrections;
}

/** Opens a list with what is said of it now, else with what people said of an earlier list of this shape. */
async function openKnown(
  door: Door,
  open: (known: Known) => Promise<OpenedList>,
  said: { kind?: ListKind | undefined; columns?: Corrections | undefined },
  call: CallContext,
): Promise<{ list: OpenedList; saidKind: ListKind | undefined }> {
  const plain = await open({});
  const before = await door.ask(findColumnMapping, plain, call);
  const [kind, columns] = [said.kind ?? before.kind, said.columns ?? before.columns];
  if (!kind && !columns) return { list: plain, saidKind: undefined };
  // The shape is what the list shows by itself, so that a corrected list is known by the same shape next time.
  const known = { ...(kind && { kind }), ...(columns && { columns }) };
  const list = { ...(await open(known)), fingerprint: plain.fingerprint };
  // A kind that brought other sheets of a workbook says nothing of this shape.
  return { list, saidKind: list.sheet === plain.sheet ? said.kind : undefined };
}

async function read(
  door: Door,
  importId: string,
  list: OpenedList,
  options: CheckOptions & { saidKind: ListKind | undefined },
  call: CallContext,
): Promise<ImportView> {
  const { kind, encoding, delimiter, sheet, headerRow, headers, columns, fingerprint, preset } = list;
  await door.perform(
    beginReading,
    {
      importId,
      kind,
      encoding,
      delimiter,
      sheet,
      headerRow,
      headers,
      columns,
      fingerprint,
      preset,
      saidKind: options.saidKind,
      corrections: options.columns,
    },
    call,
  );
  try {
    // The next rows are read while these are being kept.
    let kept: Promise<unknown> = Promise.resolve();
    for await (const rows of inBatches(list.batches())) {
      await kept;
      kept = door.perform(keepRows, { importId, rows }, call, { givesWay: true });
      kept.catch(() => {});
      options.onRow?.(rows.at(-1)!.row);
    }
    await kept;
  } catch (error) {
    if (isEnishiError(error) && error.code.startsWith("file_")) {
      await door.perform(markChecked, { importId, error: { code: error.code } }, call);
    }
    throw error;
  }
  await door.perform(markChecked, { importId, parts: list.parts() }, call);
  return door.ask(getImport, { importId }, call);
}

async function* inBatches(arriving: AsyncIterable<ImportedRow[]>): AsyncGenerator<ImportedRow[]> {
  let waiting: ImportedRow[] = [];
  for await (const rows of arriving) {
    waiting = waiting.length === 0 ? rows : waiting.concat(rows);
    while (waiting.length >= BATCH) {
      yield waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
    }
  }
  if (waiting.length > 0) yield waiting;
}

/** The kept cells of an import as tables for the reader, one for each sheet they came from. */
async function storedParts(door: Door, stored: ImportView, call: CallContext): Promise<Part[]> {
  const { importId, encoding, delimiter } = stored;
  const whole = { sheet: null, roles: [], rows: Number.POSITIVE_INFINITY, preset: stored.preset };
  const parts: Part[] = [];
  let before = 0;
  for (const { sheet, roles, rows, preset } of stored.parts.length > 0 ? stored.parts : [whole]) {
    const from = before;
    const page = async (after: number, limit: number): Promise<SourceRecord[]> => {
      const asked = { importId, after: from + after, limit: Math.min(limit, rows - after) };
      const found = asked.limit > 0 ? (await door.ask(listRawRows, asked, call)).rows : [];
      return found.map(({ row, cells }) => ({ row: row - from, cells }));
    };
    const table: Table = {
      encoding,
      delimiter,
      sheets: sheet === null ? [] : [{ name: sheet, hidden: false, roles }],
      sheet,
      sample: await page(0, SAMPLE_RECORDS),
      async *batches() {
        for (let after = 0; ; ) {
          const records = await page(after, 1_000);
          if (records.length === 0) return;
          yield records;
          after = records.at(-1)!.row;
        }
      },
    };
    parts.push({ table, preset });
    before += rows;
  }
  return parts;
}
