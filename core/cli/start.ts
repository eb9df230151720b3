import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { createApi } from "../api/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { terminalLocale } from "./locale.ts";
import type { EarlyDatabase } from "./open-early.ts";
import { type House, openHouse, terminal } from "./open-house.ts";
import { firstWorkspace } from "./session.ts";
import { syncedFolderKind } from "./synced-folder.ts";

const locale = terminalLocale();
const say = (key: string, params: Record<string, string> = {}) =>
  process.stdout.write(`${terminal.text(locale, key, params)}\n`);

/** `enishi start`: runs until it is told to stop, then closes the database cleanly. */
export async function start(early: EarlyDatabase | null): Promise<void> {
  const house = await openHouse("server", () => say("start.recovering"), early);
  const { settings } = house.composition;
  const kind = settings.databaseUrl ? null : syncedFolderKind(settings.dataDir);
  if (kind) say("start.synced_folder", { folder: settings.dataDir, kind });
  const server = await openDoor(house).catch(async (error) => {
    await house.close();
    throw error;
  });
  stopOnSignal(house, server);
  announce(house);
}

async function openDoor(house: House): Promise<Server> {
  const { settings } = house.composition;
  await firstWorkspace(house);
  const app = createApi(house.core, { publicUrl: publicUrlOf(house), callsPerMinute: 1_200 });
  const server = await listen(app.fetch, settings.host, settings.port);
  await house.core.start();
  return server;
}

function listen(
  fetch: Parameters<typeof serve>[0]["fetch"],
  hostname: string,
  port: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port }, () => resolve(server)) as Server;
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE" || error.code === "EACCES"
          ? new EnishiError("port_in_use", { port }, { cause: error })
          : error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND"
            ? new EnishiError("host_unavailable", { host: hostname }, { cause: error })
            : error,
      );
    });
  });
}

function announce(house: House): void {
  const { settings } = house.composition;
  const url = publicUrlOf(house);
  if (house.database.kind === "embedded") say("start.embedded", { folder: settings.dataDir });
  else say("start.postgres");
  if (settings.practice) {
    say("start.missing", {
      names: "SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, GOOGLE_OIDC_AUDIENCES, DATABASE_URL",
    });
  }
  say(settings.practice ? "start.ready" : "start.ready_real", { url });
}

function publicUrlOf(house: House): string {
  const { publicUrl, host, port } = house.composition.settings;
  return publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** The second signal ends at once: what was acknowledged is kept either way. */
function stopOnSignal(house: House, server: Server): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say("start.stopping");
    server.close();
    server.closeAllConnections();
    await house.core.stop();
    await house.close();
    say("start.stopped");
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
}
