import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;

beforeAll(async () => {
  enishi = await createTestEnishi();
  await enishi.database.query(
    "create table jotting (text text primary key, at_least int check (at_least > 0))",
  );
});

afterAll(() => enishi.close());

beforeEach(() => enishi.database.query("delete from jotting"));

const jot = (text: string, atLeast = 1) => ({
  sql: "insert into jotting (text, at_least) values ($1, $2)",
  values: [text, atLeast],
  options: { prepared: true },
});

const jotted = async () =>
  (await enishi.database.query<{ text: string }>("select text from jotting order by text")).map(
    ({ text }) => text,
  );

describe("a transaction", () => {
  it("commits what it asked and what it finishes with", async () => {
    const answer = await enishi.database.transaction(async (tx) => {
      tx.finishWith(jot("b"));
      await tx.query(jot("a").sql, jot("a").values);
      return "done";
    });
    expect(answer).toBe("done");
    expect(await jotted()).toEqual(["a", "b"]);
  });

  it("keeps nothing when its last statement fails, and tells why", async () => {
    const work = enishi.database.transaction(async (tx) => {
      await tx.query(jot("a").sql, jot("a").values);
      tx.finishWith(jot("b", 0));
    });
    await expect(work).rejects.toMatchObject({ code: "23514" });
    expect(await jotted()).toEqual([]);
  });

  it("is not taken for done when a failure inside was overlooked", async () => {
    const work = enishi.database.transaction(async (tx) => {
      await tx.query(jot("a").sql, jot("a").values);
      await tx.query(jot("b", 0).sql, jot("b", 0).values).catch(() => {});
    });
    await expect(work).rejects.toThrow();
    expect(await jotted()).toEqual([]);
  });

  it("leaves its connection usable, however it ended, for many at once", async () => {
    const ends = await Promise.allSettled(
      Array.from({ length: 60 }, (_, at) =>
        enishi.database.transaction(async (tx) => {
          await tx.query(jot(`${at}`).sql, jot(`${at}`).values, { prepared: true });
          if (at % 3 === 1) throw new Error("changed its mind");
          tx.finishWith(jot(`${at} again`, at % 3 === 0 ? 1 : 0));
        }),
      ),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
    expect(await jotted()).toHaveLength(40);
  });
});
