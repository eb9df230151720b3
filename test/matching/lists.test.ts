import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openList } from "../../core/imports/index.ts";
import { companyOfRow, type MatchRecord, personOfRow } from "../../core/matching/index.ts";
import { APART, generateCompanies, LEVELS } from "./generate.ts";
import { measurePairs } from "./measure.ts";
import { rowByRow } from "./row-by-row.ts";

test("finds nearly all duplicates of a generated list, at every level, and joins no neighbours", () => {
  const { records, gold, pairs, apart } = generateCompanies(4000, 20261122);

  const { clusterOf } = rowByRow(records);

  const isJoined = ({ a, b }: { a: string; b: string }) => clusterOf.get(a) === clusterOf.get(b);
  expect(measurePairs(clusterOf, gold).f1).toBeGreaterThanOrEqual(0.97);
  for (const level of LEVELS) {
    const all = pairs.filter((pair) => pair.level === level);
    expect(all.filter(isJoined).length / all.length, level).toBeGreaterThanOrEqual(0.9);
  }
  for (const kind of APART) {
    const all = apart.filter((pair) => pair.kind === kind);
    expect(all.filter(isJoined).length / all.length, kind).toBeLessThanOrEqual(0.01);
  }
});

test("finds the distorted people of FEBRL", async () => {
  const gold = new Map(
    fixture("febrl/febrl1.gold.csv")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",") as [string, string]),
  );
  const people = await readFixture("febrl/febrl1.csv", personOfRow);

  const { clusterOf } = rowByRow(people);

  const measured = measurePairs(clusterOf, gold);
  expect(measured.f1).toBeGreaterThanOrEqual(0.95);
  expect(measured.precision).toBeGreaterThanOrEqual(0.99);
});

test("joins no two companies of a real list, with and without their numbers", async () => {
  const companies = await readFixture("edinet/names.csv", companyOfRow);
  const numberOf = new Map(companies.map(({ id, corporateNumber }) => [id, corporateNumber ?? id]));

  const withNumbers = rowByRow(companies);
  const without = rowByRow(companies.map((one) => ({ ...one, corporateNumber: null })));

  expect(wronglyJoined(withNumbers.clusterOf, numberOf)).toEqual([]);
  // Two pairs are registered under one name at one address: only the number can tell.
  expect(wronglyJoined(without.clusterOf, numberOf)).toHaveLength(2);
});

function wronglyJoined(
  clusterOf: ReadonlyMap<string, string>,
  numberOf: ReadonlyMap<string, string>,
): string[] {
  return [...clusterOf].flatMap(([id, cluster]) =>
    numberOf.get(id) === numberOf.get(cluster) ? [] : [`${id} ${cluster}`],
  );
}

async function readFixture(path: string, recordOf: typeof companyOfRow): Promise<MatchRecord[]> {
  const list = await openList({ name: path, bytes: Buffer.from(fixture(path)) });
  const records: MatchRecord[] = [];
  for await (const row of list.rows()) {
    const record = row.status === "data" ? recordOf(row, String(row.row)) : null;
    if (record) records.push(record);
  }
  return records;
}

function fixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");
}
