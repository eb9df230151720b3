import type { z } from "zod";
import type { OperationContext, QueryContext } from "./context.ts";
import { parseInput } from "./parse.ts";
import type { Permission } from "./permissions.ts";

/** How an operation or a query is reached over HTTP. `{name}` parts of the path are taken into the input. */
export interface HttpFace {
  method: "get" | "post" | "put" | "patch" | "delete";
  path: string;
  status?: 200 | 201 | 202;
}

interface Definition<I extends z.ZodType, O extends z.ZodType> {
  /** `noun.verb` */
  name: string;
  /** One English sentence for the reference page. */
  summary: string;
  input: I;
  output: O;
  permission: Permission;
  /** Several where one address is for people and another for programs. */
  http?: HttpFace | readonly HttpFace[];
}

/** One change to data. There is no other way to make one. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Definition<I, O> {
  kind: "operation";
  run(context: OperationContext, input: z.output<I>): Promise<z.input<O>>;
}

/** One reading of data. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Definition<I, O> {
  kind: "query";
  run(context: QueryContext, input: z.output<I>): Promise<z.input<O>>;
}

/**
 * Defines a change. `run` works inside one transaction, does the record-level check, calls no network, and reports
 * through its context what is to stand in the audit trail.
 */
export function defineOperation<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Operation<I, O>, "kind">,
): Operation<I, O> {
  return { kind: "operation", ...definition };
}

/**
 * Makes a change as a part of the one whose context is given: in its transaction, and told as it tells. Error:
 * `invalid_input`, and those of the operation.
 */
export function performWithin<I extends z.ZodType, O extends z.ZodType>(
  context: OperationContext,
  operation: Operation<I, O>,
  input: z.input<I>,
): Promise<z.input<O>> {
  return operation.run(context, parseInput(operation.input, input, context.locale));
}

/** Defines a reading. `run` writes nothing. */
export function defineQuery<I extends z.ZodType, O extends z.ZodType>(
  definition: Omit<Query<I, O>, "kind">,
): Query<I, O> {
  return { kind: "query", ...definition };
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds operations of every input; the kernel parses before it runs.
export type AnyOperation = Operation<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyQuery = Query<any, any>;
