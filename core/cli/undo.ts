import type { Command } from "commander";
import { getImport, listKeptCustomers, runUndo, undoImport } from "../imports/index.ts";
import { print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { onWorkspace, withSession } from "./session.ts";

const namesShown = 20;

export function register(program: Command): void {
  onWorkspace(
    program
      .command("undo <importId>")
      .description("取り込みを取り消します。取り込み後に使われた顧客は残し、名前を知らせます")
      .option("--json", "JSON で出力"),
  ).action((importId: string, options: { workspace?: string; json?: boolean }) =>
    withSession(options, async ({ house, call, text }) => {
      const { kernel } = house.core;
      const progress = progressLine(options.json === true, call.locale);
      await kernel.perform(undoImport, { importId, driver: "caller" }, call);
      await runUndo(kernel, importId, call, ({ undone }) =>
        progress.show(text("import.cli.undoing"), undone, null),
      ).finally(progress.end);
      const view = await kernel.ask(getImport, { importId }, call);
      const { removed, restored, kept } = view.counts;
      print(options.json, view, text("import.cli.undone", { removed, restored, kept }));
      const { entriesRemoved, entriesKept } = view.counts;
      if (options.json) return;
      if (entriesRemoved + entriesKept > 0) {
        const said = text("import.cli.undone_entries", { removed: entriesRemoved, kept: entriesKept });
        process.stdout.write(`${said}\n`);
      }
      if (kept + entriesKept === 0) return;
      const { items } = await kernel.ask(listKeptCustomers, { importId, limit: namesShown }, call);
      const more = kept > items.length ? [text("import.cli.kept_more", { count: kept - items.length })] : [];
      const names = [...items.map((item) => item.name), ...more].join(call.locale === "ja" ? "、" : ", ");
      process.stdout.write(`${text("import.cli.kept", { names })}\n`);
    }),
  );
}
