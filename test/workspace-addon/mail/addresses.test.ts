import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddresses } from "../../../workspace-addon/mail/addresses.ts";
import { decodeWords } from "../../../workspace-addon/mail/encoded-words.ts";

describe("parseAddresses", () => {
  it.each([
    ["木村 一郎 <Kimura@Tanaka.example.jp>", [{ name: "木村 一郎", email: "kimura@tanaka.example.jp" }]],
    [
      '"山田, 太郎" <y@x.jp>, info@x.jp',
      [
        { name: "山田, 太郎", email: "y@x.jp" },
        { name: "", email: "info@x.jp" },
      ],
    ],
    ["a@x.jp (木村)", [{ name: "木村", email: "a@x.jp" }]],
    ['"a@x.jp" <a@x.jp>', [{ name: "", email: "a@x.jp" }]],
    [
      "担当者: a@x.jp, b@x.jp;",
      [
        { name: "", email: "a@x.jp" },
        { name: "", email: "b@x.jp" },
      ],
    ],
    ["undisclosed-recipients:;", []],
    ["<a@x.jp>, A <A@X.JP>", [{ name: "", email: "a@x.jp" }]],
    ["=?ISO-2022-JP?B?GyRCTFpCPBsoQg==?= <k@x.jp>", [{ name: "木村", email: "k@x.jp" }]],
    ['"evil@x.jp" <real@y.jp>', [{ name: "evil@x.jp", email: "real@y.jp" }]],
    ["no address", []],
    ["", []],
  ])("reads %s", (header, expected) => {
    expect(parseAddresses(header)).toEqual(expected);
  });

  it("never fails, whatever a mailer wrote, and gives each address once", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab@x.jp<>"(),;: \\=?木') }), (header) => {
        const emails = parseAddresses(header).map(({ email }) => email);
        expect(new Set(emails).size).toBe(emails.length);
        for (const email of emails) expect(email).toMatch(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/);
      }),
    );
  });

  it("reads a header of 100,000 characters at once", () => {
    const begin = performance.now();
    parseAddresses(`${"(".repeat(50_000)}${'"\\'.repeat(25_000)}`);
    expect(performance.now() - begin).toBeLessThan(500);
  });
});

describe("decodeWords", () => {
  it.each([
    ["=?UTF-8?B?6KaL56mN?=", "見積"],
    ["=?utf-8?Q?=E8=A6=8B=E7=A9=8D_2?=", "見積 2"],
    ["=?UTF-8?B?6KaL?= =?UTF-8?B?56mN?=", "見積"],
    ["=?Shift_JIS?B?jKmQzw==?=", "見積"],
    ["=?nonsense?B?AAAA?=", "=?nonsense?B?AAAA?="],
    ["plain", "plain"],
  ])("reads %s", (header, expected) => {
    expect(decodeWords(header)).toBe(expected);
  });
});
