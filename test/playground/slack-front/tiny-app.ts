import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, LogLevel } from "@slack/bolt";
import {
  createSlackFront,
  type SlackFront,
  type SlackFrontOptions,
} from "../../../playground/slack-front/index.ts";

export const SECRET = "a-signing-secret";
export const TOKEN = "xoxb-practice";

/** A pretend Slack with a real Bolt app behind it, both on free ports. */
export async function startTinyApp(
  register: (app: App) => void,
  options: Partial<SlackFrontOptions> = {},
): Promise<{ front: SlackFront; eventsUrl: string; stop: () => Promise<void> }> {
  let address = "";
  const front = await createSlackFront({
    users: [
      { name: "sato", realName: "佐藤 大輔", email: "sato@example.jp", isAdmin: true },
      { name: "suzuki-ken", realName: "鈴木 健", email: "ken@example.jp" },
      { name: "suzuki-makoto", realName: "鈴木 真", email: "makoto@example.jp" },
      { name: "guest", realName: "社外 太郎", email: "guest@example.com", isRestricted: true },
      { name: "tanaka", realName: "田中 一", email: "tanaka@example.jp", deleted: true },
    ],
    channels: ["general", "営業部", { name: "報告", withBot: true }],
    signingSecret: SECRET,
    botToken: TOKEN,
    target: () => `${address}/slack/events`,
    ...options,
  });
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR });
  const app = new App({
    token: TOKEN,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: front.apiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  const server = createServer(receiver.requestListener);
  address = await listen(server);
  return {
    front,
    eventsUrl: `${address}/slack/events`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await front.stop();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
