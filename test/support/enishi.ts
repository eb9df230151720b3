import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { z } from "zod";
import { type CallContext, createCore, ensureWorkspace, type Plugin, type Role } from "../../core/index.ts";
import { newId } from "../../core/kernel/ids.ts";
import { silentLog } from "../../core/kernel/log.ts";
import type { Operation, Query } from "../../core/kernel/operation.ts";
import { migrate, openDatabase } from "../../core/storage/index.ts";
import { takeEmbedded } from "./embedded.ts";
import { freshPostgresDatabase } from "./postgres.ts";

/** Saturday 2026-11-21 18:00 in Tokyo: the moment at which `lines.md`'s people type. */
export const testNow = "2026-11-21T09:00:00.000Z";
export const testSecretKey = "0123456789abcdef".repeat(4);

export type TestEnishi = Awaited<ReturnType<typeof createTestEnishi>>;

/**
 * The whole of core on a real database of its own: embedded, or on the PostgreSQL server of the project or of `server`.
 * The clock stands still until a test moves it. Close it in afterAll.
 */
export async function createTestEnishi(
  options: {
    plugins?: readonly Plugin[];
    settings?: Record<string, Record<string, unknown>>;
    now?: string;
    /** Address of a PostgreSQL server; null for an embedded database of its own in `folder`/data. */
    server?: string | null;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "enishi-test-"));
  const server = options.server === undefined ? inject("postgresUrl") : options.server;
  const fresh = server ? await freshPostgresDatabase(server) : null;
  const database = await openDatabase({
    databaseUrl: fresh?.url ?? null,
    dataDir: join(folder, "data"),
    join: false,
    ...(server === undefined && { opening: takeEmbedded() }),
  });
  await migrate(database);
  let now = new Date(options.now ?? testNow);
  const clock = { now: () => now };
  const core = createCore({
    database,
    clock,
    newId,
    log: silentLog,
    plugins: options.plugins ?? [],
    settings: options.settings ?? {},
    secretKey: testSecretKey,
    publicUrl: "https://enishi.example.jp",
    dataDir: join(folder, "data"),
    soleServer: true,
    deliversEvents: true,
  });
  const workspaceId = await ensureWorkspace(
    { database, clock, newId },
    { slug: "test", name: "テスト商会", practice: false },
  );

  const call = (actor: CallContext["actor"], more: Partial<CallContext> = {}): CallContext => ({
    workspaceId,
    actor,
    surface: "api",
    locale: "ja",
    requestId: newId(),
    ...more,
  });

  return {
    core,
    database,
    workspaceId,
    folder,
    clock,
    setNow: (instant: string) => {
      now = new Date(instant);
    },
    call,
    /** A call in the name of a member. */
    as: (memberId: string, more: Partial<CallContext> = {}) => call({ kind: "member", memberId }, more),
    operator: call({ kind: "operator" }, { surface: "cli" }),
    perform: <I extends z.ZodType, O extends z.ZodType>(
      operation: Operation<I, O>,
      input: z.input<I>,
      context: CallContext,
      more: { idempotencyKey?: string } = {},
    ) => core.kernel.perform(operation, input, context, more),
    ask: <I extends z.ZodType, O extends z.ZodType>(
      query: Query<I, O>,
      input: z.input<I>,
      context: CallContext,
    ) => core.kernel.ask(query, input, context),
    /** A member made by SQL, for tests of nouns other than members. */
    member: async (
      name: string,
      role: Role = "member",
      more: { email?: string; slackUserId?: string; status?: string } = {},
    ) => {
      const memberId = newId();
      await database.query(
        `insert into member (workspace_id, id, name, name_key, role, status, email, slack_user_id, created_at, updated_at)
         values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $8)`,
        [
          workspaceId,
          memberId,
          name,
          role,
          more.status ?? "active",
          more.email ?? null,
          more.slackUserId ?? null,
          now,
        ],
      );
      return memberId;
    },
    settle: () => core.settle(),
    close: async () => {
      await core.kernel.flush();
      await database.close();
      await fresh?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
