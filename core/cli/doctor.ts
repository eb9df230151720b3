import type { Command } from "commander";
import { newId } from "../kernel/ids.ts";
import { print } from "./print.ts";

const marks = { ok: "✓", warn: "!", fail: "✗" } as const;

export function register(program: Command): void {
  program
    .command("doctor")
    .description("設定・データの置き場所・データベースに問題がないか調べます")
    .option("--json", "JSON で出力 (1 行に 1 件)")
    .action(async (options: { json?: boolean }) => {
      const [{ findings }, { terminal }, { terminalLocale }] = await Promise.all([
        import("./checks.ts"),
        import("./open-house.ts"),
        import("./locale.ts"),
      ]);
      const locale = terminalLocale();
      for await (const { check, state, key, params } of findings()) {
        const text =
          typeof key === "string"
            ? terminal.text(locale, key, params)
            : terminal.errorText(key.error, locale, newId());
        print(options.json, { check, state, text }, `${marks[state]} ${text}`);
        if (state === "fail") process.exitCode = 1;
      }
    });
}
