import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** The server's end of one WebSocket, as far as Socket Mode needs it: whole text messages up to 1 MB. */
export type Socket = {
  send: (text: string) => void;
  close: () => void;
};

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const MAX_MESSAGE = 1024 * 1024;
const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** Answers an upgrade request and reads frames until the other end leaves. @see RFC 6455 */
export function acceptSocket(
  request: IncomingMessage,
  stream: Duplex,
  on: { message: (text: string) => void; close: () => void },
): Socket {
  const accept = createHash("sha1")
    .update(`${request.headers["sec-websocket-key"]}${MAGIC}`)
    .digest("base64");
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
      pending = pending.subarray(frame.size);
      if (frame.opcode === TEXT) on.message(frame.payload.toString("utf8"));
      if (frame.opcode === PING) stream.write(writeFrame(PONG, frame.payload));
      if (frame.opcode === CLOSE) stream.end(writeFrame(CLOSE, frame.payload));
    }
    if (pending.length > MAX_MESSAGE) stream.destroy();
  });
  stream.on("close", on.close);
  // A connection that breaks is a connection that closes.
  stream.on("error", () => stream.destroy());
  return {
    send: (text) => void stream.write(writeFrame(TEXT, Buffer.from(text))),
    close: () => void stream.end(writeFrame(CLOSE, Buffer.alloc(0))),
  };
}

/** The first frame in `data`, unmasked, or undefined while it is incomplete. */
function readFrame(data: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (data.length < 2) return undefined;
  const short = data[1]! & 0x7f;
  const masked = (data[1]! & 0x80) !== 0;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + lengthBytes + (masked ? 4 : 0);
  if (data.length < start) return undefined;
  const length =
    lengthBytes === 2 ? data.readUInt16BE(2) : lengthBytes === 8 ? Number(data.readBigUInt64BE(2)) : short;
  if (data.length < start + length) return undefined;
  const payload = Buffer.from(data.subarray(start, start + length));
  if (masked) {
    const mask = data.subarray(start - 4, start);
    for (let index = 0; index < payload.length; index += 1) payload[index]! ^= mask[index % 4]!;
  }
  return { opcode: data[0]! & 0x0f, payload, size: start + length };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.alloc(2) : length < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  head[0] = 0x80 | opcode;
  if (head.length === 2) head[1] = length;
  if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  }
  if (head.length === 10) {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}
