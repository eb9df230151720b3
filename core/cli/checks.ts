import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { systemClock } from "../kernel/clock.ts";
import type { Composition, Settings } from "../kernel/settings.ts";
import { type DatabaseHealth, makeDataFolder, readHealth } from "../storage/index.ts";
import { openHouse, readComposition } from "./open-house.ts";
import { syncedFolderKind } from "./synced-folder.ts";

/** What was looked at and how it stands. `fail`: Enishi does not work so; `warn`: it does, and somebody should look. */
export interface Finding {
  check: "node" | "settings" | "folder" | "space" | "database" | "messages" | "imports";
  state: "ok" | "warn" | "fail";
  /** The key of the text, or the error whose text it is. */
  key: string | { error: unknown };
  params?: Record<string, string | number>;
}

const LEAST_FREE_GB = 1;

/** Looks at everything that Enishi stands on, in the order in which it would fail. Makes no database where none is. */
export async function* findings(): AsyncGenerator<Finding> {
  yield nodeFinding(process.versions.node);
  const composition = await readComposition("check").catch((error: unknown) => ({ error }));
  if ("error" in composition) {
    yield { check: "settings", state: "fail", key: composition };
    return;
  }
  yield settingsFinding(composition);
  const { settings } = composition;
  yield* folderFindings(settings.dataDir);
  yield* databaseFindings(settings);
}

function nodeFinding(version: string): Finding {
  const least = packageJson.engines.node.replace(/^>=/, "");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  const isNew = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return { check: "node", ...stateOf(isNew, "fail", "doctor.node"), params: { version, least } };
}

function settingsFinding({ settings }: Composition): Finding {
  return { check: "settings", state: "ok", key: settings.practice ? "doctor.practice" : "doctor.settings" };
}

function* folderFindings(folder: string): Generator<Finding> {
  try {
    makeDataFolder(folder);
  } catch (error) {
    yield { check: "folder", state: "fail", key: { error } };
    return;
  }
  const kind = syncedFolderKind(folder);
  if (kind) yield { check: "folder", state: "warn", key: "start.synced_folder", params: { folder, kind } };
  else yield { check: "folder", state: "ok", key: "doctor.folder", params: { folder } };
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.round((bavail * bsize) / 1e8) / 10;
  yield { check: "space", ...stateOf(free >= LEAST_FREE_GB, "warn", "doctor.space"), params: { free } };
}

async function* databaseFindings(settings: Settings): AsyncGenerator<Finding> {
  if (!settings.databaseUrl && !existsSync(join(settings.dataDir, "pg"))) {
    yield { check: "database", state: "ok", key: "doctor.database.none" };
    return;
  }
  const house = await openHouse("command").catch((error: unknown) => ({ error }));
  if ("error" in house) {
    yield { check: "database", state: "fail", key: house };
    return;
  }
  try {
    const health = await readHealth(house.database, systemClock.now());
    const { failedMessages, lateMessages, unfinishedImports } = health;
    yield databaseFinding(settings, health);
    const messages = stateOf(failedMessages + lateMessages === 0, "warn", "doctor.messages");
    yield { check: "messages", ...messages, params: { failed: failedMessages, late: lateMessages } };
    const imports = stateOf(unfinishedImports === 0, "warn", "doctor.imports");
    yield { check: "imports", ...imports, params: { count: unfinishedImports } };
  } finally {
    await house.close();
  }
}

function databaseFinding(settings: Settings, { version, major, durable }: DatabaseHealth): Finding {
  const params = { version };
  if (!settings.databaseUrl) {
    const state = settings.practice ? "ok" : "warn";
    return { check: "database", state, key: `doctor.database.embedded.${state}`, params };
  }
  if (major < 15) return { check: "database", state: "fail", key: "doctor.database.old", params };
  return { check: "database", ...stateOf(durable, "warn", "doctor.database"), params };
}

function stateOf(isWell: boolean, otherwise: "warn" | "fail", key: string): Pick<Finding, "state" | "key"> {
  const state = isWell ? "ok" : otherwise;
  return { state, key: `${key}.${state}` };
}
