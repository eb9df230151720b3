import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import {
  type Corrections,
  checkFile,
  commitImport,
  type Door,
  getImport,
  type ImportView,
  listImports,
  type OpenedList,
  runImport,
  sizeLimit,
  unreadable,
} from "../imports/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { ImportPreset } from "../kernel/import-preset.ts";
import type { ImportCliOptions } from "./import.ts";
import { refuseSameFile, writeReport } from "./import-report.ts";
import { checkLines, openedLines, summaryLines } from "./import-summary.ts";
import { progressLine } from "./progress.ts";
import type { Session } from "./session.ts";

/**
 * Imports a file from the terminal, or goes on with an import of the same file that was cut off. True when every row
 * is accounted for.
 */
export async function importFile(
  session: Session,
  path: string,
  options: ImportCliOptions,
  known: { columns: Corrections | undefined; presets: readonly ImportPreset[] },
): Promise<boolean> {
  const { house, call, text } = session;
  const { kernel } = house.core;
  const door: Door = { perform: kernel.perform, ask: kernel.ask, importPresets: () => known.presets };
  const progress = progressLine(options.json === true, call.locale);
  const say = (line: string) => {
    if (!options.json) process.stdout.write(`${line}\n`);
  };
  const file = { name: basename(path), bytes: path };
  if (options.report) await refuseSameFile(path, options.report);
  const fileHash = await hashOf(path);
  const begun = await findUnfinished(session, fileHash, options);
  try {
    let view = begun?.state === "running" ? begun : await check(begun);
    if (begun?.state !== "running") for (const line of checkLines(view, session)) say(line);
    if (options.dryRun) {
      if (options.report) await writeReport(session, view.importId, options.report);
      return finish(view, [text("import.cli.checked")]);
    }
    if (begun?.state === "running") say(text("import.cli.resumed", numbersOf(view)));
    await kernel.perform(commitImport, { importId: view.importId, driver: "caller" }, call);
    await runImport(kernel, view.importId, call, ({ applied, total }) =>
      progress.show(text("import.cli.applying"), applied, total),
    );
    progress.end();
    if (options.report) await writeReport(session, view.importId, options.report);
    view = await kernel.ask(getImport, { importId: view.importId }, call);
    return finish(view, []);
  } finally {
    progress.end();
  }

  function check(earlier: ImportView | null): Promise<ImportView> {
    const { kind, purpose, source, sheet, encoding, preset } = options;
    const { columns, presets } = known;
    const onOpened = (list: OpenedList) => {
      for (const line of openedLines(list, presets, session)) say(line);
    };
    const onRow = (row: number) => progress.show(text("import.cli.reading"), row, null);
    const how = {
      kind,
      purpose,
      source,
      sheet,
      encoding,
      preset,
      columns,
      fileHash,
      onOpened,
      onRow,
      importId: earlier?.importId,
    };
    return checkFile(door, file, how, call).finally(progress.end);
  }

  function finish(view: ImportView, more: readonly string[]): boolean {
    const complete = view.equation.balanced && (options.dryRun === true || view.counts.ready === 0);
    if (options.json) process.stdout.write(`${JSON.stringify(view)}\n`);
    for (const line of summaryLines(view, session, options.report ?? null)) say(line);
    for (const line of more) say(line);
    if (!complete) process.stderr.write(`${text("import.cli.unbalanced")}\n`);
    return complete;
  }
}

/** SHA-256 of a file, read in pieces. Errors: `file_not_found`, `file_too_large`. */
async function hashOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > sizeLimit.bytes) {
      throw new EnishiError("file_too_large", { name: basename(path), limit: sizeLimit.label });
    }
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest("hex");
  } catch (cause) {
    throw cause instanceof EnishiError ? cause : unreadable(path, cause);
  }
}

/** An import of the same bytes that was cut off, or only checked: it is gone on with. */
async function findUnfinished(
  { house, call }: Session,
  fileHash: string,
  options: ImportCliOptions,
): Promise<ImportView | null> {
  const { items } = await house.core.kernel.ask(listImports, { fileHash, limit: 20 }, call);
  const sameSheet = (view: ImportView) => options.sheet === undefined || view.sheet === options.sheet;
  const unfinished = items.filter((view) => ["reading", "checked", "running"].includes(view.state));
  return unfinished.find(sameSheet) ?? null;
}

function numbersOf({ progress }: ImportView): Record<string, string> {
  return { applied: progress.applied.toLocaleString("en-US"), total: progress.total.toLocaleString("en-US") };
}
