import { listFault } from "./fault.ts";
import type { ChunkSource } from "./source.ts";
import type { Table } from "./table.ts";

/** Opens one sheet of a workbook. */
export async function openWorkbook(_source: ChunkSource, name: string, _sheet?: string): Promise<Table> {
  throw listFault("file_is_broken", { name });
}
