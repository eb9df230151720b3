import { accessSync, constants, mkdirSync } from "node:fs";
import { EnishiError } from "../kernel/errors.ts";

/** Makes the data folder if need be. Error: `data_folder_unusable` when it is none, or nothing can be written there. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new EnishiError("data_folder_unusable", { folder, reason }, { cause: error });
  }
}
