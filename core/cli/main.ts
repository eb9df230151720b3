import { Command, CommanderError } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { isEnishiError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Translator } from "../kernel/translator.ts";
import { terminalLocale } from "./locale.ts";

/** The command line. A person gets a sentence; the exit code is 0 only when everything was done. */
export async function main(argv: string[]): Promise<void> {
  // `… | head` closes the pipe when it has seen enough.
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code === "EPIPE") process.exit(0);
    throw fault;
  });
  const program = new Command("enishi")
    .description("縁 Enishi: 顧客の記憶を Slack・Gmail・Sheets の中に")
    .version(packageJson.version, "-V, --version", "版を表示します")
    .helpCommand(false);
  program
    .command("start")
    .description("サーバーを起動します (Slack も Google も設定がなければ練習用)")
    .action(async () => {
      const early = (await import("./open-early.ts")).openEarly();
      await (await import("./start.ts")).start(early);
    });
  // A start needs none of the others, and reading them takes a second.
  const others = argv[2] === "start" ? [] : commands;
  for (const load of others) (await load()).register(program);
  quiet(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    // What a start that failed has opened (listeners, timers) must not keep the process.
    process.exit(await tell(error));
  }
}

/** A wrong call is told by `tell`, in the person's language. */
function quiet(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {} });
  for (const sub of command.commands) quiet(sub);
}

/** Each is loaded only for its registration; the heavy parts are imported by its action. */
const commands: (() => Promise<{ register(program: Command): void }>)[] = [
  () => import("./token.ts"),
  () => import("./member.ts"),
  () => import("./open.ts"),
  () => import("./audit.ts"),
  () => import("./import.ts"),
  () => import("./columns.ts"),
  () => import("./undo.ts"),
  () => import("./duplicates.ts"),
  () => import("./export.ts"),
  () => import("./backup.ts"),
  () => import("./restore.ts"),
  () => import("./doctor.ts"),
  () => import("./seed.ts"),
];

async function tell(error: unknown): Promise<number> {
  const { terminal } = await import("./open-house.ts");
  if (error instanceof CommanderError) return tellUsage(error, terminal);
  const requestId = newId();
  process.stderr.write(`${terminal.errorText(error, terminalLocale(), requestId)}\n`);
  if (!isEnishiError(error)) process.stderr.write(`${requestId}: ${String(error)}\n`);
  return 1;
}

/** A call that cannot be understood, in our words; --help and --version are no errors. */
function tellUsage(error: CommanderError, terminal: Translator): number {
  if (error.exitCode === 0) return 0;
  const named = /['"]([^'"]+)['"]/.exec(error.message)?.[1] ?? "";
  const locale = terminalLocale();
  const known = terminal.has(`cli.${error.code}`) ? `cli.${error.code}` : "cli.commander.other";
  process.stderr.write(`${terminal.text(locale, known, { named })}\n`);
  return error.exitCode;
}
