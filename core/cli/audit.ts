import type { Command } from "commander";
import { listAudit } from "../audit/index.ts";
import { print } from "./print.ts";
import { onWorkspace, withSession } from "./session.ts";

export function register(program: Command): void {
  onWorkspace(
    program
      .command("audit")
      .description("変更履歴: 誰が、いつ、何を、どこから変えたか (新しい順)")
      .option("--customer <id>", "この顧客だけ")
      .option("--limit <n>", "件数", "50")
      .option("--json", "JSON で出力 (1 行に 1 件)"),
  ).action((options: { customer?: string; limit: string; json?: boolean; workspace?: string }) =>
    withSession(options, async ({ house, call }) => {
      const input = { customerId: options.customer, limit: Number(options.limit) };
      const { items } = await house.core.kernel.ask(listAudit, input, call);
      for (const item of items) {
        const sentence = [
          item.at,
          item.actorName,
          item.surface,
          item.operation,
          item.outcome,
          item.entityId ?? "",
        ];
        print(options.json, item, sentence.join("\t"));
      }
    }),
  );
}
