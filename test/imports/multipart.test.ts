import fc from "fast-check";
import { expect, it } from "vitest";
import { boundaryOf, readMultipart } from "../../core/api/multipart.ts";

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

it("gives every part back whatever its bytes are and however they arrive", async () => {
  const part = fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}$/),
    body: fc.uint8Array({ maxLength: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
      async (parts, sizes) => {
        const boundary = "zZ9-boundary";
        const bytes = Buffer.concat([
          ...parts.flatMap(({ name, body }) => [
            Buffer.from(
              `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\n\r\n`,
            ),
            Buffer.from(body),
            Buffer.from("\r\n"),
          ]),
          Buffer.from(`--${boundary}--\r\n`),
        ]);

        const read: { name: string; body: number[] }[] = [];
        for await (const one of readMultipart(inPieces(bytes, sizes), boundary)) {
          const chunks: Uint8Array[] = [];
          for await (const chunk of one.body) chunks.push(Buffer.from(chunk));
          read.push({ name: one.name, body: [...Buffer.concat(chunks)] });
        }

        expect(read).toEqual(parts.map(({ name, body }) => ({ name, body: [...body] })));
      },
    ),
    { numRuns: 200 },
  );
});

it.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["application/json", null],
  [undefined, null],
])("finds the boundary of %s", (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary);
});
