import { z } from "zod";

/** Text that people typed. What no database text can hold (NUL, half a surrogate pair) is replaced, ends are trimmed. */
export function typedText(max: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd"))
    .trim()
    .max(max);
}

/** As `typedText`, and not empty. */
export function requiredText(max: number) {
  return typedText(max).min(1);
}

/** A day that exists, within what a company could mean. */
export const day = z.iso.date().refine((text) => text >= "1900-01-01" && text < "2200-01-01", {
  message: "outside 1900 to 2199",
});

/** An ISO instant with its offset. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= "1900" && text < "2200", { message: "outside 1900 to 2199" });

/** Wall time "HH:mm". */
export const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:mm");

export const pageLimit = z.number().int().min(1).max(200);
