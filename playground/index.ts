import { definePlugin, newSecret, type Plugin, type PluginHost, type Settings } from "../core/index.ts";
import { createGoogleFront } from "./google-front/index.ts";
import { ownOrigin } from "./origin.ts";
import { COMPANY_DOMAIN, slackUsers } from "./people.ts";
import { resetPractice } from "./reset.ts";
import { playgroundRoutes } from "./routes.ts";
import { seed } from "./seed/index.ts";
import { createSlackFront } from "./slack-front/index.ts";
import { strings } from "./strings/index.ts";
import { findPractice, ownCall } from "./workspace.ts";

/**
 * A pretend workspace in the browser, at /playground: a pretend Slack and a pretend Google on this machine, and a
 * practice company to try everything with. Nothing leaves the machine. The credentials that the surfaces are built
 * with are made here, before them, and are good until the process ends.
 */
export async function playground(settings: Settings): Promise<Plugin> {
  const origin = ownOrigin(settings);
  const signingSecret = newSecret();
  const botToken = `xoxb-practice-${newSecret()}`;
  const [slack, google] = await Promise.all([
    createSlackFront({
      users: slackUsers,
      channels: ["営業部", "全社連絡"],
      signingSecret,
      botToken,
      target: origin,
    }),
    createGoogleFront(),
  ]);
  const slackIds = new Map(slack.users.map((user) => [user.name, user.id]));

  async function fill(host: PluginHost): Promise<void> {
    const workspace = await findPractice(host);
    if (workspace) await seed(host, workspace.id, slackIds);
  }

  async function startOver(host: PluginHost): Promise<void> {
    const workspace = await findPractice(host);
    if (workspace) await host.perform(resetPractice, {}, ownCall(host, workspace.id));
    await fill(host);
  }

  return definePlugin({
    name: "playground",
    mount: "/playground",
    environment: {
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_AUTHORIZE_URL: slack.authorizeUrl,
      GOOGLE_JWKS_URL: google.jwksUrl,
      GOOGLE_OIDC_ISSUERS: google.issuer,
      GOOGLE_OIDC_AUDIENCES: google.audience,
      GOOGLE_HOSTED_DOMAINS: COMPANY_DOMAIN,
      GOOGLE_API_URL: google.url,
      ENISHI_MEMBERS: settings.env.ENISHI_MEMBERS || "invite",
    },
    strings,
    operations: [resetPractice],
    routes: (host) => playgroundRoutes({ slack, google, origin, token: newSecret(), startOver }, host),
    start: fill,
    seed: fill,
    stop: async () => {
      await Promise.all([slack.stop(), google.stop()]);
    },
  });
}
