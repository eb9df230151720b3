import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const words = 'export const words = "import.meta.url";\n';
let home: string;

beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), "enishi-program-")), "縁 の 家");
  mkdirSync(home);
  cpSync(join(root, "bin"), join(home, "bin"), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"), "junction");
  write("package.json", '{ "type": "module" }');
  write("tsconfig.json", "{}");
  write("core/cli/words.ts", words);
  write("core/cli/beside/greeting.txt", "ようこそ");
  write(
    "core/cli/main.ts",
    `import { readFileSync } from "node:fs";
     import { words } from "./words.ts";
     const text = (place: string | URL) => readFileSync(place, "utf8");
     export const main = async (argv: string[]) => console.log(
       text(new URL("./beside/greeting.txt", import.meta.url)),
       text(import.meta.dirname + "/beside/greeting.txt"), words, argv[2]);`,
  );
});
afterEach(() => rmSync(dirname(home), { recursive: true, force: true }));

/** Writes a file that was saved a while ago, as files mostly are. */
function write(path: string, text: string, secondsAgo = 60): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
  utimesSync(join(home, path), new Date(), new Date(Date.now() - secondsAgo * 1_000));
}

const run = () => execFileSync(process.execPath, ["bin/enishi.mjs", "一"], { cwd: home, encoding: "utf8" });

it("runs what the sources say, each finding what lies beside it", () => {
  expect(run()).toBe("ようこそ ようこそ import.meta.url 一\n");
});

it("runs a source as it is after a change", () => {
  run();
  write("core/cli/words.ts", words.replace("import.meta.url", "新しい言葉"), 30);

  expect(run()).toBe("ようこそ ようこそ 新しい言葉 一\n");
});

it("shows the place of what cannot be put together", () => {
  write("core/cli/words.ts", "export const words = (;\n");

  expect(() => run()).toThrow(/words\.ts:1:22/);
});
