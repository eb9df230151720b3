import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digitGrams, parseFax, parsePhone, parsePhones, phoneDigits } from "../../core/japanese/index.ts";

describe("parsePhone", () => {
  test.each([
    "03-1234-5678",
    "０３（１２３４）５６７８",
    "(03)1234-5678",
    "03 1234 5678",
    "03.1234.5678",
    "03・1234・5678",
    "03/1234/5678",
    "①03-1234-5678 ②090-1111-2222",
    "0081-3-1234-5678",
    "03ー1234―5678",
    "0312345678",
    "312345678",
    "312345678.0",
    "3-1234-5678",
    "+81-3-1234-5678",
    "+81 (0)3-1234-5678",
    "81-3-1234-5678",
    "81312345678",
    '="03-1234-5678"',
    "'03-1234-5678",
    "TEL:03-1234-5678",
    "℡03-1234-5678",
    "☎ 03-1234-5678",
    "03-1234-5678（代）",
    "03-1234-5678 (代表)",
    "代表 03-1234-5678",
    "03-1234-5678（直通）",
    "03-1234-5678〜9",
    "〇三（一二三四）五六七八",
    "電話：03-1234-5678（担当：山田）",
    "03-1234-5678 (9:00-17:00)",
    "03-1234-5678 (10時～17時)",
    "FAX共用 03-1234-5678",
    "03-1234-5678(TEL) 03-3333-4444(FAX)",
    "TEL 03-1234-5678 FAX",
  ])("reads %s as the same number in Tokyo", (text) => {
    expect(parsePhone(text)).toEqual({
      e164: "+81312345678",
      ext: null,
      kind: "fixed",
      display: "03-1234-5678",
    });
  });

  test.each([
    ["03-1234-5678 内線123", "123"],
    ["03-1234-5678　内線 12番", "12"],
    ["03-1234-5678 内線 12 番 佐藤", "12"],
    ["03-1234-5678(代表)内線12", "12"],
    ["03-1234-5678（内線：4567）", "4567"],
    ["03-1234-5678-内12", "12"],
    ["03-1234-5678(123)", "123"],
    ["03-1234-5678-123", "123"],
    ["03-1234-5678(内)12", "12"],
    ["03-1234-5678 ext. 9", "9"],
    ["03-1234-5678 x9", "9"],
    ["03-1234-5678＃12", "12"],
    ["03-1234-5678 / 内線 12", "12"],
    ["内線12 03-1234-5678", "12"],
    ["03-1234-5678(内線12)(代)", "12"],
  ])("reads the extension of %s", (text, ext) => {
    expect(parsePhone(text)).toMatchObject({ e164: "+81312345678", ext });
  });

  test.each([
    ["090-1234-5678", "+819012345678", "mobile", "090-1234-5678"],
    ["9012345678", "+819012345678", "mobile", "090-1234-5678"],
    ["819012345678", "+819012345678", "mobile", "090-1234-5678"],
    ["0120444444", "+81120444444", "toll_free", "0120-444-444"],
    ["120444444", "+81120444444", "toll_free", "0120-444-444"],
    ["08001234567", "+818001234567", "toll_free", "0800-123-4567"],
    ["05012345678", "+815012345678", "ip", "050-1234-5678"],
    ["0467221234", "+81467221234", "fixed", "0467-22-1234"],
    ["0126761234", "+81126761234", "fixed", "01267-6-1234"],
    ["0451234567", "+81451234567", "fixed", "045-123-4567"],
    ["+1 650 253 0000", "+16502530000", "fixed", "+1 650 253 0000"],
  ])("knows what %s is for", (text, e164, kind, display) => {
    expect(parsePhone(text)).toEqual({ e164, ext: null, kind, display });
  });

  test.each([
    "3.31E+08",
    "9.01E+09",
    "3.31e8",
    "",
    "-",
    "なし",
    "110",
    "03-1234",
    "03-1234-567",
    "090-1234-567",
    "0000000000",
    "(91) 555 94 44",
    "内線123",
    "FAX 03-1234-5678",
    "F 03-1234-5678",
    "（F）03-1234-5678",
    "2026/4/1",
    "1234567890123",
  ])("never guesses a number out of %j", (text) => {
    expect(parsePhone(text)).toBeNull();
  });

  test("gives every number of a cell and leaves FAX out", () => {
    const numbers = parsePhones("TEL 03-1111-2222 / 090-3333-4444 FAX 03-1111-2223").map(
      (phone) => phone.e164,
    );

    expect(numbers).toEqual(["+81311112222", "+819033334444"]);
    expect(parsePhones("03-1111-2222 FAX03-1111-2223").map((one) => one.e164)).toEqual(["+81311112222"]);
    expect(parsePhones("T:03-1111-2222 F:03-1111-2223").map((one) => one.e164)).toEqual(["+81311112222"]);
    expect(parsePhones("03-1234-5678 090-1111-2222")).toHaveLength(2);
    expect(parsePhones("03-1234-5678 又は 090-1111-2222")).toHaveLength(2);
    expect(parsePhones("本社:03-1234-5678 支社:06-1234-5678")).toHaveLength(2);
    expect(parsePhones("旧：03-1111-2222 新：03-1234-5678").map((one) => one.e164)).toEqual(["+81312345678"]);
    expect(parsePhones("携帯:090-1111-2222 自宅:03-1234-5678")).toHaveLength(2);
  });

  test.each(["TEL/FAX 03-1234-5678", "03-1234-5678(FAX兼用)", "電話・FAX 03-1234-5678"])(
    "takes %s for a phone that is a FAX too",
    (text) => {
      expect(parsePhone(text)?.e164).toBe("+81312345678");
    },
  );

  test("reads a FAX cell with or without its mark", () => {
    expect(parseFax("FAX:03-1111-2223")?.e164).toBe("+81311112223");
    expect(parseFax("03-1111-2223")?.e164).toBe("+81311112223");
  });

  test("never throws, and answers only numbers of a real length", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."0123456789-()+ 内線xE.０－（代）~/") }),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const phone = parsePhone(text);
        if (phone !== null) expect(phone.e164).toMatch(/^\+\d{6,15}$/);
      }),
      { numRuns: 3000 },
    );
  });

  test("reads back what it displays", () => {
    const national = fc.stringMatching(/^0(?:[1-9]{2}[0-9]{7}|[789]0[1-9][0-9]{7})$/);
    fc.assert(
      fc.property(national, (digits) => {
        const phone = parsePhone(digits);
        if (phone !== null) expect(parsePhone(phone.display)).toEqual(phone);
      }),
    );
  });
});

describe("phoneDigits", () => {
  test.each([
    ["+81-3-1234-5678", "0312345678"],
    ["+81 (0)3-1234", "031234"],
    ["０３（１２３４）５６７８", "0312345678"],
    ["03-1234-5678 内線12", "0312345678"],
    ["5678", "5678"],
  ])("gives the digits of %s as dialled at home", (text, digits) => {
    expect(phoneDigits(text)).toBe(digits);
  });

  test("cuts windows of four digits for the search index", () => {
    expect(digitGrams("+81312345678")).toEqual([
      "#0312",
      "#3123",
      "#1234",
      "#2345",
      "#3456",
      "#4567",
      "#5678",
    ]);
    expect(digitGrams("123")).toEqual([]);
  });
});

test.each(["03-1234-5678(FAX)", "03-1234-5678（ＦＡＸ専用）", "03-1234-5678 FAX"])(
  "takes %s for no phone, the mark standing behind",
  (text) => {
    expect(parsePhone(text)).toBeNull();
    expect(parseFax(text)?.e164).toBe("+81312345678");
  },
);

test.each(["03-1234-5678 内線No.12", "03-1234-5678;ext=12", "03-1234-5678・内線12"])(
  "reads the extension of %s",
  (text) => {
    expect(parsePhone(text)).toMatchObject({ e164: "+81312345678", ext: "12" });
  },
);
