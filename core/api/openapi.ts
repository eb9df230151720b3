import { z } from "zod";
import type { AnyOperation, AnyQuery, HttpFace } from "../kernel/operation.ts";

/** What the reference page needs to know of an operation, a query, or a route of its own. */
export type Described = Pick<AnyOperation | AnyQuery, "name" | "summary" | "input" | "output" | "http">;

type Reachable<T extends Described> = { definition: T; http: HttpFace };

/** Every HTTP face with the operation or query behind it. */
export function reachable<T extends Described>(definitions: readonly T[]): Reachable<T>[] {
  return definitions.flatMap((definition) =>
    [definition.http ?? []].flat().map((http) => ({ definition, http })),
  );
}

/** The OpenAPI 3.1 document, made from the same definitions that the routes are made from. */
export function openApiDocument(definitions: readonly Described[], publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const face of reachable(definitions)) {
    const { method, path } = face.http;
    paths[path] = { ...paths[path], [method]: describe(face) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Enishi",
      version: "1",
      description:
        "Every change is an operation with an audit trail; a repeated call with the same Idempotency-Key returns the " +
        "first result. Errors are RFC 9457 problem documents with a stable `code`.",
    },
    servers: [{ url: publicUrl }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: {
        Problem: {
          type: "object",
          required: ["type", "title", "status", "code", "instance"],
          properties: {
            type: { type: "string", format: "uri" },
            title: { type: "string" },
            status: { type: "integer" },
            code: { type: "string" },
            field: { type: "string" },
            instance: { type: "string" },
          },
        },
      },
    },
    security: [{ token: [] }],
    paths,
  };
}

function describe({ definition, http }: Reachable<Described>): object {
  const { method, path, status } = http;
  const input = jsonSchema(definition.input, "input");
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const properties = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  const answer = {
    description: "Done.",
    content: { "application/json": { schema: jsonSchema(definition.output, "output") } },
  };
  const failure = {
    description: "A problem document.",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  return {
    operationId: definition.name,
    summary: definition.summary,
    tags: [definition.name.split(".")[0]],
    parameters: [
      ...inPath.map((name) => ({
        name,
        in: "path",
        required: true,
        schema: input.properties?.[name] ?? { type: "string" },
      })),
      ...(method === "get"
        ? properties.map(([name, schema]) => ({
            name,
            in: "query",
            required: required.includes(name),
            schema,
          }))
        : [
            {
              name: "Idempotency-Key",
              in: "header",
              required: false,
              schema: { type: "string", maxLength: 200 },
            },
          ]),
    ],
    ...(method === "get" || properties.length === 0
      ? {}
      : {
          requestBody: {
            required: required.length > 0,
            content: {
              "application/json": {
                schema: { type: "object", properties: Object.fromEntries(properties), required },
              },
            },
          },
        }),
    responses: { [status ?? 200]: answer, default: failure },
  };
}

interface ObjectSchema {
  properties?: Record<string, object>;
  required?: string[];
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): ObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Record<
    string,
    unknown
  >;
  return rest as ObjectSchema;
}
