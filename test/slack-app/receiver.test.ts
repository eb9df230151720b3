import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEAM } from "../../playground/slack-front/index.ts";
import { readDelivery } from "../../slack-app/delivery.ts";
import { isSignedBySlack } from "../../slack-app/signature.ts";
import { commandBody, eventBody, interactionBody, signSlackRequest, slackRequest } from "../support/slack.ts";
import { buttonsOf, openSlackHouse, SECRET, type SlackHouse, TOKEN } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;
const sink = () => `${house.front.apiUrl.replace("/api/", "")}/response/${TEAM.id}/none`;

beforeAll(async () => {
  house = await openSlackHouse();
  sato = house.users.sato!;
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

function post(
  body: string,
  more: { timestamp?: number; secret?: string; headers?: Record<string, string> } = {},
) {
  const request = slackRequest(more.secret ?? SECRET, body, more.timestamp ?? seconds());
  return fetch(`${house.url}/slack/events`, { ...request, headers: { ...request.headers, ...more.headers } });
}

function aCommand(text: string, triggerId: string): string {
  return commandBody({ userId: sato, text, triggerId, responseUrl: sink() });
}

async function count(table: "history_entry" | "line"): Promise<number> {
  const [row] = await house.enishi.database.query<{ n: number }>(
    `select count(*)::bigint as n from ${table}`,
  );
  return row!.n;
}

const seconds = () => Math.floor(house.enishi.clock.now().getTime() / 1000);

describe("what reaches /slack/events", () => {
  it("refuses a wrong, missing, stale or future signature, and does nothing", async () => {
    const body = aCommand("電話 北陸物産 見積の件", "t-forged");
    const before = await count("line");
    const answers = await Promise.all([
      post(body, { secret: "another secret" }),
      post(body, { timestamp: seconds() - 330 }),
      post(body, { timestamp: seconds() + 330 }),
      post(body, { headers: { "x-slack-signature": "v0=00" } }),
      post(body, { headers: { "x-slack-signature": "" } }),
      post(body, { headers: { "x-slack-request-timestamp": "NaN" } }),
      post(`${body}x`, {
        headers: signSlackRequest(SECRET, body, seconds()) as unknown as Record<string, string>,
      }),
    ]);
    await house.done();

    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(401));
    expect(await count("line")).toBe(before);
    for (const answer of answers) expect(await answer.text()).not.toContain(SECRET);
  });

  it("takes a signature within five minutes on both sides", async () => {
    const answers = await Promise.all([
      post(eventBody({ type: "app_home_opened", user: sato }), { timestamp: seconds() - 290 }),
      post(eventBody({ type: "app_home_opened", user: sato }), { timestamp: seconds() + 290 }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("answers ssl_check and url_verification", async () => {
    const ssl = await fetch(`${house.url}/slack/events`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "ssl_check=1&token=x",
    });
    const challenge = await post(JSON.stringify({ type: "url_verification", challenge: "abc", token: "x" }));

    expect(ssl.status).toBe(200);
    expect(await challenge.json()).toEqual({ challenge: "abc" });
  });

  it("refuses signed bodies that are nothing of Slack's without a stack trace", async () => {
    for (const body of ["", "{", "payload=%7B", "null", "[]", "a=1", '{"type":"nonsense"}']) {
      const answer = await post(body);
      expect([400, 401]).toContain(answer.status);
      expect(await answer.text()).not.toContain("at ");
    }
  });

  it("acknowledges a command at once with nothing, and answers it afterwards", async () => {
    const answer = await post(aCommand("検索 北陸", "t-search"));

    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    await house.done();
  });

  it("does the same delivery once, however often and close together it comes", async () => {
    const before = await count("history_entry");
    const body = aCommand("電話 丸八金属 在庫の確認", "t-repeated");
    await Promise.all([post(body), post(body), post(body, { headers: { "x-slack-retry-num": "1" } })]);
    await house.done();
    await post(body);
    await house.done();

    expect(await count("history_entry")).toBe(before + 1);
  });

  it("does the same line twice when a person types it twice", async () => {
    const before = await count("history_entry");
    await post(aCommand("電話 丸八金属 単価の件", "t-one"));
    await post(aCommand("電話 丸八金属 単価の件", "t-two"));
    await house.done();

    expect(await count("history_entry")).toBe(before + 2);
  });

  it("keeps no verification token and no bot token in the journal", async () => {
    await post(aCommand("検索 北陸", "t-secret"));
    const kept = await readFile(join(house.enishi.folder, "data", "inbox", "slack", "inbox.journal"), "utf8");

    expect(kept).not.toContain("verification-token");
    expect(kept).not.toContain(TOKEN);
    await house.done();
  });

  it("acknowledges quickly while the database is held, and does the work afterwards", async () => {
    const before = await count("history_entry");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let locked = () => {};
    const isHeld = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const holding = house.enishi.database.transaction(async (tx) => {
      await tx.query("lock table workspace, history_entry in access exclusive mode");
      locked();
      await held;
    });
    await isHeld;
    const waits: number[] = [];
    for (let index = 0; index < 20; index++) {
      const started = performance.now();
      expect((await post(aCommand("電話 丸八金属 納期の件", `t-held-${index}`))).status).toBe(200);
      waits.push(performance.now() - started);
    }
    release();
    await holding;
    await house.done();

    expect(waits.sort((a, b) => a - b)[18]).toBeLessThan(500);
    expect(await count("history_entry")).toBe(before + 20);
  });

  it("gives a select its choices in the answer itself", async () => {
    const answer = await post(
      interactionBody({
        type: "block_suggestion",
        user: { id: sato },
        action_id: "customers.form.pick",
        value: "北陸",
      }),
    );

    expect(await answer.json()).toMatchObject({ options: [{ text: { text: "北陸物産" } }] });
  });

  it("gives no choices to somebody who is no member", async () => {
    const answer = await post(
      interactionBody({
        type: "block_suggestion",
        user: { id: house.users.guest! },
        action_id: "customers.form.pick",
        value: "北陸",
      }),
    );

    expect(await answer.json()).toEqual({ options: [] });
  });

  it("checks a modal before it closes", async () => {
    const [profile] = await house.crm(sato, "北陸物産");
    const plan = buttonsOf(profile!).find(({ text }) => text === "次の予定")!;
    const messageRef = { channelId: profile!.channelId, ts: profile!.ts };
    await house.front.action({ userId: sato, messageRef, actionId: plan.actionId });
    await house.done();
    const viewId = house.front.state(sato).modals[0]!.view.id;
    const refused = await house.front.submitView({
      userId: sato,
      viewId,
      values: { title: "見積", time: "10:00" },
    });
    const values = { title: "見積", day: "2026-11-29", time: null };
    const taken = await house.front.submitView({ userId: sato, viewId, values });
    await house.done();

    expect(refused.errors).toEqual({ day: "時刻だけでなく、日付も選んでください。" });
    expect(taken.errors).toEqual({});
    const echo = house.read(sato).find(({ text }) => text.startsWith("次の予定に入れました"));
    expect(echo!.text).toContain("11/27(金)");
  });
});

describe("the signature", () => {
  it("fits exactly the bytes that were signed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ minLength: 1 }), (body, other) => {
        const now = 1_800_000_000_000;
        const headers = signSlackRequest(SECRET, body, now / 1000);
        const check = (text: string) =>
          isSignedBySlack({
            secret: SECRET,
            timestamp: headers["x-slack-request-timestamp"],
            signature: headers["x-slack-signature"],
            body: Buffer.from(text),
            now,
          });
        expect(check(body)).toBe(true);
        expect(check(body + other)).toBe(Buffer.from(body + other).equals(Buffer.from(body)));
      }),
    );
  });
});

describe("what a repeat is known by", () => {
  it("is the event, the trigger, or the view as it stood; never the text", () => {
    const key = (body: Record<string, unknown>) => readDelivery(body)?.key;

    expect(key({ type: "event_callback", event_id: "Ev1" })).toBe("event:Ev1");
    expect(key({ command: "/crm", text: "a", trigger_id: "1" })).toBe(
      key({ command: "/crm", text: "b", trigger_id: "1" }),
    );
    expect(key({ command: "/crm", text: "a", trigger_id: "1" })).not.toBe(
      key({ command: "/crm", text: "a", trigger_id: "2" }),
    );
    const view = { id: "V1", hash: "h1" };
    expect(key({ type: "view_submission", trigger_id: "1", view })).toBe(
      key({ type: "view_submission", trigger_id: "2", view }),
    );
  });
});
