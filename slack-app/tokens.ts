import type { PluginHost } from "../core/index.ts";
import { asObject, textOf } from "./delivery.ts";
import type { SlackSettings } from "./settings.ts";

export interface Tokens {
  /** The bot's token in a team; null when the app is not installed there. */
  botToken(teamId: string): Promise<string | null>;
}

/**
 * Either one static token (SLACK_BOT_TOKEN, an app of one's own) or those of OAuth installations, which lie encrypted
 * in the connections: never both, so that it is always clear which one acts.
 */
export function createTokens(host: PluginHost, settings: SlackSettings): Tokens {
  const { SLACK_BOT_TOKEN } = settings;
  if (SLACK_BOT_TOKEN) return { botToken: async () => SLACK_BOT_TOKEN };
  return {
    botToken: async (teamId) => {
      const connection = await host.connections.find("slack", teamId);
      return textOf(asObject(connection?.secret)?.botToken);
    },
  };
}
