import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Child {
  process: ChildProcess;
  /** Everything that it has printed so far. */
  output(): string;
  /** Resolves when a line that matches is printed; rejects when it ends before. */
  printed(pattern: RegExp): Promise<string>;
  ended: Promise<number | null>;
}

/** Runs a program of the project, or of a test, in a process of its own. */
export function startChild(args: readonly string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const watchers = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk;
    for (const watch of watchers) watch();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const watch = () => {
        const found = pattern.exec(text);
        if (!found) return;
        watchers.delete(watch);
        resolve(found[0]);
      };
      watchers.add(watch);
      void ended.then((code) => reject(new Error(`ended with ${code} before ${pattern}:\n${text}`)));
      watch();
    });
  return { process: child, output: () => text, printed, ended };
}
