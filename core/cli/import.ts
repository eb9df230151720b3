import { type Command, Option } from "commander";
import { type ListKind, listKinds } from "../imports/index.ts";
import { readCorrections } from "./column-map.ts";
import { importFile } from "./import-file.ts";
import { listPresets } from "./presets.ts";
import { onWorkspace, withSession } from "./session.ts";

export interface ImportCliOptions {
  kind?: ListKind;
  purpose?: string;
  source?: string;
  sheet?: string;
  preset?: string;
  map?: string;
  encoding?: string;
  dryRun?: boolean;
  report?: string;
  workspace?: string;
  json?: boolean;
}

export function register(program: Command): void {
  onWorkspace(
    program
      .command("import <file>")
      .description(
        "顧客リスト (CSV・TSV・Excel) を取り込みます。途中で止まっても、もう一度実行すれば続きから行います",
      )
      .addOption(
        new Option(
          "--kind <kind>",
          "リストの種類: customers (顧客)・activities (対応履歴)・purchases (購入履歴)。指定しなければ見出しから判断",
        ).choices(listKinds),
      )
      .option("--purpose <text>", "利用目的 (顧客ごとに残します)")
      .option("--source <text>", "取得元 (顧客ごとに残します)")
      .option("--sheet <name>", "取り込むシート (指定しなければ、顧客リストのシートすべて)")
      .option("--preset <id>", "書き出し元のサービスの読み方 (指定しなければ見出しから判断)")
      .option("--map <file>", '列の対応表 (JSON: {"列名": "company"})')
      .option("--encoding <name>", "文字コード (指定しなければ自動で判断)")
      .option("--dry-run", "取り込み前チェックだけ行います")
      .option(
        "--report <file>",
        "行ごとの結果を書き出すファイル (.xlsx なら元の行に判定を付けて、ほかは JSONL)",
      )
      .option("--json", "結果を JSON で出力"),
  ).action(async (file: string, options: ImportCliOptions) => {
    const columns = options.map ? readCorrections(options.map) : undefined;
    // The plugins are read while the database opens.
    const presets = listPresets();
    presets.catch(() => {});
    const complete = await withSession(options, async (session) =>
      importFile(session, file, options, { columns, presets: await presets }),
    );
    if (!complete) process.exitCode = 1;
  });
}
