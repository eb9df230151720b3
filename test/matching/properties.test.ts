import fc from "fast-check";
import { expect, test } from "vitest";
import { blockingKeys, evidenceOf, type MatchRecord } from "../../core/matching/index.ts";
import { aCompany, aPerson } from "./a-record.ts";
import { generateCompanies } from "./generate.ts";

const { records } = generateCompanies(300, 5);
const one = fc.constantFrom(...records);
const anything = fc.record({
  name: fc.oneof(fc.string(), fc.constantFrom("", "株式会社", "㈱", "タナカ", "田中", "ABC", "𠮷野家")),
  nameKana: fc.option(fc.string()),
  street: fc.option(fc.string()),
  person: fc.boolean(),
});

function recordOf(from: {
  name: string;
  nameKana: string | null;
  street: string | null;
  person: boolean;
}): MatchRecord {
  const told = { nameKana: from.nameKana, place: { street: from.street } };
  return from.person ? aPerson(from.name, told) : aCompany(from.name, told);
}

test("weighs both ways alike", () => {
  const summary = (a: MatchRecord, b: MatchRecord) => {
    const { score, verdict, reasons } = evidenceOf(a, b);
    return { score, verdict, codes: reasons.map((reason) => reason.code) };
  };

  fc.assert(
    fc.property(one, one, (a, b) => {
      expect(summary(a, b)).toEqual(summary(b, a));
    }),
  );
  fc.assert(
    fc.property(anything, anything, (a, b) => {
      const [left, right] = [recordOf(a), recordOf(b)];
      expect(summary(left, right)).toEqual(summary(right, left));
    }),
  );
});

test("gives scores between 0 and 1, and keys for anything", () => {
  fc.assert(
    fc.property(anything, anything, (a, b) => {
      const { score } = evidenceOf(recordOf(a), recordOf(b));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(new Set(blockingKeys(recordOf(a))).size).toBe(blockingKeys(recordOf(a)).length);
    }),
  );
});

test("finds what is the same through a blocking key", () => {
  fc.assert(
    fc.property(one, one, (a, b) => {
      if (evidenceOf(a, b).verdict !== "same") return;
      expect(blockingKeys(a).some((key) => blockingKeys(b).includes(key))).toBe(true);
    }),
  );
});
