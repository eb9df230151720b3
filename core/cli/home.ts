import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of enishi.config.ts: what relative paths of the settings are taken from. */
export const homeDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Reads `.env` beside enishi.config.ts; what the shell already says wins. */
export function loadEnvFile(): void {
  const file = join(homeDir, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
