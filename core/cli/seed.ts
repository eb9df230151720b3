import type { Command } from "commander";
import { systemClock } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { listMembers } from "../members/index.ts";
import { ensureWorkspace } from "../workspaces/index.ts";
import { terminalLocale } from "./locale.ts";
import { openHouse, readComposition } from "./open-house.ts";
import { print } from "./print.ts";
import { practiceOrMain } from "./session.ts";

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
  const house = await openHouse("seed");
  const { core } = house;
  try {
    const workspace = practiceOrMain(house, true);
    const parts = { database: house.database, clock: systemClock, newId };
    const workspaceId = await ensureWorkspace(parts, workspace);
    for (const plugin of core.plugins) await plugin.seed?.(core.host(plugin.name));
    const locale = terminalLocale();
    const { items } = await core.kernel.ask(
      listMembers,
      {},
      { workspaceId, actor: { kind: "operator" }, surface: "cli", locale, requestId: newId() },
    );
    await core.kernel.flush();
    print(
      options.json,
      { workspace: workspace.slug, members: items.length },
      core.translator.text(locale, "seed.done", { name: workspace.name, members: items.length }),
    );
  } finally {
    for (const plugin of core.plugins) await plugin.stop?.();
    await house.close();
  }
}
