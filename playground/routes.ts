import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import { isEnishiError, type PluginHost } from "../core/index.ts";
import { gmailPaneRoutes } from "./gmail-pane/routes.ts";
import type { GoogleFront } from "./google-front/index.ts";
import { guard } from "./guard.ts";
import { progressOf } from "./guide.ts";
import { assetRoutes } from "./page/assets.ts";
import { localeOf } from "./page/locale.ts";
import { shell } from "./page/shell.ts";
import { createCallApi } from "./sheets-pane/api.ts";
import { sheetsPaneRoutes } from "./sheets-pane/routes.ts";
import { createTokens } from "./sheets-pane/tokens.ts";
import type { SlackFront } from "./slack-front/index.ts";
import { slackPaneRoutes } from "./slack-pane/routes.ts";
import { createTypedLog } from "./slack-pane/typed.ts";

export interface PlaygroundParts {
  slack: SlackFront;
  google: GoogleFront;
  /** The server's own address on this machine. */
  origin: string;
  /** Known only to our own page. */
  token: string;
  /** Empties the practice workspace and fills it anew. */
  startOver(host: PluginHost): Promise<void>;
}

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Everything under /playground. */
export function playgroundRoutes(parts: PlaygroundParts, host: PluginHost): Hono {
  const { slack, google, origin, token } = parts;
  const typed = createTypedLog();
  const tokens = createTokens(host);
  const routes = new Hono();
  routes.use(guard({ token, origin, publicUrl: host.publicUrl }));
  routes.onError((error, c) => {
    if (error instanceof HTTPException) return c.text(error.message, error.status);
    if (isEnishiError(error)) return c.text(host.errorText(error, localeOf(c), host.newId()), 422);
    host.log.error({ err: error }, "the playground could not do that");
    return c.text(host.errorText(error, localeOf(c), host.newId()), 500);
  });
  routes.get("/", async (c) => {
    const locale = c.req.query("lang") === "en" ? "en" : "ja";
    c.header("content-security-policy", POLICY);
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    return c.html(await shell({ locale, token, text: (key, params) => host.text(locale, key, params) }));
  });
  routes.route("/assets", assetRoutes());
  routes.get("/changes", (c) =>
    streamSSE(c, async (stream) => {
      const tell = () => void stream.writeSSE({ data: "changed" });
      const forget = slack.onChange(tell);
      stream.onAbort(forget);
      await stream.writeSSE({ data: "ready" });
      // A line now and then, so that a page that went away is noticed.
      while (!stream.aborted) {
        await stream.sleep(15_000);
        await stream.writeSSE({ event: "still", data: "" });
      }
    }),
  );
  routes.route("/slack", slackPaneRoutes({ front: slack, typed, text: host.text }));
  routes.route("/gmail", gmailPaneRoutes({ google, origin, host }));
  routes.route("/sheets", sheetsPaneRoutes(createCallApi(origin, tokens), host.text));
  routes.get("/guide", async (c) => c.json(await progressOf(host)));
  routes.post("/reset", async (c) => {
    await parts.startOver(host);
    slack.reset();
    typed.clear();
    tokens.clear();
    return c.json({ ok: true });
  });
  return routes;
}
