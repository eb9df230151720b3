import { expect, it } from "vitest";
import { remembered } from "../../core/kernel/remembered.ts";

it("reads a text once, and begins anew when it is full", () => {
  const read: string[] = [];
  const length = remembered((text) => {
    read.push(text);
    return text.length;
  }, 2);

  expect(["甲", "乙乙", "甲", "丙", "甲"].map(length)).toEqual([1, 2, 1, 1, 1]);
  expect(read).toEqual(["甲", "乙乙", "丙", "甲"]);
});
