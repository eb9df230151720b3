import { join } from "node:path";
import { webApi } from "@slack/bolt";
import { Hono } from "hono";
import { type Delivery, type PluginHost, parseMembersRule } from "../core/index.ts";
import type { SlackParts } from "./acting.ts";
import { createBoltApp } from "./bolt-app.ts";
import { clientOptions } from "./client-options.ts";
import { tellDelay } from "./delay.ts";
import { createDelivery } from "./deliver.ts";
import { asObject, type SlackBody, textOf } from "./delivery.ts";
import { Inbox } from "./inbox.ts";
import { installRoutes } from "./install/routes.ts";
import { openJournal } from "./journal.ts";
import { createListener, type Listening } from "./listen.ts";
import { pacedHost } from "./paced-host.ts";
import { People } from "./people.ts";
import { answerDelivery, eventRoutes, SlackReceiver } from "./receiver.ts";
import { registerAll, submissionChecks } from "./register.ts";
import { missingSettings, type SlackSettings } from "./settings.ts";
import { createSocket, type Socket } from "./socket.ts";
import { checkSubmission } from "./submission.ts";
import { createTokens } from "./tokens.ts";

/** The Slack app of one server. */
export interface SlackRuntime {
  settings: SlackSettings;
  routes: Hono;
  listening: Listening;
  deliver(delivery: Delivery): Promise<void>;
  /** Takes up what was acknowledged before the last stop; connects in Socket Mode. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when everything that was acknowledged is done. */
  idle(): Promise<void>;
}

export function createRuntime(host: PluginHost, settings: SlackSettings): SlackRuntime {
  const tokens = createTokens(host, settings);
  const rule = parseMembersRule(settings.ENISHI_MEMBERS) ?? { kind: "invite" };
  const paced = pacedHost(host);
  const people = new People(paced, rule, tokens.isInstalledIn);
  const receiver = new SlackReceiver();
  const app = createBoltApp(host, settings, tokens, receiver);
  const parts: SlackParts = { host: paced, people, places: new Map(), opened: new Map() };
  const listener = createListener(app, parts);
  registerAll(listener, host);
  const check = (body: SlackBody) => {
    const locale = people.localeOf(textOf(asObject(body.user)?.id) ?? "");
    return checkSubmission(body, submissionChecks, (key) => host.text(locale, key));
  };

  const now = () => host.clock.now();
  let opening: Promise<Inbox> | null = null;
  const inbox = () => {
    opening ??= openJournal(join(host.dataDir, "inbox", "slack")).then(
      (journal) =>
        new Inbox({
          journal,
          log: host.log,
          work: (work) => receiver.work(work),
          delayed: (work) => tellDelay(parts, work),
          now,
        }),
    );
    return opening;
  };
  const receiving = { inbox, check, log: host.log };
  const routes = new Hono();
  const configured = missingSettings(settings).length === 0;
  if (settings.SLACK_SIGNING_SECRET && configured) {
    const signingSecret = settings.SLACK_SIGNING_SECRET;
    routes.route("/", eventRoutes({ ...receiving, signingSecret, now }, receiver));
  }
  routes.route("/", installRoutes(host, settings));
  const socket: Socket | null =
    settings.SLACK_APP_TOKEN && configured
      ? createSocket({
          appToken: settings.SLACK_APP_TOKEN,
          slackApiUrl: settings.SLACK_API_URL,
          log: host.log,
          answer: (body, envelopeId) => answerDelivery(body, receiving, receiver, { envelopeId }),
        })
      : null;

  async function clientOf(workspaceId: string): Promise<webApi.WebClient | null> {
    const { slackTeamId } = await host.workspace(workspaceId);
    const token = await tokens.botToken(slackTeamId ?? "");
    return token === null ? null : new webApi.WebClient(token, clientOptions(settings.SLACK_API_URL));
  }

  async function bindOwnTeam(): Promise<void> {
    try {
      const teamId = await tokens.ownTeam();
      if (teamId === null || (await people.workspaceOf(teamId))) return;
      host.log.error({ teamId }, "no workspace is free for the team of SLACK_BOT_TOKEN; it is refused");
    } catch (error) {
      host.log.warn({ err: error }, "slack could not be asked which team SLACK_BOT_TOKEN belongs to");
    }
  }

  return {
    settings,
    routes,
    listening: listener.listening,
    deliver: createDelivery({ host, people, clientOf }),
    start: async () => {
      if (!configured) return;
      (await inbox()).resume();
      // Not waited for: the server starts also when Slack cannot be reached; then the first delivery does it.
      void bindOwnTeam();
      await socket?.start();
    },
    stop: async () => {
      await socket?.stop();
      const open = opening;
      opening = null;
      await (await open)?.close();
    },
    idle: async () => (await inbox()).idle(),
  };
}
