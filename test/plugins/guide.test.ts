import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomer, type Plugin } from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

const guide = fileURLToPath(new URL("../../docs/plugins.md", import.meta.url));
const folder = fileURLToPath(new URL("../../generated/plugin-guide/", import.meta.url));

let enishi: TestEnishi;
beforeAll(async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(guide, "utf8"))?.[1] ?? "";
  const file = `${folder}birthday-${process.pid}.ts`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, example);
  const { birthday } = (await import(file)) as { birthday: Plugin };
  enishi = await createTestEnishi({ plugins: [birthday] });
});
afterAll(async () => {
  await enishi.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the example of the plugin guide works as it is printed", async () => {
  const sato = enishi.as(await enishi.member("佐藤"));
  const { customerId } = await enishi.perform(createCustomer, { kind: "person", name: "山田浩二" }, sato);
  const host = enishi.core.host("slack");

  await host.performNamed("birthday.set", { customerId, day: "1980-04-01" }, sato);

  expect(await host.profileSections(customerId, sato)).toMatchObject([
    { title: "誕生日", rows: [{ value: "1980-04-01" }] },
  ]);
});
