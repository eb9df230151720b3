import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { startChild } from "../support/child.ts";
import type { BenchHouse } from "./house.ts";

export interface RunningServer {
  url: string;
  /** Seconds from the start of the process to the line that says it is ready. */
  readyAfter: number;
  /** Megabytes of memory that the process holds now. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts Enishi as a person does, on the house's database, and waits until it says that it is ready. */
export async function startServer(
  where: Pick<BenchHouse, "dataDir" | "databaseUrl">,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = startChild(["bin/enishi.mjs", "start"], {
    ...withoutOurSettings(),
    PORT: String(port),
    HOST: "127.0.0.1",
    LOG_LEVEL: "error",
    ENISHI_DATA_DIR: where.dataDir,
    ...(where.databaseUrl ? { DATABASE_URL: where.databaseUrl } : {}),
    ...env,
  });
  await child.printed(new RegExp(url));
  const readyAfter = (performance.now() - began) / 1_000;
  return {
    url,
    readyAfter,
    memory: () => memoryOf(child.process.pid!),
    stop: async () => {
      child.process.kill("SIGTERM");
      const ended = await Promise.race([child.ended.then(() => true), wait(30_000, false)]);
      if (!ended) child.process.kill("SIGKILL");
    },
  };
}

/** An empty variable counts as not set. */
function withoutOurSettings(): Record<string, string> {
  const ours = /^(?:SLACK_|GOOGLE_|ENISHI_|DATABASE_URL$|PUBLIC_URL$)/;
  return Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => ours.test(name))
      .map((name) => [name, ""]),
  );
}

function memoryOf(pid: number): number {
  if (process.platform === "linux") {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes) / 1024;
  }
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
