import type { z } from "zod";
import { checkPlugins } from "./kernel/check-plugins.ts";
import type { Clock } from "./kernel/clock.ts";
import type { CallContext, Locale } from "./kernel/context.ts";
import type { Database } from "./kernel/database.ts";
import { EnishiError } from "./kernel/errors.ts";
import type { EventHandler } from "./kernel/events.ts";
import type { NewId } from "./kernel/ids.ts";
import { createKernel, type Kernel } from "./kernel/kernel.ts";
import type { Log } from "./kernel/log.ts";
import type { AnyOperation, AnyQuery, Operation } from "./kernel/operation.ts";
import { corePermissions } from "./kernel/permissions.ts";
import type { Delivery, Plugin } from "./kernel/plugin.ts";
import type { PluginHost, WorkspaceSummary } from "./kernel/plugin-host.ts";
import { recordsOf } from "./kernel/records.ts";
import { createTranslator, type Strings, type Translator } from "./kernel/translator.ts";
import { nouns, tableRules } from "./nouns.ts";
import { connectionStore, createJobs, type Jobs, Outbox } from "./storage/index.ts";

export interface CoreParts {
  database: Database;
  clock: Clock;
  newId: NewId;
  log: Log;
  plugins: readonly Plugin[];
  /** Parsed settings by plugin name. */
  settings: Record<string, Record<string, unknown>>;
  /** 64 hex characters: seals the credentials of connections. */
  secretKey: string;
  publicUrl: string;
  dataDir: string;
  /** No other server works on this database (always so when it is embedded). */
  soleServer: boolean;
  /** A server delivers events to plugins; a command leaves them waiting for it. */
  deliversEvents: boolean;
}

export interface Core {
  kernel: Kernel;
  translator: Translator;
  jobs: Jobs;
  outbox: Outbox;
  plugins: readonly Plugin[];
  database: Database;
  operations: readonly AnyOperation[];
  queries: readonly AnyQuery[];
  host(plugin: string): PluginHost;
  /** Starts jobs, sweeps and plugins. */
  start(): Promise<void>;
  /** Stops them in the opposite order and writes what is buffered. The database stays open. */
  stop(): Promise<void>;
  /** Waits until events, messages and buffered rows of what was done so far are dealt with. */
  settle(): Promise<void>;
}

/** Puts the domain together: every noun of core and every plugin behind the one kernel. */
export function createCore(parts: CoreParts): Core {
  checkPlugins(parts.plugins);
  const operations = [...nouns.operations, ...parts.plugins.flatMap((plugin) => plugin.operations ?? [])];
  const queries = [...nouns.queries, ...parts.plugins.flatMap((plugin) => plugin.queries ?? [])];
  const byName = new Map<string, AnyOperation | AnyQuery>(
    [...operations, ...queries].map((definition) => [definition.name, definition]),
  );
  const translator = createTranslator([
    ...nouns.strings,
    ...parts.plugins.flatMap((plugin): Strings[] => (plugin.strings ? [plugin.strings] : [])),
  ]);
  const handlers: EventHandler[] = [];
  const kernel = createKernel({
    ...parts,
    handlers,
    tables: tableRules,
    permissions: Object.assign(
      {},
      corePermissions,
      ...parts.plugins.map((plugin) => plugin.permissions ?? {}),
    ),
  });
  const jobs = createJobs({ database: parts.database, log: parts.log, soleServer: parts.soleServer });
  const outbox = new Outbox({ ...parts, deliver: deliveryOf });
  const hosts = new Map<string, PluginHost>();
  const started: Plugin[] = [];
  let timer: NodeJS.Timeout | null = null;

  function deliveryOf(channel: string): ((delivery: Delivery) => Promise<void>) | null {
    const plugin = parts.plugins.find((candidate) => candidate.name === channel);
    return plugin?.deliver ? (delivery) => plugin.deliver!(delivery, host(plugin.name)) : null;
  }

  async function perform<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: unknown,
    call: CallContext,
    options = {},
  ): Promise<z.output<O>> {
    const output = await kernel.perform(operation, input, call, options);
    if (timer) void outbox.sweep();
    return output;
  }

  async function performNamed(
    name: string,
    input: unknown,
    call: CallContext,
    options = {},
  ): Promise<unknown> {
    const definition = byName.get(name);
    if (!definition) throw new EnishiError("unknown_operation", { name });
    return definition.kind === "operation"
      ? perform(definition, input, call, options)
      : kernel.ask(definition, input, call);
  }

  function host(plugin: string): PluginHost {
    const known = hosts.get(plugin);
    if (known) return known;
    const made: PluginHost = {
      perform,
      ask: kernel.ask,
      performNamed,
      operations: () => operations,
      queries: () => queries,
      commands: () => parts.plugins.flatMap((one) => one.commands ?? []),
      importPresets: () => parts.plugins.flatMap((one) => one.importPresets ?? []),
      profileSections: (customerId, call) => sectionsOf(customerId, call),
      text: translator.text,
      errorText: translator.errorText,
      workspaces: () => listWorkspaces(parts.database),
      workspace: async (id) => {
        const found = (await listWorkspaces(parts.database)).find((workspace) => workspace.id === id);
        if (!found) throw new EnishiError("unknown_workspace");
        return found;
      },
      enqueue: jobs.enqueue,
      settings: parts.settings[plugin] ?? {},
      records: (workspaceId) => recordsOf(parts.database, parts.clock.now, workspaceId, plugin),
      connections: connectionStore(parts.database, parts.clock, parts.secretKey),
      clock: parts.clock,
      newId: parts.newId,
      log: parts.log,
      publicUrl: parts.publicUrl,
      dataDir: parts.dataDir,
    };
    hosts.set(plugin, made);
    return made;
  }

  async function sectionsOf(customerId: string, call: CallContext) {
    const answers = [];
    for (const plugin of parts.plugins) {
      for (const section of plugin.profileSections ?? []) {
        try {
          const answer = await section.load({ customerId, host: host(plugin.name), call });
          if (answer) answers.push(answer);
        } catch (error) {
          parts.log.error(
            { err: error, plugin: plugin.name, section: section.name },
            "a profile section failed",
          );
        }
      }
    }
    return answers;
  }

  for (const plugin of parts.plugins) {
    for (const [event, handle] of Object.entries(plugin.on ?? {})) {
      handlers.push({ name: plugin.name, event, handle: (told) => handle(told, host(plugin.name)) });
    }
    for (const job of plugin.jobs ?? []) {
      jobs.register(job.name, (data) => job.run({ data, host: host(plugin.name) }));
    }
  }
  for (const [event, handle] of nouns.on.flatMap((on) => Object.entries(on))) {
    handlers.push({ name: "core", event, handle: (told) => handle(told, host("core")) });
  }
  for (const job of nouns.jobs) jobs.register(job.name, (data) => job.run({ data, host: host("core") }));

  async function settle(): Promise<void> {
    await kernel.events.sweep();
    await outbox.sweep();
    await kernel.flush();
  }

  return {
    kernel,
    translator,
    jobs,
    outbox,
    plugins: parts.plugins,
    database: parts.database,
    operations,
    queries,
    host,
    settle,
    start: async () => {
      for (const plugin of parts.plugins) {
        await plugin.start?.(host(plugin.name));
        started.push(plugin);
      }
      await jobs.start();
      timer = setInterval(() => void settle(), 3_000);
      void settle();
    },
    stop: async () => {
      if (timer) clearInterval(timer);
      timer = null;
      for (const plugin of started.splice(0).reverse()) await plugin.stop?.();
      await jobs.stop();
      await settle();
    },
  };
}

async function listWorkspaces(database: Database): Promise<WorkspaceSummary[]> {
  return database.query<WorkspaceSummary & { locale: Locale }>(
    `select id, slug, name, quiet, practice, locale, time_zone as "timeZone", slack_team_id as "slackTeamId"
       from workspace order by created_at, id`,
  );
}
