import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import type { Locale } from "./context.ts";
import { EnishiError } from "./errors.ts";
import type { Plugin } from "./plugin.ts";
import { createTranslator, type Strings, type Translator } from "./translator.ts";

export type Environment = Record<string, string | undefined>;

const address = z.string().url("settings.url");

/** The environment that core itself reads. Messages are text keys. */
const coreSettings = z.object({
  PORT: z.coerce
    .number("settings.port")
    .int("settings.port")
    .min(0, "settings.port")
    .max(65_535, "settings.port")
    .default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: address.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, "settings.postgres_url")
    .optional(),
  ENISHI_DATA_DIR: z.string().min(1).default("./data"),
  ENISHI_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "settings.secret_key")
    .optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"], "settings.log_level").default("info"),
});

export interface Settings {
  port: number;
  host: string;
  publicUrl: string | null;
  databaseUrl: string | null;
  /** Absolute; a relative one is taken from the folder of enishi.config.ts, not from the shell's. */
  dataDir: string;
  secretKey: string | null;
  logLevel: "debug" | "info" | "warn" | "error";
  /** Neither Slack nor Google is configured and only this machine can reach us: a pretend workspace. */
  practice: boolean;
  env: Environment;
}

export type Compose = (settings: Settings) => readonly Plugin[] | Promise<readonly Plugin[]>;

export interface Composition {
  settings: Settings;
  plugins: readonly Plugin[];
  pluginSettings: Record<string, Record<string, unknown>>;
}

interface Fault {
  name: string;
  key: string;
  value: string;
}

/** Core's own settings; null when one of them is wrong. */
export function readCoreSettings(env: Environment, homeDir: string): Settings | null {
  const faults: Fault[] = [];
  const settings = coreSettingsOf(givenOf(env), homeDir, faults);
  return faults.length > 0 ? null : settings;
}

function givenOf(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
}

/**
 * Reads core's settings, asks enishi.config.ts for the plugins and reads theirs. An empty variable counts as not set.
 * Error: `settings_invalid` with every fault at once, one to a line.
 */
export async function compose(
  env: Environment,
  homeDir: string,
  composeWith: Compose,
  locale: Locale,
): Promise<Composition> {
  const given = givenOf(env);
  const faults: Fault[] = [];
  const settings = coreSettingsOf(given, homeDir, faults);
  const plugins = await composeWith(settings);
  const all = Object.assign({}, given, ...plugins.map((plugin) => plugin.environment ?? {}));
  const pluginSettings: Record<string, Record<string, unknown>> = {};
  for (const plugin of plugins) {
    const parsed = plugin.settings ? plugin.settings.safeParse(all) : null;
    if (parsed && !parsed.success) faults.push(...faultsOf(parsed.error, all));
    pluginSettings[plugin.name] = (parsed?.data as Record<string, unknown> | undefined) ?? {};
  }
  if (faults.length > 0) {
    const strings = plugins.flatMap((plugin): Strings[] => (plugin.strings ? [plugin.strings] : []));
    throw new EnishiError("settings_invalid", { faults: tell(faults, createTranslator(strings), locale) });
  }
  return { settings, plugins, pluginSettings };
}

/** One line for each fault; what has no text of its own is told in the validator's words. */
function tell(faults: readonly Fault[], translator: Translator, locale: Locale): string {
  return faults
    .map(({ name, key, value }) => {
      const reason = translator.has(key) ? translator.text(locale, key, { name, value }) : key;
      return `  ${translator.text(locale, "settings.wrong", { name, reason })}`;
    })
    .join("\n");
}

function coreSettingsOf(given: Environment, homeDir: string, faults: Fault[]): Settings {
  const parsed = coreSettings.safeParse(given);
  if (!parsed.success) faults.push(...faultsOf(parsed.error, given));
  const values = parsed.data ?? coreSettings.parse({});
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(values.HOST);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: isAbsolute(values.ENISHI_DATA_DIR)
      ? values.ENISHI_DATA_DIR
      : resolve(homeDir, values.ENISHI_DATA_DIR),
    secretKey: values.ENISHI_SECRET_KEY?.toLowerCase() ?? null,
    logLevel: values.LOG_LEVEL,
    practice: loopback && !Object.keys(given).some((name) => credentials.has(name)),
    env: given,
  };
}

const credentials = new Set([
  "SLACK_SIGNING_SECRET",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_CLIENT_ID",
  "GOOGLE_OIDC_AUDIENCES",
]);

/** One fault for each variable: what is no URL at all need not be told how it should end. */
function faultsOf(error: z.ZodError, env: Environment): Fault[] {
  const first = error.issues.filter(
    (issue, at) => error.issues.findIndex((other) => other.path[0] === issue.path[0]) === at,
  );
  return first.map((issue) => {
    const name = String(issue.path[0] ?? "");
    const missing = env[name] === undefined;
    return {
      name,
      key: missing ? "settings.required" : issue.message,
      value: missing ? "" : String(env[name]),
    };
  });
}
