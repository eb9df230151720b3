import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type JournalDelivery, openJournal } from "../../core/storage/journal.ts";

let folder: string;
const file = () => join(folder, "inbox.journal");

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "enishi-journal-")), "受信 箱");
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function aDelivery(key: string, text = "田中商事でんわ\n来週"): JournalDelivery {
  return { key, kind: "command", body: { text }, receivedAt: "2026-11-21T09:00:00.000Z" };
}

async function keysAfterReopening(): Promise<string[]> {
  const journal = await openJournal(folder);
  const keys = journal.pending().map(({ key }) => key);
  await journal.close();
  return keys;
}

describe("the inbox journal", () => {
  it("gives back after a reopening what was appended and not settled, in order", async () => {
    const journal = await openJournal(folder);
    await Promise.all(["a", "b", "c"].map((key) => journal.append(aDelivery(key))));
    await journal.settle("b");
    await journal.close();

    const again = await openJournal(folder);

    expect(again.pending()).toEqual([aDelivery("a"), aDelivery("c")]);
    await again.close();
  });

  it("has a delivery on the disk as soon as append resolves", async () => {
    const journal = await openJournal(folder);

    await journal.append(aDelivery("a"));

    expect(await readFile(file(), "utf8")).toContain('"key":"a"');
    await journal.close();
  });

  it("keeps a repeated key once, also when both come together, and after a reopening", async () => {
    const journal = await openJournal(folder);
    const both = await Promise.all([journal.append(aDelivery("a")), journal.append(aDelivery("a"))]);
    await journal.settle("a");
    const settled = await journal.append(aDelivery("a"));
    await journal.close();
    const again = await openJournal(folder);
    const reopened = await again.append(aDelivery("a"));

    expect([both, settled, reopened]).toEqual([[true, false], false, false]);
    expect(again.pending()).toEqual([]);
    await again.close();
  });

  it("cuts off a last line that was torn at any byte and goes on behind the line before", async () => {
    const journal = await openJournal(folder);
    await journal.append(aDelivery("a"));
    const whole = (await stat(file())).size;
    await journal.append(aDelivery("b"));
    await journal.close();
    const { size } = await stat(file());

    for (let length = whole; length < size; length += 7) {
      const bytes = await readFile(file());
      await truncate(file(), length);
      const torn = await openJournal(folder);
      await torn.append(aDelivery("c"));
      await torn.close();
      expect(await keysAfterReopening()).toEqual(["a", "c"]);
      await writeFile(file(), bytes);
    }
  });

  it("passes over lines that the disk spoiled", async () => {
    const journal = await openJournal(folder);
    await journal.append(aDelivery("a"));
    await journal.close();
    await appendFile(file(), `\0\0\0\0\nnonsense\n00000000 {"settled":"a"}\n`);
    const again = await openJournal(folder);
    await again.append(aDelivery("b"));
    await again.close();

    expect(await keysAfterReopening()).toEqual(["a", "b"]);
  });

  it("stays small when what it holds is done, and never drops what is not", async () => {
    const journal = await openJournal(folder, { rewriteAt: 20_000, remember: 10 });
    await journal.append(aDelivery("first"));
    for (let index = 0; index < 300; index++) {
      await journal.append(aDelivery(`k${index}`, "あ".repeat(200)));
      await journal.settle(`k${index}`);
    }
    await journal.close();

    expect((await stat(file())).size).toBeLessThan(50_000);
    expect(await keysAfterReopening()).toEqual(["first"]);
  });

  it("keeps any text as it came", async () => {
    const journal = await openJournal(folder);
    const texts: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        texts.push(text);
        await journal.append(aDelivery(`${texts.length}`, text));
      }),
    );
    await journal.close();

    const again = await openJournal(folder);

    expect(again.pending().map(({ body }) => body.text)).toEqual(texts);
    await again.close();
  });
});
