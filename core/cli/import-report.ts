import { stat } from "node:fs/promises";
import { listImportRows, type RowView } from "../imports/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { resultRows } from "./result-rows.ts";
import type { Session } from "./session.ts";
import { writeLines } from "./whole-file.ts";
import { writeSheet } from "./write-sheet.ts";

/**
 * Writes what became of each record of the list, rejected ones included: as one JSON object per line, or into a workbook
 * (.xlsx) as the person's own rows with the verdict behind them. The file appears when it is whole.
 */
export function writeReport(session: Session, importId: string, path: string): Promise<void> {
  const pages = rowPages(session, importId);
  return isWorkbook(path)
    ? writeSheet(path, session.text("import.report.sheet"), resultRows(session, importId, pages))
    : writeLines(path, linesOf(pages));
}

/** A report never takes the place of the list. Error: `report_is_the_list`. */
export async function refuseSameFile(list: string, report: string): Promise<void> {
  const [one, two] = await Promise.all([list, report].map((path) => stat(path).catch(() => null)));
  if (one && two && one.dev === two.dev && one.ino === two.ino) {
    throw new EnishiError("report_is_the_list", { path: report });
  }
}

function isWorkbook(path: string): boolean {
  return /\.xlsx$/i.test(path);
}

async function* rowPages({ house, call }: Session, importId: string): AsyncGenerator<RowView[]> {
  let cursor: string | undefined;
  do {
    const page = await house.core.kernel.ask(listImportRows, { importId, limit: 1_000, cursor }, call);
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function* linesOf(pages: AsyncIterable<RowView[]>): AsyncGenerator<string> {
  for await (const rows of pages) {
    yield rows.map(({ raw: _, ...row }) => `${JSON.stringify(row)}\n`).join("");
  }
}
