import { basename } from "node:path";
import { type Command, Option } from "commander";
import { type ListKind, listKinds, openList } from "../imports/index.ts";
import { readCorrections } from "./column-map.ts";
import { listPresets } from "./presets.ts";
import { print } from "./print.ts";

interface ColumnsOptions {
  kind?: ListKind;
  sheet?: string;
  preset?: string;
  map?: string;
  encoding?: string;
  json?: boolean;
}

export function register(program: Command): void {
  program
    .command("columns <file>")
    .description("リストの列がどう読まれるかを表示します (何も取り込みません)")
    .addOption(
      new Option(
        "--kind <kind>",
        "リストの種類: customers・activities (対応履歴)・purchases (購入履歴)。指定しなければ見出しから判断",
      ).choices(listKinds),
    )
    .option("--sheet <name>", "対象のシート")
    .option("--preset <id>", "書き出し元のサービスの読み方 (指定しなければ見出しから判断)")
    .option("--map <file>", '列の対応表 (JSON: {"列名": "company"})')
    .option("--encoding <name>", "文字コード")
    .option("--json", "JSON で出力 (1 行に 1 列)")
    .action(async (file: string, options: ColumnsOptions) => {
      const columns = options.map ? readCorrections(options.map) : undefined;
      const presets = await listPresets();
      const list = await openList({ name: basename(file), bytes: file }, { ...options, presets, columns });
      for (const { column, field, confidence } of list.columns) {
        print(options.json, { column, field, confidence }, [column, field ?? "-", confidence].join("\t"));
      }
    });
}
