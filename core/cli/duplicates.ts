import type { Command } from "commander";
import {
  type DuplicatePair,
  examineDuplicates,
  listDuplicates,
  listMerges,
  mergeDuplicates,
  runExamination,
  splitDuplicates,
} from "../duplicates/index.ts";
import { print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { onWorkspace, type Session, withSession } from "./session.ts";

interface Options {
  workspace?: string;
  json?: boolean;
  limit: string;
}

export function register(program: Command): void {
  const duplicates = program.command("duplicates").description("重複 (名寄せ): 同じかもしれない顧客");
  const sub = (usage: string, description: string, isDefault = false) =>
    onWorkspace(
      duplicates.command(usage, { isDefault }).description(description).option("--json", "JSON で出力"),
    );
  sub("list", "同じかもしれない 2 件を、確からしい順に表示します", true)
    .option("--limit <n>", "件数", "20")
    .action((options: Options) => withSession(options, (session) => list(session, options)));
  sub("examine", "すべての顧客から重複を探します (何もまとめません)").action((options: Options) =>
    withSession(options, (session) => examine(session, options)),
  );
  sub("merge <keep> <merge>", "2 件目の顧客を 1 件目にまとめます (顧客の ID)").action(
    (keepId: string, mergeId: string, options: Options) =>
      withSession(options, (session) => merge(session, keepId, mergeId, options)),
  );
  sub("merges", "まとめた記録を新しい順に表示します")
    .option("--limit <n>", "件数", "20")
    .action((options: Options) => withSession(options, (session) => merges(session, options)));
  sub("split <id>", "まとめた顧客を元に分けます (まとめた記録の ID)").action((id: string, options: Options) =>
    withSession(options, (session) => split(session, id, options)),
  );
}

async function list({ house, call, text }: Session, options: Options): Promise<void> {
  const { kernel } = house.core;
  const found = await kernel.ask(listDuplicates, { limit: Number(options.limit) }, call);
  for (const pair of found.items) print(options.json, pair, sentence(pair, text));
  if (options.json) return;
  const total = found.total ?? 0;
  process.stdout.write(
    `${total > 0 ? text("duplicates.cli.total", { total }) : text("duplicates.cli.none")}\n`,
  );
}

/** 82% ㈱田中商事 (東京都) = 田中商事 (東京都): 電話が同じ、… and the two ids */
function sentence({ score, a, b, reasons }: DuplicatePair, text: Session["text"]): string {
  const side = (one: typeof a) => {
    const where = [one.parentName, one.prefecture].filter(Boolean).join(" ");
    return where === "" ? one.name : `${one.name} (${where})`;
  };
  const why = reasons.map(({ code }) => text(`duplicates.reason.${code}`)).join(" / ");
  return `${Math.round(score * 100)}%\t${side(a)}\t${side(b)}\t${why}\t${a.id}\t${b.id}`;
}

async function examine({ house, call, text }: Session, options: Options): Promise<void> {
  const { kernel } = house.core;
  const progress = progressLine(options.json === true, call.locale);
  await kernel.perform(examineDuplicates, { driver: "caller" }, call);
  const done = await runExamination(kernel, call, ({ examined, total }) =>
    progress.show(text("duplicates.cli.examining"), examined, total),
  ).finally(progress.end);
  if (!done) return;
  const { examined, found } = done;
  print(options.json, done, text("duplicates.cli.examined", { examined, found }));
}

async function merge(
  { house, call, text }: Session,
  keepId: string,
  mergeId: string,
  options: Options,
): Promise<void> {
  const done = await house.core.kernel.perform(mergeDuplicates, { keepId, mergeId }, call);
  print(options.json, done, text("duplicates.cli.merged", { id: done.id }));
}

async function merges({ house, call, text }: Session, options: Options): Promise<void> {
  const { items } = await house.core.kernel.ask(listMerges, { limit: Number(options.limit) }, call);
  for (const item of items) {
    const what = text(`duplicates.cli.as.${item.as}`, { kept: item.keptName, merged: item.mergedName });
    print(options.json, item, [item.createdAt, what, item.createdByName ?? "-", item.id].join("\t"));
  }
}

async function split({ house, call, text }: Session, id: string, options: Options): Promise<void> {
  const done = await house.core.kernel.perform(splitDuplicates, { id }, call);
  print(options.json, done, text("duplicates.cli.split"));
  if (done.kept.length > 0 && !options.json) {
    process.stdout.write(`${text("duplicates.cli.kept", { count: done.kept.length })}\n`);
  }
}
