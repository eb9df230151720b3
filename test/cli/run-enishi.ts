import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/enishi.mjs", import.meta.url));

/** Several processes one after another, on a machine that may have other things to do. */
export const slow = 300_000;

/** Runs a command on the embedded database of a data folder, in Japanese, to its end. */
export function runEnishi(
  dataDir: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, ENISHI_DATA_DIR: dataDir, LANG: "ja_JP.UTF-8", LC_ALL: "", DATABASE_URL: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
