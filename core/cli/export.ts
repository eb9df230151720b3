import { resolve } from "node:path";
import type { Command } from "commander";
import { type ExportedRow, listExportColumns, listExportRows, sheetColumns } from "../exports/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { looksLikeFormula } from "./formula.ts";
import { print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { onWorkspace, type Session, withSession } from "./session.ts";
import { writeLines } from "./whole-file.ts";
import { writeSheet } from "./write-sheet.ts";

export function register(program: Command): void {
  onWorkspace(
    program
      .command("export <file>")
      .description("顧客一覧を書き出します (.xlsx、.csv、.jsonl)。書き出したものは、また取り込めます")
      .option("--json", "JSON で出力"),
  ).action((file: string, options: { workspace?: string; json?: boolean }) =>
    withSession(options, async (session) => {
      const path = resolve(file);
      const write = writerOf(path);
      const progress = progressLine(options.json === true, session.call.locale);
      let rows = 0;
      const pages = async function* () {
        for await (const page of pagesOf(session)) {
          yield page;
          rows += page.length;
          progress.show(session.text("exports.cli.working"), rows, null);
        }
      };
      await write(path, session, pages()).finally(progress.end);
      print(options.json, { path, rows }, session.text("exports.cli.done", { path, rows }));
    }),
  );
}

type Write = (path: string, session: Session, pages: AsyncIterable<readonly ExportedRow[]>) => Promise<void>;

/** By the ending of the name. Error: `export_format`. */
function writerOf(path: string): Write {
  const ending = /\.(xlsx|csv|jsonl)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === "xlsx")
    return (to, session, pages) => writeSheet(to, session.text("exports.sheet"), cellsOf(session, pages));
  if (ending === "csv") return (to, session, pages) => writeLines(to, csvOf(cellsOf(session, pages)));
  if (ending === "jsonl") return (to, _, pages) => writeLines(to, jsonOf(pages));
  throw new EnishiError("export_format", { path });
}

async function* pagesOf({ house, call }: Session): AsyncGenerator<readonly ExportedRow[]> {
  let cursor: string | undefined;
  do {
    const page = await house.core.kernel.ask(listExportRows, { limit: 500, cursor }, call);
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

async function* cellsOf({ house, call, text }: Session, pages: AsyncIterable<readonly ExportedRow[]>) {
  const columns = sheetColumns(await house.core.kernel.ask(listExportColumns, {}, call), text);
  yield [columns.map(({ header }) => header)];
  for await (const rows of pages) yield rows.map((row) => columns.map((column) => column.cell(row)));
}

async function* jsonOf(pages: AsyncIterable<readonly ExportedRow[]>) {
  for await (const rows of pages) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** RFC 4180 in UTF-8 with the mark by which Excel knows it. */
async function* csvOf(pages: AsyncIterable<readonly (readonly string[])[]>) {
  yield "\ufeff";
  for await (const rows of pages) yield rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** An apostrophe in front makes a text of what a spreadsheet would work out. */
function quoted(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
