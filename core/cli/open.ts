import type { Command } from "commander";
import { openWorkspace } from "../workspaces/index.ts";
import { print } from "./print.ts";
import { onWorkspace, withSession } from "./session.ts";

export function register(program: Command): void {
  onWorkspace(
    program
      .command("open")
      .description("準備中を終え、公開します (これ以後、関係する人へのお知らせが送られます)")
      .option("--json", "JSON で出力"),
  ).action((options: { workspace?: string; json?: boolean }) =>
    withSession(options, async ({ house, call, text }) => {
      const opened = await house.core.kernel.perform(openWorkspace, {}, call);
      print(options.json, opened, text("workspace.open"));
    }),
  );
}
