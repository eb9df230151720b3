import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
beforeAll(async () => {
  enishi = await createTestEnishi();
});
afterAll(() => enishi.close());

it("runs on the database that the project is named after", async () => {
  const [row] = await enishi.database.query<{ version: string }>("select version()");

  expect(enishi.database.kind).toBe(inject("engine"));
  expect(row!.version.includes("emscripten")).toBe(inject("engine") === "embedded");
});
