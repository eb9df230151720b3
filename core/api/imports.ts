import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Core } from "../core.ts";
import {
  Corrections,
  checkFile,
  checkImport,
  checkRows,
  ImportView,
  ListKindName,
} from "../imports/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import { parseInput } from "../kernel/parse.ts";
import type { ApiVariables } from "./authenticate.ts";

const Rows = z.object({
  name: z.string().trim().min(1).max(300).default("rows"),
  rows: z.array(z.array(z.string().max(32_767)).max(1_000)).max(200_000),
  kind: ListKindName.optional(),
  columns: Corrections.optional(),
  purpose: z.string().max(500).optional(),
  source: z.string().max(500).optional(),
});
const Fields = z.object({
  kind: ListKindName.optional(),
  sheet: z.string().max(300).optional(),
  encoding: z.string().max(40).optional(),
  purpose: z.string().max(500).optional(),
  source: z.string().max(500).optional(),
  columns: Corrections.optional(),
});
const Again = z.object({
  importId: z.uuid(),
  kind: ListKindName.optional(),
  columns: Corrections.optional(),
});

/** The routes of imports that are no single operation: sending a list, and reading it again with other columns. */
export function importRoutes(core: Core): Hono<ApiVariables> {
  const app = new Hono<ApiVariables>();
  const door = core.host("api");
  const tooLarge = () => {
    throw new EnishiError("payload_too_large", { limit: "20 MB" });
  };
  const jsonLimit = bodyLimit({ maxSize: 20 * 1024 * 1024, onError: tooLarge });
  app.post("/", async (c) => {
    const json = /^application\/json\b/i.test(c.req.header("Content-Type") ?? "");
    if (!json) return c.json(await receiveFile(c), 201);
    let answer: Response | undefined;
    await jsonLimit(c, async () => {
      const { rows, name, ...options } = parseInput(Rows, await bodyOf(c), c.get("call").locale);
      answer = c.json(await checkRows(door, { name, rows }, options, c.get("call")), 201);
    });
    return answer!;
  });
  app.post("/:importId/check", jsonLimit, async (c) => {
    const { importId, ...options } = parseInput(
      Again,
      { ...(await bodyOf(c)), ...c.req.param() },
      c.get("call").locale,
    );
    return c.json(await checkImport(door, importId, options, c.get("call")));
  });
  return app;

  async function receiveFile(c: Context<ApiVariables>): Promise<ImportView> {
    // Loaded with the first upload.
    const { withUpload } = await import("./upload.ts");
    return withUpload(c, ({ path, name, sha256, fields }) => {
      const columns = fields.columns === undefined ? undefined : parseJson(fields.columns);
      const options = {
        ...parseInput(Fields, { ...fields, columns }, c.get("call").locale),
        fileHash: sha256,
      };
      return checkFile(door, { name, bytes: path }, options, c.get("call"));
    });
  }
}

/** The same routes for the reference page. */
export const importDocs = [
  {
    name: "imports.create",
    summary:
      "Send a list (multipart/form-data `file`, or the bytes as the body with ?name=, up to 200 MB; or JSON rows) and have it checked. Nothing reaches the customers before it is committed.",
    input: Rows,
    output: ImportView,
    http: { method: "post" as const, path: "/v1/imports", status: 201 as const },
  },
  {
    name: "imports.check",
    summary:
      "Read a checked list again with corrected columns or as another kind (customers, activities, purchases), or the rows that were added to an open import.",
    input: Again,
    output: ImportView,
    http: { method: "post" as const, path: "/v1/imports/{importId}/check" },
  },
];

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  const body = text.trim() === "" ? {} : parseJson(text);
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new EnishiError("malformed_json");
  return body as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EnishiError("malformed_json", {}, { cause });
  }
}
