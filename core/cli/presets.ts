import type { ImportPreset } from "../kernel/import-preset.ts";
import { compose } from "../kernel/settings.ts";
import { homeDir, loadEnvFile } from "./home.ts";
import { terminalLocale } from "./locale.ts";

/**
 * How exports of other products are read, as the plugins of enishi.config.ts know it. Only that is taken of them: a
 * command needs none of their settings. Practice is left out, since it begins at once to pretend.
 */
export async function listPresets(): Promise<readonly ImportPreset[]> {
  loadEnvFile();
  const { settings } = await compose(process.env, homeDir, async () => [], terminalLocale());
  const { default: composed } = await import("../../enishi.config.ts");
  const plugins = await composed({ ...settings, practice: false });
  return plugins.flatMap((plugin) => plugin.importPresets ?? []);
}
