import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Command } from "commander";
import { noteBackup, takeBackup } from "../backup/index.ts";
import { systemClock } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { tableRules } from "../nouns.ts";
import { print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { onWorkspace, withSession } from "./session.ts";

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
      const target = await openTarget(path);
      let lines = 0;
      const rows = await takeBackup(
        house.database,
        tableRules,
        { workspaceId: call.workspaceId, now },
        async (line) => {
          await target.write(line);
          lines += line.split("\n").length - 1;
          progress.show(text("backup.cli.working"), lines, null);
        },
      )
        .then(async (count) => {
          await target.keep();
          return count;
        })
        .catch(async (error) => {
          await target.discard();
          throw error;
        })
        .finally(progress.end);
      const noted = { deed: "taken" as const, takenAt: now.toISOString(), rows };
      await house.core.kernel.perform(noteBackup, noted, call);
      print(options.json, { path, ...noted }, text("backup.cli.taken", { path, rows }));
    }),
  );
}

/** A file that is there when it is complete, and only its owner reads. Error: `backup_not_written`. */
async function openTarget(path: string) {
  const half = `${path}.new`;
  const file = createWriteStream(half, { mode: 0o600 });
  const gzip = createGzip();
  let fault: unknown = null;
  const failed = (error: unknown) => {
    fault ??= error;
  };
  file.on("error", failed);
  gzip.on("error", failed).pipe(file);
  const check = () => {
    if (fault) throw new EnishiError("backup_not_written", { path }, { cause: fault });
  };
  return {
    write: async (text: string) => {
      check();
      if (!gzip.write(text)) await new Promise((resume) => gzip.once("drain", resume).once("close", resume));
    },
    keep: async () => {
      gzip.end();
      await finished(file).catch(failed);
      check();
      await rename(half, path).catch(failed);
      check();
    },
    discard: async () => {
      gzip.destroy();
      file.destroy();
      await rm(half, { force: true });
    },
  };
}
