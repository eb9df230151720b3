import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { en, ja } from "../../core/i18n/index.ts";
import { nouns } from "../../core/nouns.ts";
import plugins from "../../enishi.config.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const installed = await plugins({ practice: false } as never);
const catalogues = [
  { ja: ja as Record<string, string>, en: en as Record<string, string> },
  ...nouns.strings,
  ...installed.flatMap((plugin) => plugin.strings ?? []),
];

test("every text is there in Japanese and in English, with the same blanks", () => {
  const blanks = (text: string | undefined) =>
    [...(text ?? "").matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  const broken = catalogues.flatMap((strings) =>
    [...new Set([...Object.keys(strings.ja), ...Object.keys(strings.en)])].filter(
      (key) =>
        !strings.ja[key] ||
        !strings.en[key] ||
        String(blanks(strings.ja[key])) !== String(blanks(strings.en[key])),
    ),
  );

  expect(broken).toEqual([]);
});

test("no key stands in two catalogues with two texts", () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const strings of catalogues) {
    for (const [key, text] of Object.entries(strings.ja)) {
      if (seen.has(key) && seen.get(key) !== text) twice.push(key);
      seen.set(key, text);
    }
  }

  expect(twice).toEqual([]);
});

test("every error code that is thrown has a text", () => {
  const known = new Set(catalogues.flatMap((strings) => Object.keys(strings.ja)));
  const thrown = ["core", "slack-app", "workspace-addon"]
    .flatMap((folder) => walk(join(root, folder)))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/new EnishiError\(\s*"(\w+)"/g)])
    .map((match) => match[1]!);

  expect([...new Set(thrown)].filter((code) => !known.has(`error.${code}`))).toEqual([]);
});

function walk(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => walk(join(path, name)));
  return path.endsWith(".ts") ? [path] : [];
}
