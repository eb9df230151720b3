import { once } from "node:events";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Command } from "commander";
import { noteBackup, takeBackup } from "../backup/index.ts";
import { systemClock } from "../kernel/clock.ts";
import { tableRules } from "../nouns.ts";
import { print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { onWorkspace, withSession } from "./session.ts";
import { writeWhole } from "./whole-file.ts";

export function register(program: Command): void {
  onWorkspace(
    program
      .command("backup <file>")
      .description("ワークスペース全体を 1 つのファイルに控えます (顧客・履歴・担当・変更履歴・取り込み)")
      .option("--json", "JSON で出力"),
  ).action((file: string, options: { workspace?: string; json?: boolean }) =>
    withSession(options, async ({ house, call, text }) => {
      const path = resolve(file);
      const now = systemClock.now();
      const progress = progressLine(options.json === true, call.locale);
      const from = { workspaceId: call.workspaceId, now };
      const label = text("backup.cli.working");
      let lines = 0;
      const rows = await writeZipped(path, (write) =>
        takeBackup(house.database, tableRules, from, async (text) => {
          await write(text);
          lines += text.split("\n").length - 1;
          progress.show(label, lines, null);
        }),
      ).finally(progress.end);
      const noted = { deed: "taken" as const, takenAt: now.toISOString(), rows };
      await house.core.kernel.perform(noteBackup, noted, call);
      print(options.json, { path, ...noted }, text("backup.cli.taken", { path, rows }));
    }),
  );
}

/** A compressed file that only its owner reads. Error: `file_not_written`. */
function writeZipped<T>(
  path: string,
  work: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  return writeWhole(
    path,
    async (file) => {
      const gzip = createGzip();
      const written = pipeline(gzip, file, { end: false });
      // Told to whoever writes next, or at the end.
      written.catch(() => {});
      const result = await work(async (text) => {
        if (!gzip.write(text)) await Promise.race([once(gzip, "drain"), written]);
      });
      gzip.end();
      await written;
      return result;
    },
    { mode: 0o600 },
  );
}
