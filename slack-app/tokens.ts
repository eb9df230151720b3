import { webApi } from "@slack/bolt";
import type { PluginHost } from "../core/index.ts";
import { clientOptions } from "./client-options.ts";
import { asObject, textOf } from "./delivery.ts";
import type { SlackSettings } from "./settings.ts";

export interface Tokens {
  /** The bot's token in a team; null when the app is not installed there. */
  botToken(teamId: string): Promise<string | null>;
  /** Whether the app is installed in a team. Errors: those of `auth.test`. */
  isInstalledIn(teamId: string): Promise<boolean>;
  /** The team of the static token; null without one. Asked once. Errors: those of `auth.test`. */
  ownTeam(): Promise<string | null>;
}

/**
 * Either one static token (SLACK_BOT_TOKEN, an app of one's own) or those of OAuth installations, which lie encrypted
 * in the connections: never both, so that it is always clear which one acts.
 */
export function createTokens(host: PluginHost, settings: SlackSettings): Tokens {
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = settings;
  if (SLACK_BOT_TOKEN) return staticToken(SLACK_BOT_TOKEN, SLACK_API_URL);
  const botToken = async (teamId: string) => {
    const connection = await host.connections.find("slack", teamId);
    return textOf(asObject(connection?.secret)?.botToken);
  };
  return {
    botToken,
    isInstalledIn: async (teamId) => (await botToken(teamId)) !== null,
    ownTeam: async () => null,
  };
}

/** A token belongs to one team, and only that team's deliveries are ours. */
function staticToken(token: string, slackApiUrl: string): Tokens {
  let asked: Promise<string | null> | null = null;
  const ownTeam = () => {
    asked ??= new webApi.WebClient(token, clientOptions(slackApiUrl)).auth
      .test()
      .then((answer) => answer.team_id ?? null)
      .catch((error: unknown) => {
        asked = null;
        throw error;
      });
    return asked;
  };
  return {
    botToken: async () => token,
    isInstalledIn: async (teamId) => (await ownTeam()) === teamId,
    ownTeam,
  };
}
