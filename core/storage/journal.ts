import { type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { parseRecords, type StoredDelivery, writeDelivery, writeSettled } from "./journal-record.ts";

export interface JournalDelivery {
  /** The same key is kept once. */
  key: string;
  kind: string;
  body: Record<string, unknown>;
  /** ISO instant. */
  receivedAt: string;
}

/** What came in and was acknowledged, until it is done. One process writes one journal. */
export interface Journal {
  /**
   * Resolves when the delivery stands on the disk (fdatasync); deliveries that come together share one.
   * False: this key was kept before, and nothing was added. Rejects when the disk refuses; nothing is kept then.
   */
  append(delivery: JournalDelivery): Promise<boolean>;
  /** Marks a delivery as done. Not synced: what a power cut forgets is done again, so doing it is idempotent. */
  settle(key: string): Promise<void>;
  /** What is not settled, oldest first. */
  pending(): JournalDelivery[];
  /** Whether this key was kept lately (about the last 10,000). */
  knows(key: string): boolean;
  close(): Promise<void>;
}

export interface JournalLimits {
  /** The file is written anew when it has grown to this many bytes and most of it is settled. */
  rewriteAt?: number;
  /** How many settled keys are remembered, so that a repeat is recognised after a restart. */
  remember?: number;
}

/**
 * Opens the journal of a folder, making both when they are absent. A last line that a crash tore is cut off; a line
 * that the disk spoiled is passed over. Errors: those of the file system.
 */
export async function openJournal(folder: string, limits: JournalLimits = {}): Promise<Journal> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const journal = new FileJournal(folder, limits);
  await journal.load();
  return journal;
}

type Waiting = { line: string; durable: boolean; done: (error?: unknown) => void };

class FileJournal implements Journal {
  readonly #folder: string;
  readonly #rewriteAt: number;
  readonly #remember: number;
  readonly #open = new Map<string, StoredDelivery>();
  readonly #settled = new Set<string>();
  readonly #arriving = new Map<string, Promise<void>>();
  #file!: FileHandle;
  #size = 0;
  #openSize = 0;
  #queue: Waiting[] = [];
  #writing: Promise<void> | null = null;

  constructor(folder: string, limits: JournalLimits) {
    this.#folder = folder;
    this.#rewriteAt = limits.rewriteAt ?? 8 * 1024 * 1024;
    this.#remember = limits.remember ?? 10_000;
  }

  async load(): Promise<void> {
    this.#file = await open(this.#path(), "a+", 0o600);
    for (const record of parseRecords(await this.#file.readFile("utf8"))) {
      if ("settled" in record) this.#forget(record.settled);
      else this.#keep(record);
    }
    // What is done need not stay on the disk, and a torn end must not be written behind.
    await this.#rewrite();
  }

  async append(delivery: JournalDelivery): Promise<boolean> {
    const arriving = this.#arriving.get(delivery.key);
    if (arriving) return arriving.then(() => false);
    if (this.knows(delivery.key)) return false;
    const line = writeDelivery(delivery);
    const written = this.#write(line, true);
    this.#arriving.set(delivery.key, written);
    try {
      await written;
      this.#keep({ delivery, line });
    } finally {
      this.#arriving.delete(delivery.key);
    }
    return true;
  }

  async settle(key: string): Promise<void> {
    if (!this.#open.has(key)) return;
    this.#forget(key);
    await this.#write(writeSettled(key), false);
  }

  pending(): JournalDelivery[] {
    return [...this.#open.values()].map(({ delivery }) => delivery);
  }

  knows(key: string): boolean {
    return this.#open.has(key) || this.#settled.has(key);
  }

  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.#file.close();
  }

  #keep(stored: StoredDelivery): void {
    this.#open.set(stored.delivery.key, stored);
    this.#openSize += Buffer.byteLength(stored.line);
  }

  #forget(key: string): void {
    const stored = this.#open.get(key);
    if (stored) this.#openSize -= Buffer.byteLength(stored.line);
    this.#open.delete(key);
    this.#settled.add(key);
    if (this.#settled.size <= this.#remember) return;
    for (const oldest of this.#settled) {
      this.#settled.delete(oldest);
      return;
    }
  }

  #write(line: string, durable: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ line, durable, done: (error) => (error === undefined ? resolve() : reject(error)) });
      this.#writing ??= this.#drain();
    });
  }

  /** Writes everything that waits in one piece, with one fdatasync, until nothing waits. */
  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      const error = await this.#writeBatch(batch).then(
        () => undefined,
        (reason: unknown) => reason ?? new Error("The journal could not be written"),
      );
      for (const { done } of batch) done(error);
    }
    this.#writing = null;
  }

  async #writeBatch(batch: Waiting[]): Promise<void> {
    if (this.#size >= this.#rewriteAt && this.#openSize < this.#size / 2) await this.#rewrite();
    const bytes = Buffer.from(batch.map(({ line }) => line).join(""));
    try {
      await writeFully(this.#file, bytes, this.#size);
      if (batch.some(({ durable }) => durable)) await this.#file.datasync();
      this.#size += bytes.length;
    } catch (error) {
      // Half a batch must not stay before the next one. When even that fails, its torn line is passed over.
      await this.#file.truncate(this.#size).catch(() => {});
      throw error;
    }
  }

  /** Puts a file with only what is still needed in the place of the old one, at once or not at all. */
  async #rewrite(): Promise<void> {
    const fresh = `${this.#path()}.new`;
    const lines = [
      ...[...this.#settled].map(writeSettled),
      ...[...this.#open.values()].map(({ line }) => line),
    ];
    const bytes = Buffer.from(lines.join(""));
    const file = await open(fresh, "w", 0o600);
    try {
      await writeFully(file, bytes, 0);
      await file.datasync();
      await rename(fresh, this.#path());
    } catch (error) {
      await file.close();
      throw error;
    }
    await this.#file.close();
    await syncFolder(this.#folder);
    this.#file = file;
    this.#size = bytes.length;
  }

  #path(): string {
    return join(this.#folder, "inbox.journal");
  }
}

/** `write` may take only a part; on a full disk it does. */
async function writeFully(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

/** Makes the rename itself outlast a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
