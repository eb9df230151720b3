import { webApi } from "@slack/bolt";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { newSecret, type PluginHost, sha256 } from "../../core/index.ts";
import { clientOptions } from "../client-options.ts";
import { BOT_SCOPES } from "../scopes.ts";
import type { SlackSettings } from "../settings.ts";
import { installPage } from "./page.ts";
import { teamWorkspace } from "./team-workspace.ts";

const COOKIE = "enishi-slack-state";
const LIFE_SECONDS = 600;
const MOST_WAITING = 1_000;

/**
 * `/install` and `/oauth_redirect`: Slack's OAuth for several workspaces, with a state that belongs to one browser, is
 * good for ten minutes and works once. Not there without a client id and secret: then the static token is the way.
 */
export function installRoutes(host: PluginHost, settings: SlackSettings): Hono {
  const routes = new Hono();
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = settings;
  if (!clientId || !clientSecret || settings.SLACK_BOT_TOKEN) return routes;
  const redirectUri = `${host.publicUrl}/slack/oauth_redirect`;
  const states = new States();

  routes.get("/install", (c) => {
    const state = states.create(Date.now());
    setCookie(c, COOKIE, state, cookieOptions(host));
    const address = new URL(settings.SLACK_AUTHORIZE_URL);
    address.searchParams.set("client_id", clientId);
    address.searchParams.set("scope", BOT_SCOPES.join(","));
    address.searchParams.set("redirect_uri", redirectUri);
    address.searchParams.set("state", state);
    return c.redirect(address.href);
  });

  routes.get("/oauth_redirect", async (c) => {
    const state = c.req.query("state") ?? "";
    const known = states.take(state, Date.now());
    const sameBrowser = state !== "" && getCookie(c, COOKIE) === state;
    deleteCookie(c, COOKIE, { path: "/slack" });
    if (!known || !sameBrowser) return c.html(installPage(host, "expired"), 400);
    const code = c.req.query("code");
    if (!code) return c.html(installPage(host, "refused"), 400);
    try {
      await install(host, settings, { code, clientId, clientSecret, redirectUri });
    } catch (error) {
      host.log.error({ err: error }, "a slack installation failed");
      return c.html(installPage(host, "failed"), 502);
    }
    return c.html(installPage(host, "done"));
  });
  return routes;
}

async function install(
  host: PluginHost,
  settings: SlackSettings,
  grant: { code: string; clientId: string; clientSecret: string; redirectUri: string },
): Promise<void> {
  const client = new webApi.WebClient(undefined, clientOptions(settings.SLACK_API_URL));
  const answer = await client.oauth.v2.access({
    code: grant.code,
    client_id: grant.clientId,
    client_secret: grant.clientSecret,
    redirect_uri: grant.redirectUri,
  });
  const { team, access_token: botToken, bot_user_id: botUserId, scope } = answer;
  if (!team?.id || !botToken) throw new Error("Slack named no team or gave no token");
  const workspace = await teamWorkspace(host, team.id, async () => true);
  if (!workspace) throw new Error("There is no free workspace for this Slack team");
  await host.connections.put(
    workspace.id,
    "slack",
    team.id,
    { botToken },
    { botUserId, scope, teamName: team.name },
  );
}

function cookieOptions(host: PluginHost) {
  return {
    httpOnly: true,
    // Slack sends the browser back from another site: Lax lets the cookie come along, Strict would not.
    sameSite: "Lax",
    secure: host.publicUrl.startsWith("https:"),
    path: "/slack",
    maxAge: LIFE_SECONDS,
  } as const;
}

/** States that are out; only their digests are kept. A restart forgets them, and the person begins again. */
class States {
  readonly #waiting = new Map<string, number>();

  create(now: number): string {
    const state = newSecret();
    this.#waiting.set(sha256(state), now + LIFE_SECONDS * 1000);
    if (this.#waiting.size > MOST_WAITING) {
      for (const oldest of this.#waiting.keys()) {
        this.#waiting.delete(oldest);
        break;
      }
    }
    return state;
  }

  /** True once for a state that is known and not too old. */
  take(state: string, now: number): boolean {
    const digest = sha256(state);
    const until = this.#waiting.get(digest) ?? 0;
    this.#waiting.delete(digest);
    return until >= now;
  }
}
