import { z } from "zod";

// A backup is text, one JSON value a line: who and when; for each table its name and columns, then its rows, each in
// brackets; at the end, how many rows there are. Rows are the database's own JSON: no number passes through JavaScript.

/** Raised when what was written could not be read any more. What an older Enishi wrote is always read. */
export const FORM = 1;

export const Header = z.object({
  enishi: z.literal("backup"),
  form: z.literal(FORM),
  takenAt: z.iso.datetime(),
  /** Migrations of the database that it was taken from. */
  migrations: z.array(z.string()),
  workspace: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
});
export type Header = z.output<typeof Header>;

export const Section = z.object({ table: z.string(), columns: z.array(z.string().regex(/^[a-z_0-9]+$/)) });
export type Section = z.output<typeof Section>;

export const End = z.object({ end: z.literal(true), rows: z.int() });
