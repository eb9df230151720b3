import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { newId } from "../../kernel/ids.ts";
import { type ProcessIdentity, startOf, thisProcess } from "./process-identity.ts";

/** Where the holder of the embedded database answers. */
export type Endpoint = { socket: string } | { port: number };

export interface LockHolder extends ProcessIdentity {
  endpoint: Endpoint;
  key: string;
}

export interface Lock {
  release(): void;
}

/**
 * Takes the lock of a data folder, or names who holds it. PGlite itself lets two processes open one folder,
 * and the second one's rows are lost without a word, so this file is what stands between them.
 * A lock is taken over only from a holder that is proved dead: never from a live or a frozen one. `tookOver` tells
 * that the last holder did not close the database.
 */
export async function takeLock(
  path: string,
  endpoint: Endpoint,
): Promise<{ lock: Lock; tookOver: boolean } | { holder: LockHolder }> {
  mkdirSync(dirname(path), { recursive: true });
  let tookOver = false;
  const mine: LockHolder = { ...thisProcess(), endpoint, key: newId() };
  for (;;) {
    if (createExclusively(path, mine)) {
      return { lock: { release: () => releaseLock(path, mine) }, tookOver };
    }
    const holder = readLock(path);
    if (!holder) {
      removeUnfinished(path);
      await setTimeout(50);
      continue;
    }
    if (await isAlive(holder)) return { holder };
    removeStale(path, holder);
    tookOver = true;
  }
}

/** Who holds the lock and is alive; null when nobody does. */
export async function findHolder(path: string): Promise<LockHolder | null> {
  const holder = readLock(path);
  return holder && (await isAlive(holder)) ? holder : null;
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  const me = thisProcess();
  if (holder.host === me.host && holder.bootId === me.bootId) {
    return startOf(holder.pid) !== null && startOf(holder.pid) === holder.startedAt;
  }
  // Same machine, another container: its process number says nothing here, but the kernel accepts a connection
  // for a frozen holder too and refuses one for a dead holder.
  if (holder.bootId === me.bootId) return accepts(holder.endpoint);
  // The machine was restarted since. Another machine (a shared folder) cannot be asked: it keeps its lock.
  return holder.host !== me.host;
}

function accepts(endpoint: Endpoint): Promise<boolean> {
  return new Promise((resolve) => {
    const socket =
      "socket" in endpoint ? connect(endpoint.socket) : connect({ host: "127.0.0.1", port: endpoint.port });
    const answer = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}

function createExclusively(path: string, holder: LockHolder): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, JSON.stringify(holder));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readLock(path: string): LockHolder | null {
  try {
    const text = readFileSync(path, "utf8");
    // Created but not yet written, or cut off by a full disk: nobody got as far as opening the database.
    return text === "" ? null : (JSON.parse(text) as LockHolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * A lock without a holder inside was cut off between its creation and its writing (a full disk, a kill). Whoever is
 * about to write it does so within a moment, so only an old one is removed.
 */
function removeUnfinished(path: string): void {
  try {
    if (Date.now() - statSync(path).mtimeMs > 5_000) rmSync(path, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Moves the dead holder's lock aside; when somebody else was quicker, puts theirs back. */
function removeStale(path: string, stale: LockHolder): void {
  const aside = `${path}.${newId()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (readLock(aside)?.key === stale.key) rmSync(aside);
  else renameSync(aside, path);
}

function releaseLock(path: string, mine: LockHolder): void {
  if (readLock(path)?.key === mine.key) rmSync(path);
}
