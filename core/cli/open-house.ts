import pino from "pino";
import { type Core, createCore } from "../core.ts";
import { systemClock } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { type Compose, type Composition, compose } from "../kernel/settings.ts";
import { createTranslator, type Translator } from "../kernel/translator.ts";
import { nouns } from "../nouns.ts";
import { migrate, type OpenDatabase, openDatabase } from "../storage/index.ts";
import { homeDir, loadEnvFile } from "./home.ts";
import { terminalLocale } from "./locale.ts";
import type { EarlyDatabase } from "./open-early.ts";
import { secretKeyOf } from "./secret-key.ts";

export interface House {
  composition: Composition;
  database: OpenDatabase;
  core: Core;
  close(): Promise<void>;
}

/** What the terminal says, before there is a core to say it. */
export const terminal: Translator = createTranslator(nouns.strings);

/**
 * Reads the settings and enishi.config.ts. `server` brings every plugin; a command takes part in the data only, so
 * the surfaces of a command are left out. `check` reads the settings of all, and starts nothing that stands in for
 * Slack or Google.
 */
export async function readComposition(role: "server" | "command" | "check"): Promise<Composition> {
  loadEnvFile();
  const locale = terminalLocale();
  if (role === "command") return compose(process.env, homeDir, async () => [], locale);
  const { default: plugins } = await import("../../enishi.config.ts");
  const chosen: Compose =
    role === "server" ? plugins : (settings) => plugins({ ...settings, practice: false });
  return compose(process.env, homeDir, chosen, locale);
}

/**
 * Opens the database, brings it to the newest migration and builds core over it. `seed` is a command that needs every
 * plugin.
 * Errors: `settings_invalid`, `data_folder_in_use`, `database_not_ready`.
 */
export async function openHouse(
  role: "server" | "command" | "seed",
  onRecovering = () => {},
  early: EarlyDatabase | null = null,
): Promise<House> {
  const composition = await readComposition(role === "command" ? role : "server").catch(async (error) => {
    await early?.opening.then(
      (opened) => opened.close(),
      () => {},
    );
    throw error;
  });
  const { settings } = composition;
  const log = pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: role !== "server" }));
  if (early?.recovering()) onRecovering();
  const database = await openDatabase({
    databaseUrl: settings.databaseUrl,
    dataDir: settings.dataDir,
    join: role !== "server",
    onRecovering,
    ...(early && { opening: early.opening }),
  });
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw readable(error);
  }
  const core = createCore({
    database,
    clock: systemClock,
    newId,
    log,
    plugins: composition.plugins,
    settings: composition.pluginSettings,
    secretKey: secretKeyOf(settings),
    publicUrl: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    dataDir: settings.dataDir,
    soleServer: database.kind === "embedded" && database.own,
    deliversEvents: role === "server",
  });
  return { composition, database, core, close: () => database.close() };
}

function readable(error: unknown): unknown {
  if (!(error instanceof EnishiError) || error.code !== "database_unavailable") return error;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return new EnishiError("database_not_ready", { reason: cause }, { cause: error });
}
