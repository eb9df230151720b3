import type { Command } from "commander";
import { createToken } from "../members/index.ts";
import { print } from "./print.ts";
import { onWorkspace, withSession } from "./session.ts";

export function register(program: Command): void {
  const token = program.command("token").description("API トークン");
  onWorkspace(
    token
      .command("create")
      .description("メンバーとして動く API トークンを作ります (表示は一度だけ)")
      .requiredOption("--member <email>", "メンバーのメールアドレス")
      .option("--label <text>", "何のためのトークンか", "")
      .option("--json", "JSON で出力"),
  ).action((options: { member: string; label: string; json?: boolean; workspace?: string }) =>
    withSession(options, async ({ house, call }) => {
      const input = { email: options.member, label: options.label };
      const { token } = await house.core.kernel.perform(createToken, input, call);
      print(options.json, { token }, token);
    }),
  );
}
