import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { trimTrailingSlash } from "hono/trailing-slash";
import type { Core } from "../core.ts";
import type { CallContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Plugin } from "../kernel/plugin.ts";
import { type ApiVariables, authenticate } from "./authenticate.ts";
import { docsRoutes } from "./docs.ts";
import { healthRoutes } from "./health.ts";
import { importDocs, importRoutes } from "./imports.ts";
import { inputOf } from "./input.ts";
import { reachable } from "./openapi.ts";
import { problem } from "./problem.ts";
import { rateLimit } from "./rate-limit.ts";

export interface ApiOptions {
  publicUrl: string;
  /** Calls a minute for one member. */
  callsPerMinute: number;
}

/** The one HTTP app: the API from the operations, the reference page, health, and the routes of every plugin. */
export function createApi(core: Core, options: ApiOptions): Hono<ApiVariables> {
  const app = new Hono<ApiVariables>();
  const parts = { translator: core.translator, log: core.host("api").log };
  app.use(requestId());
  app.use(trimTrailingSlash());
  app.use(secureHeaders({ xFrameOptions: "SAMEORIGIN" }));
  app.onError((error, c) => problem(c, error, parts));
  app.notFound((c) => problem(c, new EnishiError("not_found"), parts));
  // Whoever opens the bare address finds something to look at.
  const front = core.plugins.find((plugin) => plugin.mount === "/playground")?.mount ?? "/docs";
  app.get("/", (c) => c.redirect(front));
  app.route("/", healthRoutes(core));
  const definitions = [...core.operations, ...core.queries];
  app.route("/", docsRoutes([...definitions, ...importDocs], options.publicUrl));
  app.route("/v1", versionOne(core, options));
  for (const plugin of core.plugins) mountPlugin(app, plugin, core);
  return app;
}

function versionOne(core: Core, options: ApiOptions): Hono<ApiVariables> {
  const app = new Hono<ApiVariables>();
  app.use(authenticate(core));
  app.use(rateLimit(options.callsPerMinute));
  app.route("/imports", importRoutes(core));
  app.use(
    bodyLimit({
      maxSize: 1024 * 1024,
      onError: () => {
        throw new EnishiError("payload_too_large", { limit: "1 MB" });
      },
    }),
  );
  for (const { definition, http } of reachable([...core.operations, ...core.queries])) {
    const { method, path, status } = http;
    app.on(method.toUpperCase(), path.replace(/^\/v1/, "").replaceAll(/\{(\w+)\}/g, ":$1"), async (c) => {
      const input = await inputOf(c, definition);
      const call = c.get("call");
      const key = c.req.header("Idempotency-Key");
      const options = key ? { idempotencyKey: idempotencyKeyOf(call, key) } : {};
      const output = await core.host("api").performNamed(definition.name, input, call, options);
      return c.json(output as object, status ?? 200);
    });
  }
  return app;
}

/** Keys of two members never meet. */
function idempotencyKeyOf(call: CallContext, key: string): string {
  return `api:${call.actor.kind === "member" ? call.actor.memberId : call.actor.kind}:${key}`;
}

function mountPlugin(app: Hono<ApiVariables>, plugin: Plugin, core: Core): void {
  if (!plugin.routes) return;
  app.route(plugin.mount ?? `/plugins/${plugin.name}`, plugin.routes(core.host(plugin.name)));
}
