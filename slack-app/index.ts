import type { Hono } from "hono";
import { definePlugin, type PluginHost } from "../core/index.ts";
import { createRuntime, type SlackRuntime } from "./runtime.ts";
import { missingSettings, slackSettings } from "./settings.ts";
import { strings } from "./strings/index.ts";

/**
 * Enishi in Slack: `/crm`, its modals and direct messages, on real Bolt behind the one server, over HTTP or, when
 * SLACK_APP_TOKEN is set, over a socket. Without credentials it is there and does nothing.
 */
export function slackApp() {
  const runtimes = new WeakMap<PluginHost, SlackRuntime>();
  let running: SlackRuntime | null = null;

  function runtimeOf(host: PluginHost): SlackRuntime {
    const known = runtimes.get(host);
    if (known) return known;
    const made = createRuntime(host, slackSettings.parse(host.settings));
    runtimes.set(host, made);
    return made;
  }

  const plugin = definePlugin({
    name: "slack",
    mount: "/slack",
    settings: slackSettings,
    strings,
    routes: (host): Hono => runtimeOf(host).routes,
    deliver: (delivery, host) => runtimeOf(host).deliver(delivery),
    start: async (host) => {
      running = runtimeOf(host);
      await running.start();
    },
    stop: async () => {
      await running?.stop();
      running = null;
    },
    health: async () => {
      if (!running) return { ok: false, detail: "not started" };
      const missing = missingSettings(running.settings);
      if (missing.length > 0) return { ok: true, detail: `not configured: ${missing.join(", ")}` };
      return { ok: true, detail: running.settings.SLACK_APP_TOKEN ? "socket mode" : "http" };
    },
  });
  return {
    ...plugin,
    /** Resolves when everything that Slack was acknowledged for is done. For a clean end, and for tests. */
    idle: async () => running?.idle(),
    /** What it listens to; the manifest says the same. */
    listening: (host: PluginHost) => runtimeOf(host).listening,
  };
}
