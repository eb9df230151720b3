import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { EnishiError } from "../../kernel/errors.ts";
import { sha256 } from "../../kernel/ids.ts";
import { makeDataFolder } from "../data-folder.ts";
import { type Endpoint, findHolder, takeLock } from "./lock.ts";

export interface EmbeddedDatabase {
  /** How `pg` reaches it. */
  connection: { host: string; port?: number };
  /** True when this process runs it; false when it is a guest of the server that does. */
  own: boolean;
  fresh: boolean;
  close(): Promise<void>;
}

/**
 * Opens the embedded database of a data folder. A folder that a live process has open is either joined over its
 * socket (`join`: the command line while the server runs) or refused with `data_folder_in_use`.
 * Error too: `data_folder_unusable`.
 */
export async function openEmbedded(
  dataDir: string,
  options: { join: boolean; onRecovering?: () => void },
): Promise<EmbeddedDatabase> {
  makeDataFolder(dataDir);
  const lockPath = join(dataDir, "enishi.lock");
  const endpoint = await chooseEndpoint(dataDir);
  const taken = await takeLock(lockPath, endpoint);
  if ("holder" in taken) {
    if (!options.join) {
      throw new EnishiError("data_folder_in_use", {
        folder: dataDir,
        pid: taken.holder.pid,
        host: taken.holder.host,
      });
    }
    return {
      connection: connectionOf(taken.holder.endpoint),
      own: false,
      fresh: false,
      close: async () => {},
    };
  }
  if (taken.tookOver) options.onRecovering?.();
  try {
    return await startWorker(dataDir, endpoint, taken.lock.release);
  } catch (error) {
    taken.lock.release();
    throw error;
  }
}

/** The live holder of a data folder, if any. */
export function holderOf(dataDir: string) {
  return findHolder(join(dataDir, "enishi.lock"));
}

async function startWorker(
  dataDir: string,
  endpoint: Endpoint,
  release: () => void,
): Promise<EmbeddedDatabase> {
  if ("socket" in endpoint) rmSync(endpoint.socket, { force: true });
  const worker = new Worker(new URL("./worker.mjs", import.meta.url), {
    workerData: {
      dataFolder: join(dataDir, "pg"),
      ...endpoint,
    },
    // The flags of this process (a loader, an inspector) are not for the worker.
    execArgv: [],
  });
  const ready = await answerOf(worker);
  if (ready.failed)
    throw new EnishiError("embedded_database_broken", { folder: dataDir, reason: ready.failed });
  return {
    connection: connectionOf(endpoint),
    own: true,
    fresh: ready.fresh === true,
    close: async () => {
      worker.postMessage("close");
      await answerOf(worker);
      await worker.terminate();
      release();
    },
  };
}

function answerOf(worker: Worker): Promise<{ ready?: boolean; fresh?: boolean; failed?: string }> {
  return new Promise((resolve) => {
    worker.once("message", resolve);
    worker.once("error", (error) => resolve({ failed: error.message }));
    worker.once("exit", () => resolve({ failed: "exit" }));
  });
}

/** A unix socket in the data folder; elsewhere when its path is too long for one; a loopback port on Windows. */
async function chooseEndpoint(dataDir: string): Promise<Endpoint> {
  if (process.platform === "win32") return { port: await freePort() };
  const inside = join(dataDir, ".s.PGSQL.5432");
  if (Buffer.byteLength(inside) < 100) return { socket: inside };
  const folder = join(tmpdir(), `enishi-${sha256(dataDir).slice(0, 16)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { socket: join(folder, ".s.PGSQL.5432") };
}

function connectionOf(endpoint: Endpoint): { host: string; port?: number } {
  return "socket" in endpoint
    ? { host: join(endpoint.socket, "..") }
    : { host: "127.0.0.1", port: endpoint.port };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
