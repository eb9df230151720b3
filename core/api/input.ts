import type { Context } from "hono";
import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import type { AnyOperation, AnyQuery } from "../kernel/operation.ts";

/**
 * The input of an operation or query from a request: the body's fields, else the query string's, and over them the
 * parts of the path. Error: `malformed_json`.
 */
export async function inputOf(c: Context, definition: AnyOperation | AnyQuery): Promise<unknown> {
  const fields = c.req.method === "GET" ? fromQuery(c, definition.input) : await fromBody(c);
  return { ...fields, ...c.req.param() };
}

async function fromBody(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === "") return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch (error) {
    throw new EnishiError("malformed_json", {}, { cause: error });
  }
  throw new EnishiError("malformed_json");
}

/** A query string holds text only: numbers, yes/no and lists are made of it where the schema wants them. */
function fromQuery(c: Context, schema: z.ZodType): Record<string, unknown> {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const input: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(c.req.queries())) {
    input[name] = parameterOf(texts, innermost(shape[name] as z.ZodType | undefined));
  }
  return input;
}

function parameterOf(texts: string[], schema: z.ZodType | undefined): unknown {
  const [first = ""] = texts;
  if (schema instanceof z.ZodNumber) return first.trim() === "" ? undefined : Number(first);
  if (schema instanceof z.ZodBoolean) return first === "true" || first === "1";
  if (schema instanceof z.ZodArray) return texts.flatMap((text) => text.split(",")).filter(Boolean);
  return first;
}

function innermost(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return innermost(schema.unwrap() as z.ZodType);
  }
  return schema;
}
