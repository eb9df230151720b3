import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { nounFolders } from "../../core/nouns.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const nouns = nounFolders.map((name) => `core/${name}`);
const kernelAndBelow = ["core/kernel", "core/japanese", "core/i18n", "core/matching/index.ts"];

/** What a file in a folder may import beside its own folder: folders, or files. */
function allowed(file: string): (target: string) => boolean {
  const of = (folder: string) => file.startsWith(`${folder}/`);
  const into =
    (...folders: string[]) =>
    (target: string) =>
      folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
  const faces = [...nouns.map((noun) => `${noun}/index.ts`), "core/storage/index.ts"];
  if (of("core/japanese") || of("core/i18n")) return () => false;
  if (of("core/matching")) return into("core/japanese");
  if (of("core/kernel")) return into("core/japanese", "core/i18n");
  if (of("core/storage")) return into("core/kernel", "generated");
  if (of("core/customers")) return into(...kernelAndBelow, "core/storage/index.ts");
  if (nouns.some(of) || of("core/profile")) return into(...kernelAndBelow, ...faces);
  if (of("core/plugins")) return into("core/index.ts");
  if (of("core/api") || of("core/cli")) {
    return into("core", "enishi.config.ts", "package.json");
  }
  for (const surface of ["slack-app", "workspace-addon"]) if (of(surface)) return into("core/index.ts");
  if (of("playground")) return into("core/index.ts");
  return () => true;
}

test("every folder imports only what the house allows", () => {
  const broken = sources().flatMap((file) => {
    const own = ownFolder(file);
    const may = allowed(file);
    return importsOf(file)
      .filter((target) => !target.startsWith(`${own}/`) && !may(target))
      .map((target) => `${file} imports ${target}`);
  });

  expect(broken).toEqual([]);
});

test("no two nouns import each other", () => {
  const edges = new Map<string, Set<string>>();
  for (const file of sources()) {
    const from = nouns.find((noun) => file.startsWith(`${noun}/`));
    if (!from) continue;
    for (const target of importsOf(file)) {
      const to = nouns.find((noun) => target.startsWith(`${noun}/`));
      if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }

  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(edges.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  expect(nouns.filter((noun) => reaches(noun, noun))).toEqual([]);
});

test("no type of Prisma leaves core, and only storage makes a client", () => {
  const outside = sources().filter(
    (file) => !file.startsWith("core/storage/") && /generated\/prisma|@prisma\//.test(read(file)),
  );

  expect(outside).toEqual([]);
});

test("core takes the time and random ids from clock and ids alone", () => {
  const allowedFiles = new Set(["core/kernel/clock.ts", "core/kernel/ids.ts"]);
  const broken = sources()
    .filter((file) => file.startsWith("core/") && !allowedFiles.has(file))
    .filter((file) => !file.startsWith("core/storage/embedded/") && !file.startsWith("core/cli/"))
    .filter((file) => /new Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID\(/.test(read(file)));

  expect(broken).toEqual([]);
});

function ownFolder(file: string): string {
  const [first = "", second = ""] = file.split("/");
  return first === "core" ? `core/${second}` : first;
}

function sources(): string[] {
  const roots = ["core", "slack-app", "workspace-addon", "playground"];
  return roots
    .flatMap((folder) => walk(join(root, folder)))
    .map((path) => relative(root, path).split(sep).join("/"));
}

function walk(path: string): string[] {
  if (statSync(path).isDirectory()) {
    return readdirSync(path)
      .filter((name) => name !== "apps-script" && name !== "node_modules")
      .flatMap((name) => walk(join(path, name)));
  }
  return /\.tsx?$/.test(path) ? [path] : [];
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function importsOf(file: string): string[] {
  const specifiers = [...read(file).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    (match) => match[1]!,
  );
  return specifiers.map((specifier) =>
    relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join("/"),
  );
}
