import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import { type Described, openApiDocument } from "./openapi.ts";

const assets: Record<string, string> = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};

/** /openapi.json and /docs: the reference page, from files of our own, so that it works without the internet. */
export function docsRoutes(definitions: readonly Described[], publicUrl: string): Hono {
  const app = new Hono();
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  app.get("/openapi.json", (c) => c.json(openApiDocument(definitions, publicUrl)));
  app.get("/docs", (c) => c.html(page));
  app.get("/docs/:file", (c) => {
    const type = assets[c.req.param("file")];
    if (!type) return c.notFound();
    c.header("Content-Type", type);
    c.header("Cache-Control", "public, max-age=86400");
    return c.body(readFileSync(join(folder, c.req.param("file"))));
  });
  return app;
}

const page = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Enishi API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#reference", persistAuthorization: false, validatorUrl: null });</script>
</body>
</html>`;
