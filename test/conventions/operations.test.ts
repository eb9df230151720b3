import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { corePermissions } from "../../core/kernel/permissions.ts";
import { nounFolders, nouns } from "../../core/nouns.ts";

const definitions = [...nouns.operations, ...nouns.queries];

test("the list of nouns is the list of their folders", () => {
  const others = new Set(["api", "cli", "i18n", "japanese", "kernel", "matching", "plugins", "storage"]);
  const folders = readdirSync(fileURLToPath(new URL("../../core/", import.meta.url)), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !others.has(entry.name))
    .map((entry) => entry.name);

  expect([...nounFolders].sort()).toEqual(folders.sort());
});

test("no two operations or queries share a name", () => {
  const names = definitions.map((definition) => definition.name);

  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("every operation and query needs a permission that some role has", () => {
  const unknown = definitions.filter((definition) => !corePermissions[definition.permission]?.length);

  expect(unknown.map((definition) => `${definition.name}: ${definition.permission}`)).toEqual([]);
});

test("a viewer may change nothing but how the viewer signs in", () => {
  const open = nouns.operations.filter((operation) =>
    corePermissions[operation.permission]?.includes("viewer"),
  );

  expect(open.map((operation) => operation.name)).toEqual(["links.create"]);
});

test("no two operations answer at one address", () => {
  const addresses = definitions.flatMap((definition) =>
    [definition.http ?? []].flat().map((face) => `${face.method} ${face.path.replaceAll(/\{\w+\}/g, "{}")}`),
  );

  expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
});
