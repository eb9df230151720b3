import { availableParallelism } from "node:os";
import type { PluginHost } from "../core/index.ts";
import { Slots } from "./slots.ts";

/**
 * The house for work that is acknowledged already: about as much of it as there are processors is asked for at once.
 * A database on this machine would otherwise take all of them, and what arrives meanwhile would wait for its
 * acknowledgement. Waiting for Slack takes no place here.
 */
export function pacedHost(host: PluginHost, atOnce = Math.max(2, availableParallelism())): PluginHost {
  const slots = new Slots(atOnce);
  return {
    ...host,
    perform: (...args) => slots.use(() => host.perform(...args)),
    ask: (...args) => slots.use(() => host.ask(...args)),
    performNamed: (...args) => slots.use(() => host.performNamed(...args)),
    profileSections: (...args) => slots.use(() => host.profileSections(...args)),
  };
}
