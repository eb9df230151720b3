import { readCoreSettings } from "../kernel/settings.ts";
import { type EmbeddedDatabase, openEmbedded } from "../storage/embedded/open.ts";
import { homeDir, loadEnvFile } from "./home.ts";

/** An embedded database that is being opened. */
export interface EarlyDatabase {
  opening: Promise<EmbeddedDatabase>;
  /** True as soon as it is known that the last run did not close it. */
  recovering(): boolean;
}

/**
 * Begins to open the embedded database while the rest of the program is still being read: both take seconds, on a thread
 * each. Null with PostgreSQL, and when a setting is wrong, which is told later.
 */
export function openEarly(): EarlyDatabase | null {
  loadEnvFile();
  const settings = readCoreSettings(process.env, homeDir);
  if (!settings || settings.databaseUrl) return null;
  let recovering = false;
  const opening = openEmbedded(settings.dataDir, {
    join: false,
    onRecovering: () => {
      recovering = true;
    },
  });
  // Whoever waits for it is told.
  opening.catch(() => {});
  return { opening, recovering: () => recovering };
}
