export { connectionStore } from "./connections.ts";
export { makeDataFolder } from "./data-folder.ts";
export { type OpenDatabase, openDatabase, prismaOf, type StorageSettings } from "./database.ts";
export { holderOf } from "./embedded/open.ts";
export { type DatabaseHealth, readHealth } from "./health.ts";
export { createJobs, type Jobs } from "./jobs.ts";
export { migrate } from "./migrate.ts";
export { Outbox } from "./outbox.ts";
export { kernelTables } from "./tables.ts";
