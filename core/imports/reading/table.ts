import { decodeChunks, decodeHead, type Encoding, parseEncoding, sniffEncoding } from "./decode.ts";
import { sniffDelimiter, splitRecords, splitText } from "./delimited.ts";
import type { SourceRecord } from "./record.ts";
import type { ChunkSource } from "./source.ts";

/** One sheet of a workbook, as its tab says. */
export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** What its name says of the companies on it: 得意先, 仕入先 … */
  roles: string[];
}

/** Records of any source, and its first ones for looking at. */
export interface Table {
  encoding: string | null;
  delimiter: string | null;
  sheets: SheetInfo[];
  sheet: string | null;
  sample: SourceRecord[];
  /** All records in order, some hundred at a time. */
  batches(): AsyncIterable<SourceRecord[]>;
}

/** What Excel writes and reads as the first line of a CSV to say its delimiter. */
const SEP = /^\ufeff?"?sep=(.)"?[\r\n]/i;

/** How many records are looked at before reading. */
export const SAMPLE_RECORDS = 250;

/** Opens delimited text: encoding and delimiter found by looking unless they are given. */
export function openDelimited(
  source: ChunkSource,
  options: { encoding?: string | undefined; delimiter?: string | undefined },
): Table {
  const encoding: Encoding | null = options.encoding
    ? parseEncoding(options.encoding)
    : sniffEncoding(source.head);
  const text = decodeHead(source.head, encoding, !source.whole);
  const delimiter = options.delimiter
    ? options.delimiter.replace(/^\\t$|^tab$/i, "\t")
    : (SEP.exec(text)?.[1] ?? sniffDelimiter(text, !source.whole));
  const sample = splitText(text, delimiter, { cut: !source.whole, most: SAMPLE_RECORDS }).map(
    (cells, index) => ({ row: index + 1, cells }),
  );
  return {
    encoding: encoding ?? "utf-8",
    delimiter,
    sheets: [],
    sheet: null,
    sample,
    batches: () => splitRecords(decodeChunks(source.chunks(), encoding), delimiter),
  };
}

/** Rows that another program read already (a spreadsheet's own cells). */
export function tableOfRows(records: readonly (readonly string[])[]): Table {
  const numbered = () => records.map((cells, index) => ({ row: index + 1, cells: [...cells] }));
  return {
    encoding: null,
    delimiter: null,
    sheets: [],
    sheet: null,
    sample: numbered().slice(0, SAMPLE_RECORDS),
    async *batches() {
      yield numbered();
    },
  };
}
