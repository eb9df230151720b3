import { expect, test } from "vitest";
import { parseCorporateNumber, parseInvoiceNumber } from "../../core/japanese/index.ts";

test("reads a corporate number in any width and grouping", () => {
  for (const text of [
    "9010403025717",
    "９０１０４０３０２５７１７",
    "9-0104-0302-5717",
    "9 0104 0302 5717",
  ]) {
    expect(parseCorporateNumber(text)).toBe("9010403025717");
  }
});

test("refuses a wrong check digit, a wrong length and a rounded number", () => {
  for (const text of ["8010403025717", "901040302571", "9.0104E+12", "", "T9010403025717"]) {
    expect(parseCorporateNumber(text)).toBeNull();
  }
});

test("finds every single mistyped digit but 0 for 9", () => {
  const number = "9010403025717";
  for (let at = 1; at < number.length; at++) {
    const wrong = `${number.slice(0, at)}${(Number(number[at]) + 1) % 9}${number.slice(at + 1)}`;
    if (wrong !== number) expect(parseCorporateNumber(wrong)).toBeNull();
  }
});

test("reads an invoice number", () => {
  expect(parseInvoiceNumber("Ｔ９０１０４０３０２５７１７")).toBe("T9010403025717");
  expect(parseInvoiceNumber("T-9010403025717")).toBe("T9010403025717");
  expect(parseInvoiceNumber("9010403025717")).toBeNull();
});
