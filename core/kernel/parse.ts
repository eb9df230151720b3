import type { z } from "zod";
import ja from "zod/v4/locales/ja.js";
import type { Locale } from "./context.ts";
import { EnishiError } from "./errors.ts";

/** The validator's words in each language but its own, English. */
const words = { ja: ja().localeError, en: undefined };

/**
 * Parses an input at the edge. Error: `invalid_input` with the first field at fault and what is wrong with it, in the
 * person's language.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, locale: Locale): z.output<S> {
  const result = schema.safeParse(input, { error: words[locale] });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  throw new EnishiError(
    "invalid_input",
    { field, reason: issue?.message ?? "" },
    { field, cause: result.error },
  );
}
