import { type App, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../core/index.ts";
import { clientOptions } from "./client-options.ts";
import type { SlackBody } from "./delivery.ts";
import { textOf } from "./delivery.ts";
import type { Answer } from "./receiver.ts";

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
    installerOptions: { clientOptions: clientOptions(parts.slackApiUrl) },
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
  return { start: async () => void (await receiver.start()), stop: async () => void (await receiver.stop()) };
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
