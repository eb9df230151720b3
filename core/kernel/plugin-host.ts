import type { z } from "zod";
import type { Answer } from "./answer.ts";
import type { Clock } from "./clock.ts";
import type { CallContext, Locale } from "./context.ts";
import type { ErrorParams } from "./errors.ts";
import type { NewId } from "./ids.ts";
import type { ImportPreset } from "./import-preset.ts";
import type { PerformOptions } from "./kernel.ts";
import type { Log } from "./log.ts";
import type { AnyOperation, AnyQuery, Operation, Query } from "./operation.ts";
import type { Command } from "./plugin.ts";
import type { Records } from "./records.ts";

/** A workspace as plugins see it. */
export interface WorkspaceSummary {
  id: string;
  slug: string;
  name: string;
  quiet: boolean;
  practice: boolean;
  locale: Locale;
  timeZone: string;
  slackTeamId: string | null;
}

/** Encrypted credentials of an outside system (a Slack installation). */
export interface ConnectionStore {
  put(workspaceId: string, kind: string, externalId: string, secret: object, facts?: object): Promise<void>;
  find(
    kind: string,
    externalId: string,
  ): Promise<{ workspaceId: string; secret: unknown; facts: unknown } | null>;
  remove(kind: string, externalId: string): Promise<void>;
}

/** What a plugin may use of the house. */
export interface PluginHost {
  perform<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.input<I>,
    call: CallContext,
    options?: PerformOptions,
  ): Promise<z.output<O>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: z.input<I>,
    call: CallContext,
  ): Promise<z.output<O>>;
  /** An operation or query by its name, for buttons of surface-neutral answers. Error: `unknown_operation`. */
  performNamed(name: string, input: unknown, call: CallContext, options?: PerformOptions): Promise<unknown>;
  operations(): readonly AnyOperation[];
  queries(): readonly AnyQuery[];
  commands(): readonly Command[];
  /** How exports of other products are read, as all plugins know it. */
  importPresets(): readonly ImportPreset[];
  /** The sections that plugins add to a customer's profile; one that throws is reported and left out. */
  profileSections(customerId: string, call: CallContext): Promise<Answer[]>;
  text(locale: Locale, key: string, params?: ErrorParams): string;
  /** What a person is told of an error: its own text, or an apology that carries the request id. */
  errorText(error: unknown, locale: Locale, requestId: string): string;
  workspaces(): Promise<WorkspaceSummary[]>;
  workspace(id: string): Promise<WorkspaceSummary>;
  enqueue(job: string, data: Record<string, unknown>): Promise<void>;
  /** Values of this plugin's settings, parsed. */
  settings: Record<string, unknown>;
  /** This plugin's own store in a workspace; inside an operation use `context.records`. */
  records(workspaceId: string): Records;
  connections: ConnectionStore;
  clock: Clock;
  newId: NewId;
  log: Log;
  /** Where people reach this server from outside, without a slash at the end. */
  publicUrl: string;
  dataDir: string;
}
