import type { ImportPreset } from "../../kernel/import-preset.ts";
import type { RecognizedColumn } from "./columns.ts";
import { listFault } from "./fault.ts";
import { fieldOf, MANY, type Use } from "./fields.ts";
import { normalizeLabel } from "./labels.ts";
import type { SourceRecord } from "./record.ts";

/** Declares how the export of a product is read; `columns` names what the reader knows. */
export function defineImportPreset(
  preset: Omit<ImportPreset, "columns"> & { columns: Readonly<Record<string, Use | null>> },
): ImportPreset {
  return preset;
}

/** A preset that fits a list, and where its header is. */
export interface FoundPreset {
  preset: ImportPreset;
  /** Index of the header in the sample; null for an export without one; undefined where it shows by itself. */
  headerAt: number | null | undefined;
  /** What each column is called in an export without a header. */
  names: readonly string[];
}

const LOOK_FOR_HEADER = 40;

/**
 * The preset that was asked for, or the one whose headers are there: of several the one that knows the most columns. Null
 * where none fits. Throws `preset_not_found` with the known ones.
 */
export function findPreset(
  sample: readonly SourceRecord[],
  presets: readonly ImportPreset[],
  wanted: string | undefined,
): FoundPreset | null {
  const asked = wanted === undefined ? null : presets.find((preset) => preset.id === wanted.toLowerCase());
  if (asked === undefined) {
    throw listFault("preset_not_found", { preset: wanted!, known: presets.map((one) => one.id).join(", ") });
  }
  if (asked) return locate(sample, asked) ?? headerless(sample, asked, false) ?? firstLine(asked);
  let best: FoundPreset | null = null;
  let known = 0;
  for (const preset of presets) {
    const found = signed(sample, preset) ?? headerless(sample, preset, true);
    const count = found === null ? 0 : knownIn(sample, found);
    if (count > known) [best, known] = [found, count];
  }
  return best;
}

/** Puts what a preset says in the place of what was recognised; a field it gives leaves columns that only seemed to be it. */
export function applyPreset(columns: RecognizedColumn[], { preset, names }: FoundPreset): RecognizedColumn[] {
  const useOf = readerOf(preset);
  const given = new Set<Use>();
  for (const column of columns) {
    const name = names[column.index];
    if (name !== undefined) column.name = name;
    const use = useOf(name ?? column.column);
    if (use === undefined) continue;
    Object.assign(column, { use, field: fieldOf(use), confidence: 0.99, mixed: false, ask: false });
    if (use !== null) given.add(use);
  }
  for (const column of columns) {
    const rival = column.confidence < 0.99 && column.use !== null && given.has(column.use);
    if (rival && !MANY.has(column.use!)) Object.assign(column, { use: null, field: null, confidence: 0.5 });
  }
  return columns;
}

/** Reads a header by a preset: its use, or undefined for one that the preset does not name. */
function readerOf(preset: ImportPreset): (header: string) => Use | null | undefined {
  const plain = new Map<string, Use | null>();
  const numbered: [RegExp, Use | null][] = [];
  for (const [header, use] of Object.entries(preset.columns) as [string, Use | null][]) {
    if (header.includes("#")) {
      const parts = header.split("#").map(normalizeLabel);
      numbered.push([new RegExp(`^${parts.join("\\d+")}$`, "u"), use]);
    } else plain.set(normalizeLabel(header), use);
  }
  return (header) => {
    const label = normalizeLabel(header);
    return plain.has(label) ? plain.get(label) : numbered.find(([pattern]) => pattern.test(label))?.[1];
  };
}

function signed(sample: readonly SourceRecord[], preset: ImportPreset): FoundPreset | null {
  const signatures = preset.signatures.map((headers) => headers.map(normalizeLabel));
  const headerAt = sample.slice(0, LOOK_FOR_HEADER).findIndex(({ cells }) => {
    const labels = new Set(cells.map(normalizeLabel));
    return signatures.some((headers) => headers.every((header) => labels.has(header)));
  });
  return headerAt < 0 ? null : { preset, headerAt, names: [] };
}

/** The line that a preset knows best, when somebody says that it is that product. */
function locate(sample: readonly SourceRecord[], preset: ImportPreset): FoundPreset | null {
  const useOf = readerOf(preset);
  let best: FoundPreset | null = null;
  let most = 1;
  sample.slice(0, LOOK_FOR_HEADER).forEach(({ cells }, headerAt) => {
    const known = cells.filter((cell) => cell !== "" && useOf(cell) !== undefined).length;
    if (known > most) [best, most] = [{ preset, headerAt, names: [] }, known];
  });
  return best;
}

function headerless(
  sample: readonly SourceRecord[],
  preset: ImportPreset,
  mustLook: boolean,
): FoundPreset | null {
  if (!preset.headerless) return null;
  const { names, looks } = preset.headerless;
  const rows = sample.filter(({ cells }) => cells.length >= names.length - 1);
  const alike = rows.filter(({ cells }) =>
    Object.entries(looks).every(([name, pattern]) => pattern.test(cells[names.indexOf(name)] ?? "")),
  );
  if (mustLook && (alike.length === 0 || alike.length < sample.length * 0.9)) return null;
  return { preset, headerAt: null, names };
}

/** A list that shows nothing of the product that was named is read as any other. */
function firstLine(preset: ImportPreset): FoundPreset {
  return { preset, headerAt: undefined, names: [] };
}

function knownIn(sample: readonly SourceRecord[], { preset, headerAt, names }: FoundPreset): number {
  const useOf = readerOf(preset);
  const headers = typeof headerAt === "number" ? sample[headerAt]!.cells : names;
  return headers.filter((header) => useOf(header) !== undefined).length;
}
