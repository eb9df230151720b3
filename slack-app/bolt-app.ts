import { App, type Authorize, type Logger, LogLevel } from "@slack/bolt";
import type { Log, PluginHost } from "../core/index.ts";
import { clientOptions } from "./client-options.ts";
import type { SlackReceiver } from "./receiver.ts";
import type { SlackSettings } from "./settings.ts";
import type { Tokens } from "./tokens.ts";

/** The real Bolt, fed by our receiver. Errors of listeners reach whoever processes the delivery. */
export function createBoltApp(
  host: PluginHost,
  settings: SlackSettings,
  tokens: Tokens,
  receiver: SlackReceiver,
): App {
  const authorize: Authorize<boolean> = async ({ teamId }) => {
    const botToken = await tokens.botToken(teamId ?? "");
    // Without a token a listener can still say, over the address that came with the deed, that we do not know the team.
    return { ...(botToken !== null && { botToken }), ...(teamId !== undefined && { teamId }) };
  };
  const app = new App({
    receiver,
    authorize,
    logger: quietLogger(host.log),
    logLevel: LogLevel.WARN,
    // We keep no conversations; the default store would hold one entry per channel for ever.
    convoStore: false,
    // Needs to know the app's own user; none of our events is caused by the app itself.
    ignoreSelf: false,
    clientOptions: clientOptions(settings.SLACK_API_URL),
  });
  app.error(async (error) => {
    throw error.original ?? error;
  });
  return app;
}

/** Bolt's own words may hold bodies and tokens, so only that it said something is kept. */
function quietLogger(log: Log): Logger {
  let level = LogLevel.WARN;
  return {
    debug() {},
    info() {},
    warn: (...said) => log.debug({ parts: said.length }, "bolt warned"),
    error: (...said) => log.debug({ parts: said.length }, "bolt reported an error"),
    setLevel(next) {
      level = next;
    },
    getLevel: () => level,
    setName() {},
  };
}
