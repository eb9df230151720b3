import { EnishiError } from "../kernel/errors.ts";

export interface Part {
  name: string;
  fileName: string | null;
  body: AsyncIterable<Uint8Array>;
}

const headerLimit = 16 * 1024;

/** The boundary of a multipart/form-data request, or null for another type. */
export function boundaryOf(contentType: string | undefined): string | null {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType ?? "",
  );
  return match ? (match[1] ?? match[2]!) : null;
}

/**
 * The parts of a multipart/form-data body (RFC 7578) in their order, streamed: a file of 200 MB is never in memory. Each
 * part's body has to be read to its end before the next part is asked for. Error: `malformed_multipart`.
 */
export async function* readMultipart(
  stream: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const reader = new DelimitedReader(stream, Buffer.from(`\r\n--${boundary}`));
  // What stands before the first boundary is nobody's.
  for await (const _ of reader.body());
  while (await reader.enterPart()) {
    const header = await reader.header();
    const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(header)?.[1] ?? "";
    yield {
      name: parameter(disposition, "name") ?? "",
      fileName: parameter(disposition, "filename"),
      body: reader.body(),
    };
  }
}

/** `filename*=UTF-8''…` (RFC 5987) wins over the plain one; browsers send the plain one in UTF-8. */
function parameter(disposition: string, name: string): string | null {
  const extended = new RegExp(`;\\s*${name}\\*=UTF-8''([^;\\s]+)`, "i").exec(disposition)?.[1];
  const plain = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(disposition)?.[1];
  const bare = new RegExp(`;\\s*${name}=([^;"\\s]+)`, "i").exec(disposition)?.[1];
  if (extended && !/%(?![0-9a-f]{2})/i.test(extended)) return decodeURIComponent(extended);
  return plain?.replace(/\\(.)/g, "$1").replaceAll("%22", '"') ?? bare ?? null;
}

class DelimitedReader {
  readonly #stream: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  // The first boundary has no line break before it; this one makes it like the others.
  #buffer: Buffer = Buffer.from("\r\n");

  constructor(stream: AsyncIterable<Uint8Array>, delimiter: Buffer) {
    this.#stream = stream[Symbol.asyncIterator]();
    this.#delimiter = delimiter;
  }

  /** Bytes up to the next delimiter, which is taken away. */
  async *body(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#buffer.indexOf(this.#delimiter);
      if (at >= 0) {
        if (at > 0) yield this.#buffer.subarray(0, at);
        this.#buffer = this.#buffer.subarray(at + this.#delimiter.length);
        return;
      }
      // The delimiter may begin in what is here and end in what comes.
      const safe = this.#buffer.length - this.#delimiter.length + 1;
      if (safe > 0) {
        yield this.#buffer.subarray(0, safe);
        this.#buffer = this.#buffer.subarray(safe);
      }
      await this.#more();
    }
  }

  /** False behind the last delimiter, which ends in `--`. */
  async enterPart(): Promise<boolean> {
    while (this.#buffer.length < 2) await this.#more();
    if (this.#buffer.subarray(0, 2).toString("latin1") === "--") return false;
    while (this.#buffer.indexOf("\r\n") < 0) await this.#more(headerLimit);
    this.#buffer = this.#buffer.subarray(this.#buffer.indexOf("\r\n"));
    return true;
  }

  async header(): Promise<string> {
    while (this.#buffer.indexOf("\r\n\r\n") < 0) await this.#more(headerLimit);
    const end = this.#buffer.indexOf("\r\n\r\n");
    const header = this.#buffer.subarray(0, end).toString("utf8");
    this.#buffer = this.#buffer.subarray(end + 4);
    return header;
  }

  async #more(limit = Number.POSITIVE_INFINITY): Promise<void> {
    const next = this.#buffer.length > limit ? null : await this.#stream.next();
    if (!next || next.done) throw new EnishiError("malformed_multipart");
    this.#buffer = Buffer.concat([this.#buffer, next.value]);
  }
}
