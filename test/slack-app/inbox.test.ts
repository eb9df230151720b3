import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnishiError } from "../../core/index.ts";
import { silentLog } from "../../core/kernel/log.ts";
import { Inbox, type Work } from "../../slack-app/inbox.ts";
import { openJournal } from "../../slack-app/journal.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "enishi-inbox-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function anInbox(
  work: (work: Work) => Promise<void>,
  more: { delayed?: (work: Work) => Promise<void>; now?: () => Date } = {},
) {
  const journal = await openJournal(folder);
  return new Inbox({ journal, log: silentLog, work, backoff: () => 1, now: () => new Date(), ...more });
}

const aCommand = (key: string, lane = "T:U1") =>
  ({ kind: "command", key: `command:${key}`, lane, body: { command: "/crm", text: key } }) as const;

describe("the inbox", () => {
  it("tries again what the database refuses until it works, and tells the person once", async () => {
    const tries: number[] = [];
    const told: string[] = [];
    const inbox = await anInbox(
      async ({ attempt }) => {
        tries.push(attempt);
        if (attempt < 20) throw new EnishiError("database_unavailable");
      },
      { delayed: async ({ key }) => void told.push(key) },
    );
    await inbox.accept(aCommand("a"));
    await inbox.idle();

    expect(tries).toHaveLength(21);
    expect(told).toEqual(["command:a"]);
    await inbox.close();
  });

  it("gives up after a while what Slack does not take, and at once what is simply wrong", async () => {
    const tries: Record<string, number> = {};
    const inbox = await anInbox(async ({ key }) => {
      tries[key] = (tries[key] ?? 0) + 1;
      if (key.endsWith("slack")) throw Object.assign(new Error("down"), { statusCode: 503 });
      throw new Error("a bug");
    });
    await inbox.accept(aCommand("slack"));
    await inbox.accept(aCommand("bug"));
    await inbox.idle();

    expect(tries["command:slack"]).toBeGreaterThan(3);
    expect(tries["command:bug"]).toBe(1);
    await inbox.close();
  });

  it("gives up nothing because Slack asks it to wait, however often", async () => {
    let left = 40;
    const inbox = await anInbox(async () => {
      if (left-- > 0) throw Object.assign(new Error("busy"), { statusCode: 429, retryAfter: "0.001" });
    });
    await inbox.accept(aCommand("busy"));
    await inbox.idle();

    expect(left).toBe(-1);
    await inbox.close();
  });

  it("does a person's deliveries in their order, and does not let one person wait for another", async () => {
    const done: string[] = [];
    let freeFirst = () => {};
    const first = new Promise<void>((resolve) => {
      freeFirst = resolve;
    });
    const inbox = await anInbox(async ({ key }) => {
      if (key === "command:1") await first;
      done.push(key);
      if (key === "command:other") freeFirst();
    });
    await inbox.accept(aCommand("1"));
    await inbox.accept(aCommand("2"));
    await inbox.accept(aCommand("other", "T:U2"));
    await inbox.idle();

    expect(done).toEqual(["command:other", "command:1", "command:2"]);
    await inbox.close();
  });

  it("takes up after a restart what was acknowledged and not done, and only that", async () => {
    let stopping = () => {};
    const reached = new Promise<void>((resolve) => {
      stopping = resolve;
    });
    const before = await anInbox(async ({ key }) => {
      if (key === "command:done") return;
      stopping();
      throw new EnishiError("database_unavailable");
    });
    await before.accept(aCommand("done"));
    await before.accept(aCommand("kept"));
    await reached;
    await before.close();
    const done: Work[] = [];
    const after = await anInbox(async (work) => void done.push(work));
    const count = after.resume();
    await after.accept(aCommand("done"));
    await after.idle();

    expect(count).toBe(1);
    expect(done.map(({ key, body }) => [key, body.text])).toEqual([["command:kept", "kept"]]);
    await after.close();
  });

  it("still knows after a restart when a delivery was sent, and takes no clock's word for a time to come", async () => {
    const now = () => new Date("2026-11-20T14:30:00Z");
    const before = await anInbox(
      async () => {
        throw new EnishiError("database_unavailable");
      },
      { now },
    );
    await before.accept(aCommand("late"), new Date("2026-11-20T14:29:58Z"));
    await before.accept(aCommand("ahead"), new Date("2026-11-20T14:34:00Z"));
    await before.close();
    const done: Work[] = [];
    const after = await anInbox(async (work) => void done.push(work), {
      now: () => new Date("2026-11-23T00:00:00Z"),
    });
    after.resume();
    await after.idle();

    expect(done.map(({ sentAt }) => sentAt)).toEqual([
      "2026-11-20T14:29:58.000Z",
      "2026-11-20T14:30:00.000Z",
    ]);
    await after.close();
  });
});
