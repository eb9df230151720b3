import type { Command } from "commander";
import { EnishiError } from "../kernel/errors.ts";
import { listMembers } from "../members/index.ts";
import { readComposition } from "./open-house.ts";
import { print } from "./print.ts";
import { firstWorkspace, withHouse } from "./session.ts";

export function register(program: Command): void {
  program
    .command("seed")
    .description("練習用の会社 (メンバー・顧客・対応履歴) を用意します。何度実行しても増えません")
    .option("--json", "JSON で出力")
    .action(seed);
}

/** Errors: `seed_not_practice` when Slack or Google is configured, and those of `openHouse`. */
async function seed(options: { json?: boolean }): Promise<void> {
  const { settings } = await readComposition("check");
  if (!settings.practice) throw new EnishiError("seed_not_practice");
  await withHouse(async ({ house, text, callIn }) => {
    const { kernel, plugins, host } = house.core;
    try {
      const workspace = await host("cli").workspace(await firstWorkspace(house));
      for (const plugin of plugins) await plugin.seed?.(host(plugin.name));
      const { items } = await kernel.ask(listMembers, {}, callIn(workspace.id));
      const said = { name: workspace.name, members: items.length };
      print(options.json, { workspace: workspace.slug, members: items.length }, text("seed.done", said));
    } finally {
      for (const plugin of plugins) await plugin.stop?.();
    }
  }, "seed");
}
