import { Hono } from "hono";
import type { Core } from "../core.ts";

/** /healthz: the process answers. /readyz: the database and every plugin do. */
export function healthRoutes(core: Core): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    const checks: Record<string, { ok: boolean; detail: string }> = { database: await databaseHealth(core) };
    for (const plugin of core.plugins) {
      if (plugin.health) checks[plugin.name] = await plugin.health().catch(asIll);
    }
    const ok = Object.values(checks).every((check) => check.ok);
    return c.json({ ok, checks }, ok ? 200 : 503);
  });
  return app;
}

async function databaseHealth(core: Core): Promise<{ ok: boolean; detail: string }> {
  try {
    await core.database.query("select 1");
    return { ok: true, detail: "" };
  } catch (error) {
    return asIll(error);
  }
}

function asIll(error: unknown): { ok: boolean; detail: string } {
  return { ok: false, detail: error instanceof Error ? error.message : String(error) };
}
