import { z } from "zod";
import { EnishiError } from "../../kernel/errors.ts";

/** The place in the order behind the last row of a page. */
const place = z.tuple([z.int(), z.string(), z.uuid()]);
export type Place = z.output<typeof place>;

/** A cursor as given out → the place behind it. Error: `invalid_cursor`. */
export function parseCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined || cursor === "") return null;
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (error) {
    throw new EnishiError("invalid_cursor", {}, { field: "cursor", cause: error });
  }
}

export function cursorOf(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString("base64url");
}
