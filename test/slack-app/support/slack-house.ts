import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { assignOwner, bindSlackTeam, createCustomer, type Plugin } from "../../../core/index.ts";
import {
  createSlackFront,
  type FrontMessage,
  type SlackFront,
  type UserSeed,
} from "../../../playground/slack-front/index.ts";
import { lintMessage, lintView } from "../../../playground/slack-front/lint/index.ts";
import { slackApp } from "../../../slack-app/index.ts";
import { createTestEnishi, type TestEnishi } from "../../support/enishi.ts";

export const SECRET = "test-signing-secret";
export const TOKEN = "xoxb-test-token";

export interface SlackHouse {
  enishi: TestEnishi;
  front: SlackFront;
  url: string;
  channelId: string;
  users: Record<string, string>;
  customers: Record<string, string>;
  /** Types a command and waits until it is done; gives the messages that it brought the person. */
  crm(userId: string, text: string): Promise<FrontMessage[]>;
  /** Resolves when everything that was acknowledged is done and sent. */
  done(): Promise<void>;
  /** What one person can read, in the channel and from the app. */
  read(userId: string): FrontMessage[];
  /** Everything that the app sent so far passes the linter. */
  lintAll(): unknown[];
  close(): Promise<void>;
}

const people: UserSeed[] = [
  { name: "sato", realName: "佐藤 一郎", email: "sato@example.co.jp", isAdmin: true },
  { name: "suzuki.ken", realName: "鈴木 健", email: "suzuki.ken@example.co.jp" },
  { name: "ito", realName: "伊藤 花", email: "ito@example.co.jp" },
  { name: "guest", realName: "外部 太郎", email: "guest@example.com", isRestricted: true },
  { name: "robot", realName: "ロボット", email: "", isBot: true },
  { name: "boss", realName: "社長 太郎", email: "boss@example.co.jp", isOwner: true },
  { name: "newcomer", realName: "新人 花子", email: "newcomer@example.co.jp" },
  { name: "viewer", realName: "閲覧 次郎", email: "viewer@example.co.jp" },
];

/** The Slack app on a real database behind the pretend Slack, with a few customers of 佐藤. */
export async function openSlackHouse(
  options: {
    plugins?: readonly Plugin[];
    settings?: Record<string, unknown>;
    appToken?: string;
    redirectUri?: string;
    /** A team that the workspace belongs to from the beginning. */
    boundTo?: string;
    /** A PostgreSQL server of its own. */
    server?: string;
    /** Called when the pretend Slack is there and before the app starts. */
    beforeStart?: (front: SlackFront) => void;
  } = {},
): Promise<SlackHouse> {
  const routes = new Hono();
  const server = await new Promise<Server>((resolve) => {
    const made = serve({ fetch: routes.fetch, hostname: "127.0.0.1", port: 0 }, () =>
      resolve(made as Server),
    );
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let now = () => Date.now();
  const front = await createSlackFront({
    now: () => now(),
    users: people,
    channels: ["general"],
    signingSecret: SECRET,
    botToken: TOKEN,
    target: url,
    ...(options.appToken && { appToken: options.appToken }),
    oauth: {
      clientId: "enishi-client",
      clientSecret: "enishi-secret",
      redirectUris: options.redirectUri ? [options.redirectUri] : [],
    },
  });
  const enishi = await createTestEnishi({
    ...(options.server && { server: options.server }),
    plugins: [slackApp(), ...(options.plugins ?? [])],
    settings: {
      slack: {
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_BOT_TOKEN: TOKEN,
        SLACK_API_URL: front.apiUrl,
        SLACK_AUTHORIZE_URL: front.authorizeUrl,
        ...options.settings,
      },
    },
  });
  // Slack's clock stands where ours does.
  now = () => enishi.clock.now().getTime();
  if (options.boundTo) {
    await enishi.perform(bindSlackTeam, { teamId: options.boundTo }, enishi.operator);
  }
  const host = enishi.core.host("slack");
  const slack = enishi.core.plugins.find((plugin) => plugin.name === "slack")!;
  routes.route("/slack", slack.routes!(host));
  options.beforeStart?.(front);
  await slack.start!(host);

  const users = Object.fromEntries(front.users.map((user) => [user.name, user.id]));
  const sato = await enishi.member("佐藤 一郎", "admin", { slackUserId: users.sato! });
  await enishi.member("鈴木 健", "member", { slackUserId: users["suzuki.ken"]! });
  await enishi.member("閲覧 次郎", "viewer", { slackUserId: users.viewer! });
  const customers = await makeCustomers(enishi, sato);
  const channelId = front.channels[0]!.id;

  const read = (userId: string) =>
    front.state(userId).conversations.flatMap((conversation) => conversation.messages);
  const done = async () => {
    await slackIdle(slack);
    await enishi.settle();
  };
  return {
    enishi,
    front,
    url,
    channelId,
    users,
    customers,
    read,
    done,
    crm: async (userId, text) => {
      const before = new Set(read(userId).map(({ ts }) => ts));
      const delivery = await front.command({ userId, channelId, text });
      if (delivery.error) throw new Error(`${delivery.error} ${delivery.status}`);
      await done();
      return read(userId).filter(({ ts }) => !before.has(ts));
    },
    lintAll: () =>
      front.requests.flatMap(({ method, args }) => {
        const found = args.view ? lintView(args.view) : args.blocks || args.text ? lintMessage(args) : [];
        return found.map((fault) => ({ method, fault }));
      }),
    close: async () => {
      await slack.stop!();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await front.stop();
      await enishi.close();
    },
  };
}

/** The runtime tells when it has nothing left to do. */
async function slackIdle(slack: Plugin): Promise<void> {
  await (slack as Plugin & { idle(): Promise<void> }).idle();
}

async function makeCustomers(enishi: TestEnishi, ownerId: string): Promise<Record<string, string>> {
  const call = enishi.as(ownerId);
  const made: Record<string, string> = {};
  const list = [
    { name: "田中商事", nameKana: "タナカショウジ", prefecture: "東京都" },
    { name: "丸八金属", nameKana: "マルハチキンゾク" },
    { name: "三和電機工業", nameKana: "サンワデンキコウギョウ" },
    { name: "北陸物産", nameKana: "ホクリクブッサン" },
    { name: "<!channel> & *太字* _社_", nameKana: "チャンネル" },
  ];
  for (const { name, nameKana } of list) {
    const { customerId } = await enishi.perform(createCustomer, { kind: "company", name, nameKana }, call);
    made[name] = customerId;
    await enishi.perform(assignOwner, { customerId, memberId: ownerId }, call);
  }
  const site = await enishi.perform(
    createCustomer,
    {
      kind: "site",
      name: "田中商事 大阪支店",
      parentId: made.田中商事,
      contactPoints: [{ kind: "phone", value: "06-1234-5678" }],
    },
    call,
  );
  made["田中商事 大阪支店"] = site.customerId;
  return made;
}

/** The action ids and values of the buttons of a message or view. */
export function buttonsOf(message: {
  blocks: Record<string, unknown>[];
}): { text: string; actionId: string; value: string }[] {
  return message.blocks.flatMap((block) => {
    const listed = Array.isArray(block.elements) && block.type === "actions" ? block.elements : [];
    return [...listed, block.accessory].flatMap((element) => {
      const button = element as
        | { type?: string; text?: { text: string }; action_id: string; value?: string }
        | undefined;
      if (button?.type !== "button") return [];
      return [{ text: button.text?.text ?? "", actionId: button.action_id, value: button.value ?? "" }];
    });
  });
}

/** All text that a message or view shows, in one string. */
export function textOf(shown: { text?: string; blocks: unknown[] }): string {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "text" && typeof inner === "string") texts.push(inner);
      else walk(inner);
    }
  };
  walk(shown.blocks);
  return texts.join("\n");
}
