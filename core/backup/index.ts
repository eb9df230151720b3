export { noteBackup } from "./note.ts";
export { type Restored, restore } from "./restore.ts";
export { strings } from "./strings.ts";
export { takeBackup } from "./take.ts";
