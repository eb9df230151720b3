import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mergeDuplicates, splitDuplicates } from "../../core/duplicates/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aHouse, belongings, everyRow, pullDown } from "./houses.ts";

/** Many houses one after another, on a machine that may have other things to do. */
const slow = 300_000;

let enishi: TestEnishi;
let members: string[];

beforeAll(async () => {
  enishi = await createTestEnishi();
  members = [];
  for (const name of ["佐藤", "鈴木", "田中"]) members.push(await enishi.member(name));
  members.push(await enishi.member("退職者", "member", { status: "former" }));
});
afterAll(() => enishi.close());

const merge = async (keepId: string, mergeId: string) =>
  (await enishi.perform(mergeDuplicates, { keepId, mergeId }, enishi.as(members[0]!))).id;
const split = (id: string) => enishi.perform(splitDuplicates, { id }, enishi.as(members[0]!));

test(
  "a split after a merge leaves every row of every table as it was",
  async () => {
    await fc.assert(
      fc
        .asyncProperty(belongings, belongings, async (one, other) => {
          const keep = await aHouse(enishi, one, members);
          const merged = await aHouse(enishi, other, members);
          const before = await everyRow(enishi);

          const id = await merge(keep, merged);
          expect(await everyRow(enishi)).not.toEqual(before);
          const { kept } = await split(id);

          expect(kept).toEqual([]);
          expect(await everyRow(enishi)).toEqual(before);
        })
        .afterEach(() => pullDown(enishi)),
      { numRuns: 40 },
    );
  },
  slow,
);

test(
  "so do two merges, one into the survivor of the other or both into one, split in the opposite order",
  async () => {
    await fc.assert(
      fc
        .asyncProperty(belongings, belongings, belongings, fc.boolean(), async (one, two, three, chained) => {
          const a = await aHouse(enishi, one, members);
          const b = await aHouse(enishi, two, members);
          const c = await aHouse(enishi, three, members);
          const before = await everyRow(enishi);

          const first = await merge(a, b);
          const between = await everyRow(enishi);
          const second = chained ? await merge(c, a) : await merge(a, c);
          await expect(split(first)).rejects.toMatchObject({ code: "split_later_first" });
          await split(second);
          expect(await everyRow(enishi)).toEqual(between);
          await split(first);

          expect(await everyRow(enishi)).toEqual(before);
        })
        .afterEach(() => pullDown(enishi)),
      { numRuns: 25 },
    );
  },
  slow,
);
