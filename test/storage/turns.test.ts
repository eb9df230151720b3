import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;

beforeAll(async () => {
  enishi = await createTestEnishi();
});

afterAll(() => enishi.close());

/** Long work in pieces, until it is told to end; how many are done. */
function longWork() {
  const { database } = enishi;
  const work = { pieces: 0, ended: Promise.resolve(), end: () => {} };
  let going = true;
  work.end = () => {
    going = false;
  };
  work.ended = (async () => {
    while (going) {
      await database.quiet();
      await database.transaction((tx) => tx.query("select pg_sleep(0.03)"));
      work.pieces++;
    }
  })();
  return work;
}

describe("work that gives way", () => {
  it("lets a request ask all its questions between two of its pieces", async () => {
    const work = longWork();
    const between: number[] = [];
    for (let request = 0; request < 10; request++) {
      const before = work.pieces;
      for (let question = 0; question < 5; question++) await enishi.database.query("select 1");
      between.push(work.pieces - before);
    }
    work.end();
    await work.ended;
    // The piece that is at work when the request comes, and never one for each question.
    expect(Math.max(...between)).toBeLessThanOrEqual(2);
  });

  it("goes on although somebody asks without a pause", async () => {
    const work = longWork();
    while (work.pieces < 3) await enishi.database.query("select 1");
    work.end();
    await work.ended;
    expect(work.pieces).toBeGreaterThanOrEqual(3);
  });
});
