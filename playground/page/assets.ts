import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { cardStyles } from "../cards/index.ts";

const require = createRequire(import.meta.url);
const clientDir = join(dirname(dirname(fileURLToPath(import.meta.url))), "client");
const fontDir = dirname(require.resolve("@fontsource-variable/noto-sans-jp/package.json"));

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** Scripts, styles and the Japanese web font, all from this machine. A name may not leave its folder. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  routes.get("/font.css", (c) => {
    c.header("cache-control", "public, max-age=86400");
    return send(join(fontDir, "index.css"), "css");
  });
  routes.get("/files/:name{[a-z0-9-]+\\.woff2}", (c) =>
    send(join(fontDir, "files", c.req.param("name")), "woff2", true),
  );
  routes.get(
    "/card.css",
    () => new Response(cardStyles, { headers: { "content-type": TYPES.css!, "cache-control": "no-cache" } }),
  );
  routes.get("/blocks.css", () =>
    send(join(dirname(require.resolve("slack-blocks-to-jsx")), "style.css"), "css"),
  );
  routes.get("/:name{[a-z0-9-]+\\.(js|css|svg)}", (c) => {
    const name = c.req.param("name");
    return send(join(clientDir, name), name.split(".").at(-1)!);
  });
  return routes;
}

async function send(file: string, type: string, forever = false): Promise<Response> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return new Response("Not found", { status: 404 });
  const headers = {
    "content-type": TYPES[type]!,
    "cache-control": forever ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
  };
  if (found.size < 300_000) return new Response(new Uint8Array(await readFile(file)), { headers });
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers });
}
