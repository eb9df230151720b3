import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/enishi.mjs", import.meta.url));

/** Several processes one after another, on a machine that may have other things to do. */
export const slow = 300_000;

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Starts a command on the embedded database of a data folder, in Japanese. */
export function startEnishi(
  dataDir: string,
  args: readonly string[],
): { child: ChildProcess; ended: Promise<Ran> } {
  const env = { ...process.env, ENISHI_DATA_DIR: dataDir, LANG: "ja_JP.UTF-8", LC_ALL: "", DATABASE_URL: "" };
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return {
    child,
    ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err }))),
  };
}

/** Runs one to its end. */
export function runEnishi(dataDir: string, ...args: string[]): Promise<Ran> {
  return startEnishi(dataDir, args).ended;
}
