import { type App, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../core/index.ts";
import { clientOptions } from "./client-options.ts";
import type { SlackBody } from "./delivery.ts";
import { textOf } from "./delivery.ts";
import type { Answer } from "./receiver.ts";

/** How long the start of the server waits for the connection, and its end for the goodbye. */
const CONNECTING_MS = 4_000;
const LEAVING_MS = 2_000;

/**
 * Unlike other calls, the one for a new connection is repeated for ever: the client takes an error of the network for
 * final, and when that happens while it reconnects, nobody catches it and the process ends.
 */
function connectingOptions(slackApiUrl: string) {
  const retryConfig = { forever: true, factor: 1.3, maxTimeout: 30_000 };
  return { ...clientOptions(slackApiUrl), retryConfig, rejectRateLimitedCalls: false };
}

export interface Socket {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Socket Mode for servers without a public address: Bolt's own receiver keeps the connection, and what comes through
 * it takes the same way as over HTTP: journal, acknowledgement, work. `answer` gives what Slack is told.
 */
export function createSocket(parts: {
  appToken: string;
  slackApiUrl: string;
  log: Log;
  answer(body: SlackBody, envelopeId: string | undefined): Promise<Answer>;
}): Socket {
  const receiver = new SocketModeReceiver({
    appToken: parts.appToken,
    installerOptions: { clientOptions: connectingOptions(parts.slackApiUrl) },
    customPropertiesExtractor: (args) => ({ envelopeId: (args as { envelope_id?: unknown }).envelope_id }),
    logger: silentBoltLogger(),
  });
  // The receiver knows Bolt's App by this one method; ours stands before it.
  const before: Pick<App, "processEvent"> = {
    processEvent: async (event) => {
      const envelopeId = textOf(event.customProperties?.envelopeId) ?? undefined;
      try {
        const answer = await parts.answer(event.body as SlackBody, envelopeId);
        await event.ack((answer.body ?? undefined) as never);
      } catch (error) {
        // Not acknowledged: Slack sends it again.
        parts.log.error({ err: error }, "a slack delivery could not be kept");
      }
    },
  };
  receiver.init(before as App);
  return {
    // The server starts all the same when Slack cannot be reached; the connection is made when it can.
    start: () => atMost(CONNECTING_MS, connect(receiver, parts.log)),
    stop: () =>
      atMost(
        LEAVING_MS,
        Promise.resolve(receiver.stop()).then(() => {}),
      ),
  };
}

async function connect(receiver: SocketModeReceiver, log: Log): Promise<void> {
  try {
    await receiver.start();
  } catch (error) {
    log.error({ err: error }, "slack refused the socket; check SLACK_APP_TOKEN");
  }
}

function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return Promise.race([work, patience]).finally(() => clearTimeout(timer));
}

function silentBoltLogger() {
  return {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    getLevel: () => "error" as never,
    setName() {},
  };
}
