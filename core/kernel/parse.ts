import type { z } from "zod";
import { EnishiError } from "./errors.ts";

/** Parses an input at the edge. Error: `invalid_input` with the first field at fault and what is wrong with it. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  throw new EnishiError(
    "invalid_input",
    { field, reason: issue?.message ?? "" },
    { field, cause: result.error },
  );
}
