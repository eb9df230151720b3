import { type Context, Hono } from "hono";
import { z } from "zod";
import type { PluginHost } from "../../core/index.ts";
import { localeOf } from "../page/locale.ts";
import { readJson } from "../page/read-json.ts";
import type { CallApi } from "./api.ts";
import { examples, readExample } from "./examples.ts";
import { columnFields, rowOutcomes } from "./fields.ts";
import { shownPair } from "./pairs.ts";
import { shownRow } from "./rows.ts";

const named = z.object({ as: z.string(), importId: z.uuid() });

/** What the Sheets pane asks and does: the API's imports, called with the person's own token. */
export function sheetsPaneRoutes(call: CallApi, text: PluginHost["text"]): Hono {
  const routes = new Hono();

  routes.get("/words", (c) =>
    c.json({
      examples: examples.map(({ key, file }) => ({
        file,
        title: text(localeOf(c), `playground.sheets.example.${key}`),
        about: text(localeOf(c), `playground.sheets.example.${key}.about`),
      })),
      fields: columnFields.map((field) => ({ field, label: text(localeOf(c), `import.field.${field}`) })),
      outcomes: Object.fromEntries(
        rowOutcomes.map((status) => [status, text(localeOf(c), `import.status.${status}`)]),
      ),
    }),
  );

  routes.post("/open", async (c) => {
    const { as, name = "" } = c.req.query();
    return c.json(await send(c, c.req.raw.body ?? new Blob([]), name, as));
  });

  routes.post("/example", async (c) => {
    const { as, file } = await readJson(c, z.object({ as: z.string(), file: z.string() }));
    const blob = await readExample(file);
    return blob ? c.json(await send(c, blob, file, as)) : c.notFound();
  });

  routes.post("/columns", async (c) => {
    const { as, importId, columns } = await readJson(
      c,
      named.extend({ columns: z.record(z.string(), z.string().nullable()) }),
    );
    return c.json(await call(as, localeOf(c), "POST", `/v1/imports/${importId}/check`, { columns }));
  });

  routes.post("/commit", async (c) => {
    const { as, importId, ...asked } = await readJson(
      c,
      named.extend({ purpose: z.string().max(500).optional(), source: z.string().max(500).optional() }),
    );
    return c.json(await call(as, localeOf(c), "POST", `/v1/imports/${importId}/commit`, asked));
  });

  routes.post("/undo", async (c) => {
    const { as, importId } = await readJson(c, named);
    return c.json(await call(as, localeOf(c), "POST", `/v1/imports/${importId}/undo`, {}));
  });

  routes.get("/import/:id/pairs", async (c) => {
    const query = new URLSearchParams({ importId: c.req.param("id"), limit: "50" });
    const page = await call(c.req.query("as"), localeOf(c), "GET", `/v1/duplicates?${query}`);
    const pairs = page.items as Parameters<typeof shownPair>[0][];
    return c.json({
      pairs: pairs.map((pair) => shownPair(pair, (key, params) => text(localeOf(c), key, params))),
      groups: page.groups,
      total: page.total,
    });
  });

  routes.post("/decide", async (c) => {
    const { as, aId, bId, ...asked } = await readJson(
      c,
      z.object({
        as: z.string(),
        aId: z.uuid(),
        bId: z.uuid(),
        answer: z.enum(["same", "site", "different", "unsure"]),
        alsoSameReason: z.boolean(),
      }),
    );
    return c.json(await call(as, localeOf(c), "POST", `/v1/duplicates/${aId}/${bId}/decide`, asked));
  });

  routes.get("/import/:id", async (c) =>
    c.json(await call(c.req.query("as"), localeOf(c), "GET", `/v1/imports/${idOf(c)}`)),
  );

  routes.get("/import/:id/rows", async (c) => {
    const { as, ...query } = c.req.query();
    const path = `/v1/imports/${idOf(c)}/rows?${new URLSearchParams(query)}`;
    const page = await call(as, localeOf(c), "GET", path);
    const rows = page.items as Record<string, unknown>[];
    return c.json({
      rows: rows.map((row) => shownRow(row, (key, params) => text(localeOf(c), key, params))),
      nextCursor: page.nextCursor,
    });
  });

  function send(c: Context, bytes: Blob | ReadableStream, name: string, as: string | undefined) {
    return call(as, localeOf(c), "POST", `/v1/imports?${new URLSearchParams({ name })}`, bytes);
  }

  return routes;
}

function idOf(c: Context): string {
  return encodeURIComponent(c.req.param("id") ?? "");
}
