import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** What tells one run of a process from another that was given the same number. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string | null;
  host: string;
  bootId: string | null;
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid), host: hostname(), bootId: bootId() };
}

/** When the process with this number started, in the system's own notation; null when there is none. */
export function startOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      // Field 22 of /proc/<pid>/stat; the command in brackets may hold spaces.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
    }
    if (process.platform === "darwin") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    }
    process.kill(pid, 0);
    return "running";
  } catch {
    return null;
  }
}

export function bootId(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}
