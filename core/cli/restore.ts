import { createReadStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import { resolve } from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Command } from "commander";
import { noteBackup, restore } from "../backup/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { tableRules } from "../nouns.ts";
import { print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { withHouse } from "./session.ts";

export function register(program: Command): void {
  program
    .command("restore <file>")
    .description(
      "npx enishi backup のファイルを、顧客のいないデータベースに戻します (組み込みから PostgreSQL への引っ越しにも)",
    )
    .option("--json", "JSON で出力")
    .action(async (file: string, options: { json?: boolean }) => {
      const path = resolve(file);
      await access(path, constants.R_OK).catch((cause) => {
        throw new EnishiError("backup_not_found", { path }, { cause });
      });
      await withHouse(async ({ house, locale, text, callIn }) => {
        const progress = progressLine(options.json === true, locale);
        const restored = await restore(house.database, tableRules, linesOf(path), (rows) =>
          progress.show(text("backup.cli.restoring"), rows, null),
        ).finally(progress.end);
        const { workspace, takenAt, rows, customers } = restored;
        const noted = { deed: "restored" as const, takenAt, rows };
        await house.core.kernel.perform(noteBackup, noted, callIn(workspace.id));
        const at = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
        const said = { name: workspace.name, customers, rows, takenAt: at.format(new Date(takenAt)) };
        print(
          options.json,
          { workspace: workspace.slug, takenAt, rows, customers },
          text("backup.cli.restored", said),
        );
      });
    });
}

/** Lines without their breaks. A line separator inside a text (U+2028) is no break. Error: `backup_unreadable`. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createGunzip().setEncoding("utf8");
  pipeline(createReadStream(path), text, () => {});
  let rest = "";
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
  } catch (error) {
    const { code } = error as { code?: string };
    // Cut off in the middle of the compressed text.
    if (code === "Z_BUF_ERROR") throw new EnishiError("backup_incomplete", {}, { cause: error });
    throw new EnishiError("backup_unreadable", {}, { cause: error });
  }
  if (rest !== "") throw new EnishiError("backup_incomplete");
}
