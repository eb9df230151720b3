import type { PluginHost } from "../../core/index.ts";
import { asObject, type SlackBody, textOf } from "../delivery.ts";
import type { Listener } from "../listen.ts";

/** Forgets the token of a team that removes the app or takes its token back. Bolt has no listener for either. */
export function registerRemoval(listener: Listener, host: PluginHost): void {
  listener.appEvent("app_uninstalled", (body) => forget(host, body));
  listener.appEvent("tokens_revoked", async (body) => {
    const tokens = asObject(asObject(body.event)?.tokens);
    if (Array.isArray(tokens?.bot) && tokens.bot.length > 0) await forget(host, body);
  });
}

async function forget(host: PluginHost, body: SlackBody): Promise<void> {
  const teamId = textOf(body.team_id);
  if (!teamId) return;
  await host.connections.remove("slack", teamId);
  host.log.info({ teamId }, "slack was removed from a workspace");
}
