import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../kernel/settings.ts";
import { makeDataFolder } from "../storage/index.ts";

/**
 * The key that seals credentials: ENISHI_SECRET_KEY, else one that is made once and kept in the data folder,
 * readable by its owner only. Several servers on one database need the same key in their environment.
 */
export function secretKeyOf(settings: Settings): string {
  if (settings.secretKey) return settings.secretKey;
  const file = join(settings.dataDir, "secret.key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  makeDataFolder(settings.dataDir);
  const key = randomBytes(32).toString("hex");
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
