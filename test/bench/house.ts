import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApi } from "../../core/api/index.ts";
import {
  type CallContext,
  type Core,
  createCore,
  createToken,
  ensureWorkspace,
  newId,
  type Plugin,
  systemClock,
} from "../../core/index.ts";
import { silentLog } from "../../core/kernel/log.ts";
import { migrate, type OpenDatabase, openDatabase } from "../../core/storage/index.ts";
import { startPostgres } from "../support/postgres-server.ts";
import type { Engine } from "./result.ts";

export interface BenchHouse {
  engine: Engine;
  database: OpenDatabase;
  core: Core;
  app: ReturnType<typeof createApi>;
  workspaceId: string;
  memberId: string;
  token: string;
  call: CallContext;
  databaseUrl: string | null;
  dataDir: string;
  /** Closes the database cleanly, for another process to open it. */
  leave(): Promise<void>;
  /** Closes what is open and removes everything. */
  close(): Promise<void>;
}

/** Core on an empty database of the engine, durable as it is delivered, with one member and a token. */
export async function openBenchHouse(engine: Engine, plugins: readonly Plugin[] = []): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), "enishi-bench-"));
  const server = engine === "postgres" ? await startPostgres({ durable: true }) : null;
  const dataDir = join(folder, "data");
  const database = await openDatabase({ databaseUrl: server?.url ?? null, dataDir, join: false });
  await migrate(database);
  const parts = { database, clock: systemClock, newId };
  const core = createCore({
    ...parts,
    log: silentLog,
    plugins,
    settings: {},
    secretKey: "0".repeat(64),
    publicUrl: "http://127.0.0.1:3000",
    dataDir,
    soleServer: true,
    deliversEvents: true,
  });
  const workspaceId = await ensureWorkspace(parts, { slug: "bench", name: "bench", practice: false });
  const memberId = newId();
  await database.query(
    `insert into member (workspace_id, id, name, name_key, role, email, created_at, updated_at)
     values ($1, $2, '佐藤', '佐藤', 'admin', 'sato@example.jp', now(), now())`,
    [workspaceId, memberId],
  );
  const call: CallContext = {
    workspaceId,
    actor: { kind: "member", memberId },
    surface: "api",
    locale: "ja",
    requestId: newId(),
  };
  const { token } = await core.kernel.perform(createToken, { memberId, label: "bench" }, call);
  let open = true;
  const leave = async () => {
    if (!open) return;
    open = false;
    await core.kernel.flush();
    await database.close();
  };
  return {
    engine,
    database,
    core,
    app: createApi(core, { publicUrl: "http://127.0.0.1:3000", callsPerMinute: 1_000_000 }),
    workspaceId,
    memberId,
    token,
    call,
    databaseUrl: server?.url ?? null,
    dataDir,
    leave,
    close: async () => {
      await leave();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
