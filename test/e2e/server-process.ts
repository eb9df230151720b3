import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const program = resolve(import.meta.dirname, "../../bin/enishi.mjs");

/** What must not leak in from the shell that runs the tests: with any of them it would be no practice workspace. */
const UNSET = [
  "SLACK_SIGNING_SECRET",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_CLIENT_ID",
  "GOOGLE_OIDC_AUDIENCES",
];

export interface ServerProcess {
  url: string;
  /** Everything it printed so far. */
  printed: () => string;
  /** Runs another command on the same data folder; gives what it printed. */
  run: (...args: string[]) => Promise<string>;
  /** Asks it to end, as Ctrl-C does; gives the exit code. */
  stop: () => Promise<number | null>;
  /** Ends it if need be and removes its data. */
  remove: () => Promise<void>;
}

/** Starts a real server on a free port, with a data folder of its own whose name has a space and Japanese in it. */
export async function startServerProcess(): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), "enishi e2e "));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: `${port}`,
    ENISHI_DATA_DIR: join(folder, "データ"),
    LANG: "ja_JP.UTF-8",
    LC_ALL: "",
    LOG_LEVEL: "error",
  };
  for (const name of [...UNSET, "DATABASE_URL", "HOST", "PUBLIC_URL", "ENISHI_MEMBERS"]) delete env[name];
  const server = spawn(process.execPath, [program, "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (printed += String(text)));
  const ended = new Promise<number | null>((done) => server.once("exit", (code) => done(code)));
  const remove = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(server, () => printed);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    printed: () => printed,
    run: async (...args) => (await promisify(execFile)(process.execPath, [program, ...args], { env })).stdout,
    stop: () => {
      server.kill("SIGTERM");
      return ended;
    },
    remove,
  };
}

/** Resolves with the line that names the address; rejects with all that was printed when the process ends first. */
function ready(server: ChildProcess, printed: () => string): Promise<void> {
  return new Promise((done, fail) => {
    const look = () => {
      if (printed().includes("/playground")) done();
    };
    server.stdout?.on("data", look);
    // Not "exit": what it printed last may still be on its way then.
    server.once("close", () => fail(new Error(`The server did not start:\n${printed()}`)));
    server.once("error", fail);
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
