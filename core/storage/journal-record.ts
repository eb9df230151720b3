import { crc32 } from "node:zlib";
import type { JournalDelivery } from "./journal.ts";

export type StoredDelivery = { delivery: JournalDelivery; line: string };
export type JournalRecord = StoredDelivery | { settled: string };

/** One line of the journal: the CRC-32 of what follows in hex, a space, JSON, a line break. */
export function writeDelivery(delivery: JournalDelivery): string {
  return withChecksum(JSON.stringify({ delivery }));
}

export function writeSettled(key: string): string {
  return withChecksum(JSON.stringify({ settled: key }));
}

/** Reads a journal. Lines that are torn or spoiled, wherever they stand, are passed over. */
export function* parseRecords(text: string): Generator<JournalRecord> {
  for (const line of text.split("\n")) {
    const json = line.slice(9);
    if (json === "" || line.slice(0, 9) !== `${checksum(json)} `) continue;
    const record = JSON.parse(json) as { delivery: JournalDelivery } | { settled: string };
    yield "settled" in record ? record : { delivery: record.delivery, line: `${line}\n` };
  }
}

function withChecksum(json: string): string {
  return `${checksum(json)} ${json}\n`;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}
