import { request } from "node:http";
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { expect, it } from "vitest";
import { createSlackFront } from "../../../playground/slack-front/index.ts";

it("serves an app without any address of its own through a socket", async () => {
  const front = await createSlackFront({
    users: [{ name: "sato", realName: "佐藤 大輔", email: "sato@example.jp" }],
    channels: ["general"],
    signingSecret: "unused",
    botToken: "xoxb-practice",
    appToken: "xapp-practice",
    target: "http://127.0.0.1:9",
  });
  const receiver = new SocketModeReceiver({
    appToken: "xapp-practice",
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: front.apiUrl } },
  });
  const app = new App({
    token: "xoxb-practice",
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: front.apiUrl },
  });
  const long = "記".repeat(30_000);
  const events: number[] = [];
  app.command("/crm", ({ ack, command }) => ack(command.text === "long" ? long : `→ ${command.text}`));
  app.event("app_home_opened", async ({ context }) => {
    events.push(context.retryNum ?? 0);
  });
  await app.start();
  const [sato] = front.users;
  const act = { userId: sato!.id, channelId: front.channels[0]!.id };

  try {
    const first = await front.command({ ...act, text: "たなか" });
    const second = await front.command({ ...act, text: "long" });
    await front.openHome(sato!.id);

    expect(first).toMatchObject({ status: 200 });
    expect(second).toMatchObject({ status: 200 });
    expect(front.state(sato!.id).conversations[0]?.messages.map(({ text }) => text)).toEqual([
      "→ たなか",
      long,
    ]);
    expect(events).toEqual([0]);
  } finally {
    await app.stop();
    await front.stop();
  }
});

it("gives no connection to a wrong app token or an address it did not hand out", async () => {
  const front = await createSlackFront({
    users: [],
    channels: [],
    signingSecret: "unused",
    botToken: "xoxb-practice",
    appToken: "xapp-practice",
    target: "http://127.0.0.1:9",
  });
  const open = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${front.apiUrl}apps.connections.open`, { method: "POST", headers });
    return (await response.json()) as { ok: boolean; error?: string };
  };

  try {
    expect(await open("xoxb-practice")).toMatchObject({ ok: false, error: "not_allowed_token_type" });
    expect(await open("xapp-practice")).toMatchObject({ ok: true });
    expect(await upgrade(`${front.apiUrl}../link/?ticket=invented`)).toBe(403);
  } finally {
    await front.stop();
  }
});

function upgrade(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-key": "x" };
    request(url, { headers })
      .on("response", (response) => resolve(response.statusCode ?? 0))
      .on("upgrade", (response) => resolve(response.statusCode ?? 0))
      .on("error", reject)
      .end();
  });
}
