import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFreeMailDomain, parseEmail, parseEmails } from "../../core/japanese/index.ts";

describe("parseEmail", () => {
  test.each([
    ["Taro@Example.CO.JP", "taro@example.co.jp"],
    ["ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ", "taro@example.co.jp"],
    ["山田 <taro@example.co.jp>", "taro@example.co.jp"],
    ["mailto:taro@example.co.jp", "taro@example.co.jp"],
    ["taro@example.co.jp、", "taro@example.co.jp"],
    ["taro@example.co.jp.", "taro@example.co.jp"],
    ["メール：taro@example.co.jp（代表）", "taro@example.co.jp"],
    ["info[at]example.com", "info@example.com"],
    ["a..b.@docomo.ne.jp", "a..b.@docomo.ne.jp"],
    ["foo@bar", null],
    ["a@b,co.jp", null],
    ["なし", null],
    ["", null],
  ])("reads %s", (text, expected) => {
    expect(parseEmail(text)).toBe(expected);
  });

  test("gives every address of a cell once", () => {
    expect(parseEmails("a@b.jp; C@d.com\na@b.jp")).toEqual(["a@b.jp", "c@d.com"]);
  });

  test("reads its own answer back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab.@<>、;＠ 山-_+") }), (text) => {
        const address = parseEmail(`${text}x@y.jp`);
        if (address !== null) expect(parseEmail(address)).toBe(address);
      }),
    );
  });
});

test("knows the domains that many people share", () => {
  for (const domain of [
    "gmail.com",
    "yahoo.co.jp",
    "icloud.com",
    "docomo.ne.jp",
    "ocn.ne.jp",
    "nifty.com",
    "outlook.jp",
  ]) {
    expect(isFreeMailDomain(domain)).toBe(true);
  }
  for (const domain of ["example.co.jp", "notgmail.com", "hotmail-fan.com"])
    expect(isFreeMailDomain(domain)).toBe(false);
});
