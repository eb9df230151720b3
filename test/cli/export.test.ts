import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runEnishi, slow } from "./run-enishi.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "enishi 書出-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runEnishi(join(folder, "data"), ...args);

it(
  "an exported list comes in again and changes nothing; what looks like a formula leaves as a text",
  async () => {
    const list = join(folder, "名簿.csv");
    writeFileSync(list, "会社名,電話番号,メモ,区域\n株式会社式,+81 3-1111-0001,=HYPERLINK(1),-南-\n");
    await run("import", join(root, "examples/tokuisaki_daicho.csv"));
    await run("import", list);

    const csv = join(folder, "一覧.csv");
    const book = join(folder, "一覧.xlsx");
    expect(await run("export", csv)).toMatchObject({ code: 0, err: "" });
    expect((await run("export", book, "--json")).out).toBe(`${JSON.stringify({ path: book, rows: 58 })}\n`);

    expect(readFileSync(csv, "utf8")).toMatch(/^\ufeff会社名,.*株式会社式.*'\+81 3-1111-0001.*'=HYPERLINK/s);
    expect((await run("import", csv)).out).toContain("59行 = 変更なし58 + 除外1");
    expect((await run("import", book)).out).toContain("59行 = 変更なし58 + 除外1");

    const unknown = await run("export", join(folder, "一覧.pdf"));
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain(".xlsx");
    const nowhere = await run("export", join(folder, "ない", "一覧.csv"));
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain("書き込めませんでした");
    expect(existsSync(`${csv}.part`)).toBe(false);
  },
  slow,
);
