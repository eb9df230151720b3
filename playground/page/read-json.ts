import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { z } from "zod";

/** The body of a request from our own page. What does not fit is answered with 400: our script never sends it. */
export async function readJson<S extends z.ZodType>(c: Context, shape: S): Promise<z.output<S>> {
  const parsed = shape.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success)
    throw new HTTPException(400, { message: "This is not what the playground's page sends." });
  return parsed.data;
}
