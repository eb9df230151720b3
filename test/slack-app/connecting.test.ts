import { afterEach, describe, expect, it } from "vitest";
import { TEAM } from "../../playground/slack-front/index.ts";
import { openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse | null = null;

afterEach(async () => {
  await house?.close();
  house = null;
});

describe("Socket Mode", () => {
  it("starts all the same when Slack refuses the socket", async () => {
    house = await openSlackHouse({
      appToken: "xapp-1-test",
      settings: { SLACK_APP_TOKEN: "xapp-1-another" },
    });
    const [answer] = await house.crm(house.users.sato!, "検索 北陸");

    expect(textOf(answer!)).toContain("北陸物産");
  });

  it("takes the same way as HTTP, without a signing secret", async () => {
    house = await openSlackHouse({
      appToken: "xapp-1-test",
      settings: { SLACK_APP_TOKEN: "xapp-1-test", SLACK_SIGNING_SECRET: undefined },
    });
    const [answer] = await house.crm(house.users.sato!, "検索 北陸");

    expect(textOf(answer!)).toContain("北陸物産");
    expect((await fetch(`${house.url}/slack/events`, { method: "POST", body: "{}" })).status).toBe(404);
  });
});

describe("OAuth", () => {
  const redirectUri = "https://enishi.example.jp/slack/oauth_redirect";
  const settings = {
    SLACK_BOT_TOKEN: undefined,
    SLACK_CLIENT_ID: "enishi-client",
    SLACK_CLIENT_SECRET: "enishi-secret",
  };

  async function begin(url: string) {
    const answer = await fetch(`${url}/slack/install`, { redirect: "manual" });
    const address = new URL(answer.headers.get("location") ?? "");
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    return { address, cookie, state: address.searchParams.get("state") ?? "" };
  }

  async function consent(address: URL): Promise<string> {
    const page = await (await fetch(address)).text();
    const form = new URLSearchParams(
      [...page.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map((found): [string, string] => [
        found[1]!,
        found[2]!,
      ]),
    );
    const target = new URL("/oauth/v2/authorize/callback", address);
    const answer = await fetch(target, { method: "POST", body: form, redirect: "manual" });
    return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
  }

  const finish = (url: string, query: Record<string, string>, cookie: string) =>
    fetch(`${url}/slack/oauth_redirect?${new URLSearchParams(query)}`, { headers: { cookie } });

  it("installs with a state that belongs to one browser and works once, and forgets the token when removed", async () => {
    house = await openSlackHouse({ redirectUri, settings });
    const { url } = house;
    const { address, cookie, state } = await begin(url);
    const code = await consent(address);

    expect((await finish(url, { code, state }, "")).status).toBe(400);
    const { address: again, cookie: fresh, state: second } = await begin(url);
    const freshCode = await consent(again);
    expect((await finish(url, { code: freshCode, state: second }, fresh)).status).toBe(200);
    expect((await finish(url, { code: freshCode, state: second }, fresh)).status).toBe(400);
    expect((await finish(url, { code, state }, cookie)).status).toBe(400);

    const [stored] = await house.enishi.database.query<{ secret: string }>("select secret from connection");
    expect(stored!.secret).not.toContain("xoxb-");
    const [answer] = await house.crm(house.users.sato!, "検索 北陸");
    expect(textOf(answer!)).toContain("北陸物産");

    await house.front.event({ type: "app_uninstalled" });
    await house.done();
    expect(await house.enishi.core.host("slack").connections.find("slack", TEAM.id)).toBeNull();
  });
});
