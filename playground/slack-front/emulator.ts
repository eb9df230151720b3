import { createEmulator } from "emulate";
import { botUser, type FrontUser } from "./directory.ts";
import { APP, stableId, TEAM } from "./ids.ts";

export type ApiAnswer = Record<string, unknown> & { ok: boolean; error?: string };

/** The emulator behind the Front: channels, messages, views and triggers live there. */
export type Backing = {
  url: string;
  /** Calls a Web API method as the app. */
  call: (method: string, body: Record<string, unknown>, token?: string) => Promise<ApiAnswer>;
  channels: FrontChannel[];
  stop: () => Promise<void>;
};

export type FrontChannel = { id: string; name: string; withBot: boolean };
export type ChannelSeed = string | { name: string; withBot?: boolean };

export type BackingOptions = {
  users: FrontUser[];
  channels: readonly ChannelSeed[];
  scopes: readonly string[];
  oauth: { clientId: string; clientSecret: string; redirectUris: string[] };
};

// The emulator lets each token make 5,000 calls an hour; a run of many commands needs more.
const ALIASES = Array.from({ length: 40 }, (_, index) => `xoxb-front-${index}`);
const OPERATOR = "xoxp-front-operator";
const EMULATOR_ADMIN = "U000000001";

/** Starts the emulator on a free port of the loopback interface and fills it with people and channels. */
export async function startBacking(options: BackingOptions): Promise<Backing> {
  const emulator = await createEmulator({ service: "slack", port: 0, seed: { slack: seed(options) } });
  // Its own address says "localhost", which some machines resolve to ::1 first; it listens on 127.0.0.1.
  const url = emulator.url.replace("//localhost", "//127.0.0.1");
  let turn = 0;
  const call = (method: string, body: Record<string, unknown>, token?: string) =>
    post(url, method, body, token ?? ALIASES[turn++ % ALIASES.length]!);
  try {
    const channels = await fillChannels(url, options);
    for (const user of options.users.filter((each) => !each.isBot && !each.deleted)) {
      user.dmId = channelId(await call("conversations.open", { users: user.id }));
    }
    return { url, call, channels, stop: () => emulator.close() };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

/*
 * The emulator gives random ids to the people of its seed. Ids must outlive a restart, and the only way to
 * choose one there is the bot user of an app: so every person enters as one. The Front answers `users.*`
 * itself and nobody sees the difference.
 */
function seed({ users, channels, scopes, oauth }: BackingOptions): Record<string, unknown> {
  const asApp = (user: FrontUser) => ({
    app_id: stableId("A", user.name),
    client_id: `person-${user.id}`,
    client_secret: "unused",
    name: user.realName,
    redirect_uris: [],
    bot_id: stableId("B", user.name),
    bot_user_id: user.id,
    bot_name: user.name,
  });
  const ours = {
    app_id: APP.id,
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    name: botUser.realName,
    redirect_uris: oauth.redirectUris,
    scopes,
    bot_id: APP.botId,
    bot_user_id: APP.botUserId,
    bot_name: APP.botName,
  };
  const bot = { type: "bot", user_id: APP.botUserId, app_id: APP.id, bot_id: APP.botId, scopes };
  return {
    team: { name: "Enishi", domain: TEAM.domain },
    channels: channels.map((channel) => ({ name: nameOf(channel) })),
    oauth_apps: [ours, ...users.map(asApp)],
    tokens: [...ALIASES.map((token) => ({ token, ...bot })), { token: OPERATOR, user_id: EMULATOR_ADMIN }],
    strict_scopes: true,
  };
}

async function fillChannels(url: string, { users, channels }: BackingOptions): Promise<FrontChannel[]> {
  const people = users.filter((user) => !user.isBot && !user.deleted).map(({ id }) => id);
  const listed = await post(url, "conversations.list", { limit: 1000 }, OPERATOR);
  const known = new Map(
    (listed.channels as { id: string; name: string }[]).map((each) => [each.name, each.id]),
  );
  const placed = channels.map((channel) => ({
    id: known.get(nameOf(channel))!,
    name: nameOf(channel),
    withBot: typeof channel === "object" && channel.withBot === true,
  }));
  for (const channel of placed) {
    const members = [...people, ...(channel.withBot ? [APP.botUserId] : [])];
    for (let start = 0; start < members.length; start += 100) {
      const users = members.slice(start, start + 100).join(",");
      expectOk(await post(url, "conversations.invite", { channel: channel.id, users }, OPERATOR));
    }
  }
  return placed;
}

async function post(url: string, method: string, body: object, token: string): Promise<ApiAnswer> {
  const response = await fetch(`${url}/api/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.status === 404) return { ok: false, error: "unknown_method" };
  return (await response.json()) as ApiAnswer;
}

function channelId(answer: ApiAnswer): string {
  return (expectOk(answer).channel as { id: string }).id;
}

function expectOk(answer: ApiAnswer): ApiAnswer {
  if (!answer.ok) throw new Error(`The emulator refused: ${String(answer.error)}`);
  return answer;
}

function nameOf(channel: ChannelSeed): string {
  return typeof channel === "string" ? channel : channel.name;
}
