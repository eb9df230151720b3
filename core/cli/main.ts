import { Command, CommanderError } from "commander";
import { isEnishiError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { terminalLocale } from "./locale.ts";
import { terminal } from "./open-house.ts";

/** The command line. A person gets a sentence; the exit code is 0 only when everything was done. */
export async function main(argv: string[]): Promise<void> {
  const program = new Command("enishi")
    .description("縁 Enishi: 顧客の記憶を Slack・Gmail・Sheets の中に")
    .helpCommand(false)
    .exitOverride();
  program
    .command("start")
    .description("サーバーを起動します (Slack も Google も設定がなければ練習用)")
    .action(async () => (await import("./start.ts")).start());
  for (const load of commands) (await load()).register(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = tell(error);
  }
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
];

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  const requestId = newId();
  process.stderr.write(`${terminal.errorText(error, terminalLocale(), requestId)}\n`);
  if (!isEnishiError(error)) process.stderr.write(`${requestId}: ${String(error)}\n`);
  return 1;
}
