import { readFileSync } from "node:fs";
import { z } from "zod";
import { Corrections } from "../imports/index.ts";
import { EnishiError } from "../kernel/errors.ts";

/** Corrections of columns from a JSON file. Errors: `file_not_found`, `map_not_readable`, `unknown_field`. */
export function readCorrections(path: string): Corrections {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new EnishiError("file_not_found", { path }, { cause });
  }
  const named = z.record(z.string(), z.string().nullable()).safeParse(parseJson(text));
  if (!named.success) throw new EnishiError("map_not_readable", { path }, { cause: named.error });
  const read = Corrections.safeParse(named.data);
  if (read.success) return read.data;
  const column = String(read.error.issues[0]?.path[0] ?? "");
  throw new EnishiError("unknown_field", { column, field: named.data[column] ?? "" });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
