import type { Hono } from "hono";
import type { z } from "zod";
import type { Answer } from "./answer.ts";
import type { CallContext, Locale } from "./context.ts";
import type { DomainEvent } from "./events.ts";
import type { ImportPreset } from "./import-preset.ts";
import type { AnyOperation, AnyQuery } from "./operation.ts";
import type { Permission, Role } from "./permissions.ts";
import type { PluginHost } from "./plugin-host.ts";

/** A verb of `/crm`. */
export interface Command {
  verb: string;
  /** What people also type; matched in any width, kana = kanji. */
  aliases: readonly string[];
  /** Key of the one-line description that the menu shows. */
  description: string;
  run(input: { text: string; host: PluginHost; call: CallContext }): Promise<Answer>;
}

/** A part of a customer's profile, shown above the history on every surface. */
export interface ProfileSection {
  name: string;
  load(input: { customerId: string; host: PluginHost; call: CallContext }): Promise<Answer | null>;
}

/** Work done in the background, by name, with a JSON input. May run again after a kill. */
export interface Job {
  name: string;
  /** cron expression in the workspace's zone, for work that repeats. */
  schedule?: string;
  run(input: { data: Record<string, unknown>; host: PluginHost }): Promise<void>;
}

/**
 * A message that leaves through a plugin; throwing leaves it waiting for a later attempt: `DeliveryPostponed` for as long
 * as the other side asked, `DeliveryRefused` for ever.
 */
export interface Delivery {
  workspaceId: string;
  id: string;
  key: string;
  payload: Record<string, unknown>;
}

/** What one plugin brings. Everything is optional but its name; a plugin is one folder that can be deleted. */
export interface Plugin {
  apiVersion: 1;
  /** kebab-case; prefixes its operations, queries, routes and records. */
  name: string;
  /** Environment variables that it reads, checked together with everyone else's at start. */
  settings?: z.ZodObject;
  /** Environment values that it stands in for others with (the playground's pretend credentials). */
  environment?: Record<string, string>;
  strings?: Record<Locale, Record<string, string>>;
  permissions?: Record<Permission, readonly Role[]>;
  operations?: readonly AnyOperation[];
  queries?: readonly AnyQuery[];
  commands?: readonly Command[];
  profileSections?: readonly ProfileSection[];
  /** How exports of other products are read; a command that imports takes part in these too. */
  importPresets?: readonly ImportPreset[];
  jobs?: readonly Job[];
  on?: Record<string, (event: DomainEvent, host: PluginHost) => Promise<void>>;
  /** Mounted where `mount` says (surfaces of ours), else under /plugins/<name>. */
  routes?: (host: PluginHost) => Hono;
  mount?: string;
  /** Sends the messages of the channel that is named like the plugin. */
  deliver?: (delivery: Delivery, host: PluginHost) => Promise<void>;
  start?: (host: PluginHost) => Promise<void>;
  /** Fills the practice workspace with something to try; harmless when repeated. Called without `start`. */
  seed?: (host: PluginHost) => Promise<void>;
  stop?: () => Promise<void>;
  health?: () => Promise<{ ok: boolean; detail: string }>;
}

/** Declares a plugin. Names it wrongly prefixed are refused when the host loads it. */
export function definePlugin(plugin: Omit<Plugin, "apiVersion"> & { apiVersion?: 1 }): Plugin {
  return { apiVersion: 1, ...plugin };
}
