import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Delivery,
  DeliveryPostponed,
  DeliveryRefused,
  defineOperation,
  definePlugin,
} from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let answer: (key: string) => void = () => {};
const tried: string[] = [];

const send = defineOperation({
  name: "pigeon.send",
  summary: "Sends messages.",
  input: z.object({ keys: z.array(z.string()) }),
  output: z.object({}),
  permission: "customers.read",
  run: async (context, { keys }) => {
    for (const key of keys) context.send({ channel: "pigeon", key, payload: {} });
    return {};
  },
});

const pigeon = definePlugin({
  name: "pigeon",
  operations: [send],
  deliver: async ({ key }: Delivery) => {
    tried.push(key);
    answer(key);
  },
});

beforeAll(async () => {
  enishi = await createTestEnishi({ plugins: [pigeon] });
});

afterAll(() => enishi.close());

beforeEach(() => {
  tried.length = 0;
  answer = () => {};
});

const start = Date.parse("2026-12-01T00:00:00Z");
/** Moves the clock to so many seconds after the start, and sends what is due. */
async function at(seconds: number): Promise<void> {
  enishi.setNow(new Date(start + seconds * 1_000).toISOString());
  await enishi.settle();
}

async function leave(...keys: string[]): Promise<void> {
  enishi.setNow(new Date(start).toISOString());
  await enishi.perform(send, { keys }, enishi.operator);
}

async function standing(key: string) {
  const [row] = await enishi.database.query<{ state: string; attempts: number; error: string | null }>(
    "select state, attempts, error from outbox_message where key = $1",
    [key],
  );
  return row;
}

describe("the outbox", () => {
  it("lets a message wait exactly as long as the other side asked, and counts no attempt", async () => {
    answer = () => {
      throw new DeliveryPostponed(90_000);
    };
    await leave("patient");
    const tries: number[] = [];
    for (const seconds of [0, 89, 90, 179, 180]) {
      await at(seconds);
      tries.push(tried.length);
    }

    expect(tries).toEqual([1, 1, 2, 2, 3]);
    expect(await standing("patient")).toMatchObject({ state: "waiting", attempts: 0 });
    answer = () => {};
    await at(270);
    expect(await standing("patient")).toEqual({ state: "sent", attempts: 1, error: null });
  });

  it("settles what is refused for good with the reason, and goes on with what is behind it", async () => {
    answer = (key) => {
      if (key === "refused") throw new DeliveryRefused("channel_not_found");
    };
    await leave("refused", "behind");
    await at(0);
    await at(86_400);

    expect(tried).toEqual(["refused", "behind"]);
    expect(await standing("refused")).toEqual({ state: "failed", attempts: 1, error: "channel_not_found" });
    expect(await standing("behind")).toMatchObject({ state: "sent" });
  });

  it("tries for three days what fails otherwise, and then says that it has failed", async () => {
    answer = () => {
      throw new Error("no way");
    };
    await leave("hopeless");
    for (let hours = 0; hours <= 100; hours++) await at(hours * 3_600);

    expect(await standing("hopeless")).toMatchObject({ state: "failed", error: "no way" });
    expect(tried.length).toBeGreaterThan(15);
  });

  it("leaves for a later sweep what it could not begin while its claim held", async () => {
    answer = (key) => {
      if (key === "slow") enishi.setNow(new Date(start + 45_000).toISOString());
    };
    await leave("slow", "next");
    await at(0);
    const first = [...tried];
    await at(60);

    expect(first).toEqual(["slow"]);
    expect(tried).toEqual(["slow", "next"]);
  });
});
